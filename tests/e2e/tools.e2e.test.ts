import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, setUp } from './bench';
import { plainRow, type ReadCard, readCard, rowOf } from './cards';
import { createScriptedModel, type ScriptedModel } from './script';
import { chooseServer } from './settings';

let bench: Bench;
let model: ScriptedModel;

async function begin(path?: string): Promise<void> {
  model = await createScriptedModel();
  bench = await setUp(path);
  await chooseServer(bench, model.url);
}
afterEach(async () => {
  await bench.close();
  await model.close();
});

const REPLY = 'Hi Tamsin, a new **jacket** leaves today.';
const CALLS = [
  { name: 'send_reply', arguments: { body: REPLY } },
  { name: 'add_note', arguments: { body: 'Photo checked, replacement agreed.' } },
  { name: 'set_status', arguments: { status: 'Pending' } },
  { name: 'set_priority', arguments: { priority: 'Urgent' } },
  { name: 'assign', arguments: { assignee: 'Omar Haddad' } },
  { name: 'add_tag', arguments: { tag: 'replacement' } },
  { name: 'remove_tag', arguments: { tag: 'photo-received' } },
  { name: 'set_field', arguments: { field: 'Order number', value: 'SM-20418-R' } },
  { name: 'update_contact', arguments: { field: 'City', value: 'Penmouth Harbour' } },
  { name: 'insert_draft', arguments: { body: 'One more thing.' } },
];

/** Reads the card, signs it, and waits for its receipt. */
async function carryOut(title: string): Promise<ReadCard> {
  const card = bench.panel.card(title);
  const read = await readCard(card);
  await card.getByRole('button', { name: 'Approve and run' }).click();
  if (title.includes('public reply')) await card.getByRole('button', { name: 'Send now' }).click();
  await bench.panel.receiptOf(read.title).getByText('Done', { exact: true }).waitFor();
  return read;
}

/** Takes back the newest action; an undo that adds something is asked about on a card of its own. */
async function takeBack(title: string): Promise<void> {
  const receipt = bench.panel.receiptOf(title);
  await receipt.getByText('Done', { exact: true }).waitFor();
  await bench.panel.page.locator('#undo-last-what').getByText(title, { exact: true }).waitFor();
  await bench.panel.undoLast().click();
  const asked = bench.panel.card('This cannot be removed');
  await receipt.getByText('Taken back').or(asked).first().waitFor();
  if (await asked.isVisible()) await asked.getByRole('button', { name: 'Approve and run' }).click();
  await receipt.getByText('Taken back').waitFor();
}

const flat = (value: unknown) => (typeof value === 'string' ? value.replace(/\*\*|\s+/g, '') : value);

describe.each([{ session: false }, { session: true }])('ten tools (session: $session)', ({ session }) => {
  beforeEach(async () => {
    await begin();
    await bench.useSession(session);
  });

  it('does what each card says and nothing else, and takes back all that can be', {
    timeout: 240_000,
  }, async () => {
    const start = bench.desk.state();
    const box = await bench.box();
    model.says({ calls: CALLS });
    await bench.panel.run('Review');
    expect(await bench.panel.cards().count()).toBe(10);
    const titles = await bench.panel.cards().locator('.card-title').allInnerTexts();

    const cards: ReadCard[] = [];
    for (const title of titles) cards.push(await carryOut(title));
    expect(cards[0]?.recipients).toEqual(['tamsin.orrey@quillmail.example']);

    const wanted = cards.flatMap((card) => rowOf(card, 31) ?? []);
    const got = bench.sent().map(plainRow);
    expect(got.map((row) => row.operation)).toEqual(wanted.map((row) => row.operation));
    for (const [i, row] of wanted.entries()) {
      const real = got[i];
      if (row.operation === 'reply' || row.operation === 'note') {
        expect(real?.record).toBe(row.record);
        expect(flat(real?.after)).toMatch(startingWith(String(flat(row.after))));
      } else expect(real).toEqual(row);
    }
    expect(new Set(bench.sent().map((row) => row.channel))).toEqual(new Set([session ? 'session' : 'ui']));
    const sent = bench.desk
      .state()
      .tickets['1042']?.messages.find((m) => m.role === 'agent' && m.html.includes('leaves today'));
    expect(sent).toMatchObject({ to: ['tamsin.orrey@quillmail.example'], cc: [] });
    expect(sent?.html).toContain('<strong>jacket</strong>');
    expect((await bench.box()).text).toContain('One more thing.');

    // The desk's own rule is no row of ours, and the receipt tells of it.
    const rules = () => bench.desk.ledger().filter((row) => row.by === 'rule');
    expect(rules().map((row) => [row.operation, row.after])).toEqual([['add-tag', 'escalated']]);
    await bench.panel
      .receiptOf('Set the priority to “Urgent”')
      .getByText('The tag “escalated” was added.')
      .waitFor();

    for (const title of titles.slice(1).reverse()) {
      await takeBack(title);
      if (title.startsWith('Insert')) expect((await bench.box()).text).toBe(box.text);
    }

    const end = bench.desk.state();
    const before = start.tickets['1042'];
    const after = end.tickets['1042'];
    if (!before || !after) throw new Error('the ticket is gone');
    const { messages: kept, tags, ...rest } = after;
    const { messages: first, tags: had, ...same } = before;
    expect(rest).toEqual(same);
    expect(end.contacts).toEqual(start.contacts);
    expect(tags.filter((tag) => tag !== 'escalated').toSorted()).toEqual(had.toSorted());
    expect(kept.slice(0, first.length)).toEqual(first);
    // A note that the page cannot remove stays, with a second one that says to disregard it.
    expect(kept.slice(first.length).map((m) => m.role)).toEqual(
      session ? ['agent'] : ['agent', 'note', 'note'],
    );
    expect({ ...end.tickets, 1042: null }).toEqual({ ...start.tickets, 1042: null });
    expect(
      await bench.panel.receiptOf('Send a public reply').getByRole('button', { name: 'Undo' }).count(),
    ).toBe(0);
    await bench.panel.receiptOf('Send a public reply').getByText('cannot be unsent').waitFor();
    expect(bench.panel.errors).toEqual([]);
  });
});

const startingWith = (text: string) => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);

it('changes a contact on its own page, and puts it back', { timeout: 120_000 }, async () => {
  await begin('/contacts/31');
  const start = bench.desk.state();
  model.says({
    calls: [
      { name: 'update_contact', arguments: { field: 'Phone', value: '+44 20 5550 0199' } },
      { name: 'update_contact', arguments: { field: 'Plan', value: 'Business' } },
      { name: 'set_status', arguments: { status: 'Solved' } },
    ],
  });
  await bench.panel.run('Review');
  expect(model.offered()).toContain('update_contact');
  expect(model.offered()).not.toContain('send_reply');
  expect(await bench.panel.cards().count()).toBe(2);
  const cards = [await carryOut('the contact’s Phone'), await carryOut('the contact’s Plan')];
  expect(cards.map((c) => c.changes[0])).toEqual([
    { field: 'Phone', before: '+44 20 5550 0142', after: '+44 20 5550 0199' },
    { field: 'Plan', before: 'Plus', after: 'Business' },
  ]);
  expect(bench.sent().map(plainRow)).toEqual(cards.map((card) => rowOf(card, 31)));
  for (const card of cards.toReversed()) await takeBack(card.title);
  expect(bench.desk.state()).toEqual(start);
  expect(bench.sent()).toHaveLength(4);
});
