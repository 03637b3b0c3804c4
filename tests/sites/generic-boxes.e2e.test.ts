import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Observation } from '../../core/observation';
import type { Visibility } from '../../core/words';
import { bundle, Isolated, openBrowser } from '../page/read/isolated';

interface Box {
  what: string;
  /** What stands below the conversation. */
  html: string;
  /** Null: there is no reply box, and a draft is refused. */
  visibility: Visibility | null;
  /** A click, and what is known then. */
  click?: [string, Visibility];
  /** The id of the box into which a draft goes. */
  into?: string;
  requester?: Observation['requester'];
}

const TO = '<div><span>To</span><span class="chip">tamsin@quillmail.example</span></div>';

/** Boxes in which a guess would be wrong, or which are not for a message at all. */
const BOXES: Box[] = [
  {
    what: 'a reply that the customer is not to see',
    html: '<form><label for="c">Reply</label><textarea id="c"></textarea><label><input id="v" type="checkbox"> Visible to customer</label><button>Reply</button></form>',
    visibility: 'unknown',
    click: ['#v', 'public'],
  },
  {
    what: 'a switch that says what is not so',
    html: '<form><label for="c">Internal note</label><textarea id="c"></textarea><label><input id="v" type="checkbox" checked> Not visible to customer</label><button>Save</button></form>',
    visibility: 'internal',
    click: ['#v', 'unknown'],
  },
  {
    what: 'the same in Russian',
    html: '<form><label for="c">Ответ</label><textarea id="c"></textarea><label><input id="v" type="checkbox" checked> Не видно клиенту</label><button>Сохранить</button></form>',
    visibility: 'unknown',
    click: ['#v', 'unknown'],
  },
  {
    what: 'a note that goes to the customer all the same',
    html: '<form><label for="c">Note</label><textarea id="c"></textarea><label><input id="v" type="checkbox" checked> Send this note to the customer by e-mail</label><button>Add note</button></form>',
    visibility: 'unknown',
    click: ['#v', 'internal'],
  },
  {
    what: 'a switch for the public below an unclear box',
    html: '<form><label for="c">Comment / Resolution</label><textarea id="c"></textarea><label><input id="v" type="checkbox"> Is this update public?</label><button>Update this ticket</button></form>',
    visibility: 'unknown',
  },
  {
    what: 'a thread beside the ticket, among colleagues',
    html: '<form><label for="c">Reply to the thread with your team</label><textarea id="c" placeholder="Reply to Omar and the team"></textarea><button>Reply</button></form>',
    visibility: 'unknown',
  },
  {
    what: 'a note that a button calls public',
    html: `<div><div><span>Notify to</span><span>omar@saltmarsh.example</span></div><textarea id="c" placeholder="Type your note"></textarea><span>Visibility</span><button>Public</button><button>Add note</button></div>`,
    visibility: 'unknown',
    requester: null,
  },
  {
    what: 'a page of its own for a note, with a switch',
    html: '<form><div><h1>Add note to Ticket#4821</h1></div><textarea id="c"></textarea><label for="v">Is visible for customer:</label><input id="v" type="checkbox"><button>Submit</button></form>',
    visibility: 'internal',
    click: ['#v', 'unknown'],
  },
  {
    what: 'a page of its own for an answer',
    html: `<form><div><h1>Compose answer for Ticket#4821</h1></div>${TO}<textarea id="c"></textarea><button>Send mail</button></form>`,
    visibility: 'public',
  },
  {
    what: 'whom something is assigned to is no recipient',
    html: '<form><label for="c">Reply</label><textarea id="c"></textarea><div><span>Assigned to agent</span><span>maya@saltmarsh.example</span></div><button>Save</button></form>',
    visibility: 'unknown',
  },
  {
    what: 'fields of the record above the reply',
    html: '<form><label for="d">Description</label><textarea id="d">Torn.</textarea><label for="r">Resolution</label><textarea id="r"></textarea><button>Save</button></form><form><label for="c">Reply to customer</label><textarea id="c"></textarea><button>Send reply</button></form>',
    visibility: 'public',
    into: 'c',
  },
  {
    what: 'a text of the record among its fields, saved far from it',
    html: '<table><tbody><tr><td><label for="n">Name:</label></td><td><input id="n" value="Torn sleeve"></td></tr><tr><td><label for="e">Effort:</label></td><td><input id="e"></td></tr><tr><td colspan="2"><label for="c">Comment</label><textarea id="c">Known batch, see the list of March.</textarea></td></tr><tr><td><label for="s">Status:</label></td><td><select id="s"><option>Open</option><option>Done</option></select></td></tr></tbody></table>',
    visibility: null,
  },
  {
    what: 'a mail with what it answers, among its fields, sent from far',
    html: '<table><tbody><tr><td><label for="t">To</label></td><td><input id="t" value="Tamsin Orrey"></td></tr><tr><td><label for="s">Subject</label></td><td><input id="s" value="Re: Torn sleeve"></td></tr><tr><td><label for="p">Priority</label></td><td><select id="p"><option>Normal</option></select></td></tr></tbody></table><textarea id="c">\n\n> The sleeve is torn.</textarea>',
    visibility: 'unknown',
  },
  {
    what: 'a description and nothing else',
    html: '<form><label for="c">Description</label><textarea id="c">Torn.</textarea><button>Save</button></form>',
    visibility: null,
  },
  {
    what: 'two boxes: where the person is',
    html: '<form><label for="c">Reply to customer</label><textarea id="c"></textarea><button>Send reply</button></form><form><label for="w">Internal note</label><textarea id="w"></textarea><button>Add note</button></form>',
    visibility: 'public',
    click: ['#w', 'internal'],
    into: 'w',
  },
  {
    what: 'a mail in a dialog over the page',
    html: `<form><textarea placeholder="Enter a note"></textarea><button>Add note</button></form><div role="dialog" style="position:fixed;top:20px;left:500px;background:#fff">${TO}<textarea id="c"></textarea><button>Send</button></div>`,
    visibility: 'unknown',
    into: 'c',
  },
  {
    what: 'notes about the customer at the side',
    html: '<button>Reply</button><aside><h3>Customer notes</h3><textarea placeholder="Add a note about this customer"></textarea><button>Save note</button></aside>',
    visibility: null,
  },
];

