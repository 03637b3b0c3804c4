import { expect, test } from 'vitest';
import tool from '../../tools/remove-task';
import { expectStrictInput, fakeDesk, message, run, ticket, undo } from './support';

const seen = () =>
  ticket({ messages: [...ticket().messages, message('m2', 'task', 'Call them\nDue 2199-12-01')] });
const input = { messageKey: 'm2', text: 'Call them (due 2199-12-01)' };

test('takes the entry’s key, and is offered to no model', () => {
  expectStrictInput('remove_task', input);
  expect(tool.offeredIn).toEqual([]);
});

test('refuses what is not there any more, and what is no task', () => {
  expect(tool.preview(input, seen())).toMatchObject({ ok: true });
  for (const messageKey of ['m1', 'm7'])
    expect(tool.preview({ ...input, messageKey }, seen())).toMatchObject({ refusal: { code: 'already-so' } });
});

test('removes that one; taken back, the task stands there again', async () => {
  const desk = fakeDesk(seen());
  const done = await run(desk, 'remove_task', input);
  expect(done).toMatchObject({ status: 'done' });
  expect(desk.now.messages.map((m) => m.key)).toEqual(['m1']);
  expect(await undo(desk, 'remove_task', input, done)).toMatchObject({ status: 'done' });
  expect(desk.effects).toEqual(['remove-task m2', 'task Call them, 2199-12-01']);
});
