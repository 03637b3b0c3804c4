import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Isolated, openReader } from './isolated';

let browser: Browser;
let page: Page;
let script: string;

beforeAll(async () => {
  ({ browser, page, script } = await openReader());
});
afterAll(() => browser.close());

const PAGE = `<!doctype html><style>.x{} #b{display:block}</style><main><p id="a" class="x">First words</p><p id="b">Second words</p>
  <iframe srcdoc="<p>Framed words</p>"></iframe><div id="host"></div></main>
  <textarea style="width:400px;height:100px">typed</textarea>`;

const CHANGES: [string, string][] = [
  ['a class', 'document.getElementById("a").style.opacity = "0"'],
  ['a word', 'document.getElementById("a").firstChild.data = "Other words"'],
  ['a rule', 'document.styleSheets[0].insertRule("#a{color:white}")'],
  ['a rule that hides as it stands', 'document.styleSheets[0].cssRules[1].style.display = "none"'],
  ['a rule made stricter', 'document.styleSheets[0].cssRules[0].style.display = "none"'],
  [
    'the frame',
    'document.querySelector("iframe").contentDocument.querySelector("p").textContent = "New in the frame"',
  ],
  [
    'a shadow root',
    'document.getElementById("host").shadowRoot.querySelector("p").textContent = "New in the shadow"',
  ],
  ['the box', 'document.querySelector("textarea").value = "half a sentence"'],
  ['a frame’s style', 'document.querySelector("iframe").contentDocument.body.style.opacity = "0"'],
];

/** The page with words in its shadow root and its frame, and our script beside it. */
async function opened(): Promise<Isolated> {
  await page.setContent(PAGE);
  await page.evaluate(() => {
    const root = document.getElementById('host')?.attachShadow({ mode: 'open' });
    if (root) root.innerHTML = '<p>Shadow words</p>';
  });
  await page.frames()[1]?.waitForSelector('p');
  return await Isolated.in(page, script);
}

test.each(CHANGES)('%s changes, and so does the next look, in the same task', async (_name, change) => {
  const room = await opened();
  const [first, again, after] = await room.run<[string, string, string]>(
    `(() => { const look = () => { const o = room.observe(document, null, { documentId: 'd', sessionAllowed: false });
       return JSON.stringify([o.messages, o.composer.text]); };
       const seen = [look(), look()]; ${change}; return [...seen, look()]; })()`,
  );
  expect(again).toBe(first);
  expect(first).toContain('First words');
  expect(after).not.toBe(first);
  await room.close();
});

test.each(CHANGES)(
  '%s changes in the task after a look, or later, and so does the next look',
  async (_name, change) => {
    for (const wait of [0, 60]) {
      const room = await opened();
      const [first, after] = await room.run<[string, string]>(
        `(async () => { const look = () => { const o = room.observe(document, null, { documentId: 'd', sessionAllowed: false });
         return JSON.stringify([o.messages, o.composer.text]); };
         const first = look(); await new Promise((done) => setTimeout(done, ${wait}));
         ${change}; await new Promise((done) => setTimeout(done, 60)); return [first, look()]; })()`,
      );
      expect(after, `after ${wait} ms`).not.toBe(first);
      await room.close();
    }
  },
);

test('an unchanged page is not read a second time', async () => {
  await page.setContent(PAGE);
  const room = await Isolated.in(page, script);
  const same = await room.run<boolean>(
    `(async () => { const look = () => room.observe(document, null, { documentId: 'd', sessionAllowed: false });
       const first = look(); await new Promise((done) => setTimeout(done, 60)); return look() === first; })()`,
  );
  expect(same).toBe(true);
  await room.close();
});