const pageOf = (html: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ticket 4821</title><style>textarea{width:420px;height:80px;display:block}</style></head><body><header><h2>Ticket 4821 – Torn sleeve</h2></header><ul class="messages"><li class="message"><b>Tamsin Orrey</b> <time>2026-11-16 08:41</time><div>Hello, the sleeve of the jacket is torn. Order SM-20418.</div></li></ul><div>${html}</div></body></html>`;

let browser: Browser;
let page: Page;
let script: string;

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1200, height: 1000 } });
  script = await bundle(new URL('generic-entry.ts', import.meta.url).pathname);
});
afterAll(() => browser?.close());

test.each(BOXES.map((box) => [box.what, box] as const))('%s', async (_what, box) => {
  await page.unroute('**/*');
  const body = pageOf(box.html);
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
  await page.goto('about:blank');
  await page.goto('https://desk.example/tickets/4821');
  const room = await Isolated.in(page, script);
  const look = () => room.run<Observation>('room.look()');
  const seen = await look();
  expect(seen.record.id).toBe('4821');
  expect(seen.composer).toMatchObject({
    present: box.visibility !== null,
    visibility: box.visibility ?? 'unknown',
  });
  if (box.requester !== undefined) expect(seen.requester).toEqual(box.requester);
  if (box.click) {
    await page.locator(box.click[0]).click();
    expect((await look()).composer.visibility).toBe(box.click[1]);
  }
  const texts = () =>
    page.evaluate(() => [...document.querySelectorAll('textarea')].map((t) => `${t.id}=${t.value}`));
  const before = await texts();
  const done = await room.run<{ outcome: string; restore: string }>('room.insert("Hello Tamsin")');
  expect(done.outcome).toBe(box.visibility === null ? 'refused' : 'accepted');
  const changed = (await texts()).filter((text) => !before.includes(text));
  if (box.visibility === null) expect(changed).toEqual([]);
  else {
    expect(changed).toEqual([expect.stringMatching(`^${box.into ?? 'c'}=Hello Tamsin(?:\n|$)`)]);
    await room.run(`room.restore(${JSON.stringify(done.restore)})`);
    expect(await texts()).toEqual(before);
  }
  await room.close();
});
