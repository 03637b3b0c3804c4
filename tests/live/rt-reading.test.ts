import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Observation } from '../../core/observation';
import { WORDS } from '../../sites/parts/request-tracker-words';
import { Reader } from './reader';
import { writeNotes } from './rt/alter.mjs';
import { change, make, ticketId, write } from './rt/rest.mjs';
import { sample } from './sample';

let desk: Reader;
beforeAll(async () => {
  desk = await Reader.open();
});
afterAll(() => desk?.close());

const THREAD = ticketId('late-refund');
const display = (id: string) => `/Ticket/Display.html?id=${id}`;
const roles = (seen: Observation) => seen.messages.map((m) => m.role);
const fieldOf = (seen: Observation, name: string) => seen.fields.find((field) => field.name === name);

/** Maya’s page of a ticket while she has chosen something; RT’s own choice afterwards. */
async function withChoice(name: string, value: string, look: () => Promise<void>): Promise<void> {
  await desk.prefer('maya', name, value);
  try {
    await look();
  } finally {
    await desk.prefer('maya', name, undefined);
  }
}

test('in every language of Request Tracker: the record, and who wrote what for whom', async () => {
  const wrong: string[] = [];
  const should = ['5', 'Still no refund for order #87990', ['customer', 'agent', 'note', 'customer']];
  for (const lang of sample(Object.keys(WORDS), 8)) {
    await desk.prefer('maya', 'Lang', lang);
    await desk.goto(display(THREAD));
    const seen = await desk.look();
    const is = JSON.stringify([seen.record.id, seen.subject, roles(seen)]);
    if (is !== JSON.stringify(should)) wrong.push(`${lang}: ${is}`);
  }
  await desk.prefer('maya', 'Lang', undefined);
  expect(wrong).toEqual([]);
}, 300_000);

for (const lang of ['fr', 'de', 'es']) {
  test(`the reply box and the note box say which they are (${lang})`, async () => {
    await withChoice('Lang', lang, async () => {
      const box = 'iframe.cke_wysiwyg_frame';
      await desk.goto(`/Ticket/Update.html?Action=Respond&id=${THREAD}`, box);
      await desk.page.locator('#previewscrips input[name="TxnSendMailTo"]').first().waitFor();
      const reply = await desk.look();
      expect(reply.record).toMatchObject({ site: 'request-tracker', id: THREAD });
      expect(reply.composer).toMatchObject({
        visibility: 'public',
        recipients: ['sofia.rossi@customer.example'],
      });
      await desk.goto(`/Ticket/Update.html?Action=Comment&id=${THREAD}`, box);
      const note = await desk.look();
      expect(note.composer).toMatchObject({ visibility: 'internal', recipients: [] });
      // the kind is turned in the form itself
      await desk.page.locator('select#UpdateType').selectOption('response', { force: true });
      const turned = await desk.look();
      expect(turned.composer.visibility, 'never still internal').not.toBe('internal');
    });
  });
}

test('newest on top: read in the order of time all the same', async () => {
  await withChoice('OldestTransactionsFirst', '0', async () => {
    await desk.goto(display(THREAD));
    const onPage = await desk.page
      .locator('.transaction.message')
      .evaluateAll((all) => all.map((el) => el.getAttribute('data-transaction-id')));
    const seen = await desk.look();
    expect(seen.messages.map((m) => m.key)).toEqual(onPage.toReversed());
    expect(seen.messages.at(-1)?.text).toMatch(/^Hi Maya,\n\nfour days later/);
    // the page's own link to the other order, in a menu that is folded
    await desk.page.evaluate(() => document.querySelector<HTMLElement>('a[href*="ReverseTxns"]')?.click());
    await desk.page.waitForURL(/ReverseTxns/);
    await desk.page.locator('.transaction.message').nth(3).waitFor();
    await desk.settled();
    expect((await desk.look()).messages).toEqual(seen.messages);
  });
});

test('a history that comes on a click is missed, and read once it is there', async () => {
  await withChoice('ShowHistory', 'click', async () => {
    await desk.goto(display(THREAD), '#deferred_ticket_history a');
    const before = await desk.look();
    expect(before.record.id).toBe(THREAD);
    expect(before.messages).toEqual([]);
    expect(before.missing).toContain('The history is not loaded: choose “Show ticket history” on the page.');
    await desk.page.locator('#deferred_ticket_history a').click();
    await desk.page.locator('.transaction.message').nth(3).waitFor();
    const after = await desk.look();
    expect(roles(after)).toEqual(['customer', 'agent', 'note', 'customer']);
    expect(after.missing).toEqual([]);
  });
});

test('a history that comes later is read when it is there', async () => {
  await withChoice('ShowHistory', 'delay', async () => {
    await desk.goto(display(THREAD));
    await desk.page.locator('.transaction.message').nth(3).waitFor();
    await desk.settled();
    const seen = await desk.look();
    expect(roles(seen)).toEqual(['customer', 'agent', 'note', 'customer']);
    expect(seen.missing).toEqual([]);
  });
});

