import { expect, test } from 'vitest';
import tool from '../../tools/remove-note';
import { expectStrictInput, fakeDesk, go, message, PROTOTYPE_NAMES, roundTrip, ticket } from './support';

const input = { messageKey: 'm2', body: 'A note of ours' };
const noted = () =>
  ticket({
    messages: [...ticket().messages, message('m2', 'note', input.body), message('m3', 'agent', 'Hello')],
  });
const codeOf = (messageKey: string) => {
  const preview = tool.preview({ ...input, messageKey }, noted());
  return preview.ok ? 'ok' : preview.refusal.code;
};

test('is for Undo alone: no mode offers it to a model', () => {
  expectStrictInput('remove_note', input);
  expect(tool.offeredIn).toEqual([]);
});

test('shows the note that goes, and removes nothing but notes', () => {
  expect(tool.preview(input, noted())).toEqual({
    ok: true,
    value: [{ field: 'Internal note', before: 'A note of ours', after: null }],
  });
  for (const key of ['m9', ...PROTOTYPE_NAMES]) expect(codeOf(key), key).toBe('already-so');
  expect([codeOf('m1'), codeOf('m3')]).toEqual(['wrong-visibility', 'wrong-visibility']);
});

test('removes that message, and only if the guard lets it', async () => {
  const desk = fakeDesk(noted());
  expect(await tool.commit(input, desk.ports, () => ({ code: 'other-record' }))).toMatchObject({
    outcome: 'refused',
  });
  expect(desk.effects).toEqual([]);
  await tool.commit(input, desk.ports, go);
  expect(desk.effects).toEqual(['remove m2']);
});

test('is proved when the note is gone', () => {
  const accepted = { outcome: 'accepted' } as const;
  expect(tool.verify(input, noted(), ticket(), accepted)).toBe('confirmed');
  expect(tool.verify(input, noted(), noted(), accepted)).toBe('not-found');
});

test('undo adds the same words again', async () => {
  const start = ticket({ messages: [...ticket().messages, message('m2', 'note', input.body)] });
  expect(await roundTrip('remove_note', input, start)).toEqual(['remove m2', `internal: ${input.body}`]);
});
