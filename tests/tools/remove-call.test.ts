import { expect, test } from 'vitest';
import tool from '../../tools/remove-call';
import { expectStrictInput, fakeDesk, message, run, ticket, undo } from './support';

const seen = () => ticket({ messages: [...ticket().messages, message('m2', 'call', 'Agreed\n12 min')] });
const input = { messageKey: 'm2', text: 'Agreed (12 min)' };

test('takes the entry’s key, and is offered to no model', () => {
  expectStrictInput('remove_call', input);
  expect(tool.offeredIn).toEqual([]);
  expect(tool.preview({ ...input, messageKey: 'm1' }, seen())).toMatchObject({
    refusal: { code: 'already-so' },
  });
});

test('removes that one; taken back, the call stands there again', async () => {
  const desk = fakeDesk(seen());
  const done = await run(desk, 'remove_call', input);
  expect(done).toMatchObject({ status: 'done' });
  expect(await undo(desk, 'remove_call', input, done)).toMatchObject({ status: 'done' });
  expect(desk.effects).toEqual(['remove-call m2', 'call Agreed, 12']);
});