test('more than a hundred entries: all of them on the page, and what scrolling has not loaded is missed', async () => {
  const id = await make({ Subject: 'A long one', Requestor: ['sofia.rossi@customer.example'] });
  await writeNotes(id, 110);
  await write(id, 'correspond', 'The last word.');
  await desk.goto(display(id));
  const all = await desk.look();
  expect(all.messages).toHaveLength(112);
  expect(all.messages.at(-1)).toMatchObject({ role: 'agent', text: 'The last word.' });
  expect(all.missing).toEqual([]);
  await withChoice('ShowHistory', 'scroll', async () => {
    await desk.goto(display(id));
    const some = await desk.look();
    expect(some.messages.length).toBeLessThan(112);
    expect(some.missing.join()).toContain('“Load all history”');
    await desk.page.evaluate(() => document.getElementById('LoadAllHistory')?.click());
    await desk.page.locator('.transaction.message').nth(111).waitFor();
    const then = await desk.look();
    expect(then.messages.map((m) => m.key)).toEqual(all.messages.map((m) => m.key));
  });
});

test('a ticket that was merged: the record is the one that it became part of, and that is said', async () => {
  const id = await make({ Subject: 'The same once more', Requestor: ['sofia.rossi@customer.example'] });
  const into = await make({ Subject: 'The first of two', Requestor: ['sofia.rossi@customer.example'] });
  await write(id, 'comment', 'A note on the one that went.');
  await change(id, { MergeInto: into });
  for (const path of [display(id), `/Ticket/Update.html?Action=Respond&id=${id}`]) {
    await desk.goto(path, '#header h1');
    const seen = await desk.look();
    expect(seen.record.id).toBe(into);
    expect(seen.notes).toContain(`${id} was merged into ${into}.`);
  }
  await desk.goto(display(id));
  expect(roles(await desk.look())).toEqual(expect.arrayContaining(['note']));
  expect(roles(await desk.look())).not.toContain('unknown');
});

test('several requesters: none is assumed, and what each of them wrote is a customer’s', async () => {
  const people = ['sofia.rossi@customer.example', 'charlotte.weber@customer.example'];
  const id = await make({ Subject: 'Two who ask', Requestor: people });
  await desk.goto(display(id));
  const seen = await desk.look();
  expect(seen.requester).toBeNull();
  expect(seen.notes).toContain('The page shows more than one requester, so none is assumed.');
});

test('no requester at all', async () => {
  const id = await make({ Subject: 'Nobody asked', Requestor: [] });
  await desk.goto(display(id));
  const seen = await desk.look();
  expect(seen.record.id).toBe(id);
  expect(seen.requester).toBeNull();
  expect(seen.notes).toContain('No requester was found on the page.');
});

test('a life cycle of the team’s own: its words, and only those that may come next', async () => {
  const id = await make({ Queue: 'Returns', Subject: 'A lamp', Requestor: ['sofia.rossi@customer.example'] });
  await desk.goto(display(id));
  const status = fieldOf(await desk.look(), 'status');
  expect(status?.values).toEqual(['arrived']);
  expect(status?.options).toEqual(['arrived', 'being checked']);
  await change(id, { Status: 'deleted' });
  await desk.goto(display(id), '#header h1');
  const gone = await desk.look();
  expect(gone.record.id).toBe(id);
});

test('who may see and change nothing: all that is lacking is told, by the rights’ own names', async () => {
  await desk.signIn('lena');
  try {
    await desk.goto(display(THREAD));
    const seen = await desk.look();
    expect(seen.record.id).toBe(THREAD);
    expect(roles(seen)).toEqual(['customer', 'agent', 'note', 'customer']);
    const rights = new Set((seen.lacking ?? []).map((one) => one.right));
    expect([...rights].sort()).toEqual([
      'CommentOnTicket',
      'ModifyCustomField',
      'ModifyTicket',
      'ReassignTicket',
      'ReplyToTicket',
    ]);
  } finally {
    await desk.signIn('maya');
  }
});

test('the dark theme hides nothing and shows nothing more', async () => {
  await desk.goto(display(ticketId('injection')));
  const light = await desk.look();
  await withChoice('WebDefaultStylesheet', 'elevator-dark', async () => {
    await desk.goto(display(ticketId('injection')));
    const dark = await desk.look();
    expect(await desk.page.locator('body.darkmode').count()).toBe(1);
    expect(dark.messages).toEqual(light.messages);
    expect(dark.fields).toEqual(light.fields);
  });
});

const APART: [string, string, RegExp][] = [
  ['self-service', `/SelfService/Display.html?id=${THREAD}`, /what customers see/],
  ['self-service, replying', `/SelfService/Update.html?id=${THREAD}`, /what customers see/],
  ['for telephones', `/m/ticket/show?id=${THREAD}`, /for telephones/],
  ['for telephones, the history', `/m/ticket/history?id=${THREAD}`, /for telephones/],
];
for (const [name, path, words] of APART) {
  test(`Request Tracker ${name}: no record, and said why`, async () => {
    await desk.goto(path, 'h1');
    const seen = await desk.look();
    expect(seen.system).toBe('Request Tracker');
    expect(seen.record.type).toBe('document');
    expect(seen.notes[0]).toMatch(words);
    expect(seen.abilities.filter((one) => one.class !== 'R1')).toEqual([]);
  });
}

test('the question before a request of another page is no ticket', async () => {
  await desk.page.goto(new URL(`${display(THREAD)}&Status=rejected`, desk.page.url()).href, {
    referer: 'http://elsewhere.example/',
  });
  const seen = await desk.look();
  expect(seen.record.type).toBe('document');
  expect(seen.notes[0]).toMatch(/asks whether you meant/);
});
