import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { fieldOf, type OpenDesk, openDesk } from '../demo-desk/browser';
import { bundle, Isolated } from './read/isolated';

let at: OpenDesk;
let script: string;
let room: Isolated;

beforeAll(async () => {
  at = await openDesk();
  script = await bundle(new URL('writer-entry.ts', import.meta.url).pathname);
});
afterAll(() => at?.close());
beforeEach(async () => {
  at.desk.reset();
  await at.open('/tickets/1042');
  room = await Isolated.in(at.page, script);
});
afterEach(() => room.close());

interface Written {
  answer: { outcome: string; refusal?: { code: string }; restore?: string; before?: string; after?: string };
  looks: number;
}
const write = (method: string, args: unknown[], stop = 0): Promise<Written> =>
  room.run(`room.write(${JSON.stringify(method)}, ${JSON.stringify(args)}, ${stop})`);
/** What a person's hand did; the desk's own rules answer with rows of theirs. */
const byHand = () => at.desk.ledger().filter((row) => row.by === 'agent');
const ledger = () => byHand().map(({ operation, before, after }) => ({ operation, before, after }));
/** The desk has heard of it: the page saves by itself, a moment after the control changed. */
const heard = (count: number) => expect.poll(() => byHand().length).toBe(count);

test('a choice is set by its label, and only the desk’s own answer says that it holds', async () => {
  const { answer, looks } = await write('setField', [{ scope: 'record', name: 'priority' }, 'Urgent']);
  expect(answer).toEqual({ outcome: 'accepted' });
  expect(looks).toBeGreaterThanOrEqual(1);
  await heard(1);
  expect(ledger()).toEqual([{ operation: 'priority', before: 'normal', after: 'urgent' }]);
  await expect.poll(async () => fieldOf(await at.look(), 'priority').values).toEqual(['Urgent']);
});

test('a text field of the contact', async () => {
  await write('setField', [{ scope: 'contact', name: 'Phone' }, '+44 20 5550 0199']);
  await heard(1);
  expect(ledger()[0]).toMatchObject({ operation: 'contact' });
});

test('a label that is not offered changes nothing', async () => {
  const { answer } = await write('setField', [{ scope: 'record', name: 'priority' }, 'Highest']);
  expect(answer).toMatchObject({ outcome: 'refused', refusal: { code: 'unknown-value' } });
  expect(ledger()).toEqual([]);
});

test('the guard is asked in the task of the act: a refusal there changes nothing', async () => {
  for (const stop of [1, 2]) {
    const { answer } = await write('setField', [{ scope: 'record', name: 'priority' }, 'Low'], stop);
    expect(answer).toMatchObject({ outcome: 'refused', refusal: { code: 'changed-since' } });
  }
  for (const stop of [1, 2]) {
    expect((await write('addTag', ['vip'], stop)).answer.outcome).toBe('refused');
  }
  expect(await at.page.locator('#tag-input').inputValue()).toBe('');
  expect(fieldOf(await at.look(), 'priority').values).toEqual(['Normal']);
  expect(ledger()).toEqual([]);
});

test('one tag comes and goes, a colleague’s stays', async () => {
  at.desk.colleague({ ticket: 1042, addTag: 'omars-own' });
  await write('addTag', ['vip']);
  await heard(2);
  await expect.poll(async () => fieldOf(await at.look(), 'tags').values).toContain('vip');
  await write('removeTag', ['vip']);
  await heard(3);
  expect(at.desk.state().tickets['1042']?.tags).toContain('omars-own');
  expect(at.desk.state().tickets['1042']?.tags).not.toContain('vip');
});

test('a draft goes above the signature and comes out again exactly', async () => {
  const before = await at.page.locator('.composer .ProseMirror').innerHTML();
  const { answer } = await write('insertDraft', ['Hello **Tamsin**,\n\nthank you.']);
  expect(answer).toMatchObject({ outcome: 'accepted' });
  expect((await at.look()).composer.text).toMatch(/^Hello Tamsin,\s+thank you\.[\s\S]*Maya Lindqvist/);
  const back = await write('restoreDraft', [answer.restore]);
  expect(back.answer.outcome).toBe('accepted');
  expect(await at.page.locator('.composer .ProseMirror').innerHTML()).toBe(before);
  expect(ledger()).toEqual([]);
});

test('a draft is taken out again when the page changed while it went in', async () => {
  const before = await at.page.locator('.composer .ProseMirror').innerHTML();
  const { answer } = await write('insertDraft', ['Too late'], 2);
  expect(answer).toMatchObject({ outcome: 'refused', refusal: { code: 'changed-since' } });
  expect(await at.page.locator('.composer .ProseMirror').innerHTML()).toBe(before);
});

test('a note is posted as a note, with the box that was opened for it', async () => {
  expect(await write('post', ['internal', 'Called the carrier.'])).toMatchObject({
    answer: { outcome: 'refused', refusal: { code: 'wrong-visibility' } },
  });
  expect(await room.run('room.open("internal")')).toEqual({ ok: true, value: { navigates: null } });
  expect((await write('post', ['internal', 'Called the carrier.'])).answer).toEqual({ outcome: 'accepted' });
  await heard(1);
  expect(ledger()[0]).toMatchObject({ operation: 'note' });
  expect(at.desk.state().tickets['1042']?.messages.at(-1)).toMatchObject({ role: 'note' });
});

test('a refusal between text and click sends nothing and empties the box again', async () => {
  const before = (await at.look()).composer.text;
  expect((await write('post', ['public', 'Not to be sent.'], 2)).answer).toMatchObject({
    outcome: 'refused',
  });
  expect((await at.look()).composer.text).toBe(before);
  expect(ledger()).toEqual([]);
});

test('a reply keeps the signature', async () => {
  expect((await write('post', ['public', 'A new one is on its way.'])).answer).toEqual({
    outcome: 'accepted',
  });
  await heard(1);
  const sent = at.desk.state().tickets['1042']?.messages.at(-1);
  expect(sent?.role).toBe('agent');
  expect(sent?.html).toMatch(/A new one is on its way\.[\s\S]*Maya Lindqvist/);
});
