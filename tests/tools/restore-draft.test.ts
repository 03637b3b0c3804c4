import { expect, test } from 'vitest';
import tool from '../../tools/restore-draft';
import { expectStrictInput, fakeDesk, go, run, ticket, undo } from './support';

const body = 'Hello Tamsin';
const input = { restore: '{"before":"","after":"Hello Tamsin\\n"}', body };

test('is for Undo alone: no mode offers it to a model', () => {
  expectStrictInput('restore_draft', input);
  expect(tool.input.safeParse({ restore: '', body }).success).toBe(false);
  expect(tool.offeredIn).toEqual([]);
});

test('shows the draft that goes, and needs the box to be there', () => {
  const box = (text: string) => ticket({ composer: { ...ticket().composer, text } });
  expect(tool.preview(input, box(`${body}\n\nKind regards`))).toEqual({
    ok: true,
    value: [{ field: 'Reply box', before: body, after: null }],
  });
  // It was sent, or taken out by hand: saying that it was taken back would be untrue.
  expect(tool.preview(input, box('Kind regards'))).toMatchObject({ refusal: { code: 'nothing-to-undo' } });
  const closed = ticket({ composer: { ...ticket().composer, present: false } });
  expect(tool.preview(input, closed)).toMatchObject({ refusal: { code: 'nothing-to-undo' } });
});

test('writes into the box only if the guard lets it', async () => {
  const desk = fakeDesk();
  expect(await tool.commit(input, desk.ports, () => ({ code: 'editor-changed' }))).toMatchObject({
    outcome: 'refused',
  });
  expect(desk.effects).toEqual([]);
  expect(await tool.commit(input, desk.ports, go)).toMatchObject({ outcome: 'accepted' });
  expect(desk.effects).toEqual(['restore draft']);
});

test('what the page refuses stays refused', () => {
  const refused = { outcome: 'refused', refusal: { code: 'editor-changed' } } as const;
  expect(tool.verify(input, ticket(), ticket(), refused)).toBe('not-found');
});

test('undo of the undo puts the same draft in again', async () => {
  const desk = fakeDesk();
  const inserted = await run(desk, 'insert_draft', { body });
  const full = structuredClone(desk.now);
  const back = { restore: inserted.restore ?? '', body };
  const restored = await run(desk, 'restore_draft', back);
  expect(desk.now).toEqual(ticket());
  expect(await undo(desk, 'restore_draft', back, restored)).toMatchObject({ status: 'done' });
  expect(desk.now).toEqual(full);
});
