import { expect, test } from 'vitest';
import tool from '../../tools/log-call';
import { message, proposable, roundTrip, ticket } from './support';

const call = { summary: 'A new jacket was agreed', minutes: 12 };

test('takes one line and whole minutes, and nothing else', () => {
  expect(tool.input.parse(call)).toEqual(call);
  for (const minutes of [0, -1, 1.5, '12', null, 1441])
    expect(tool.input.safeParse({ ...call, minutes }).success, String(minutes)).toBe(false);
  for (const bad of [{ ...call, phone: '+44' }, { minutes: 1 }, { ...call, summary: '' }])
    expect(tool.input.safeParse(bad).success).toBe(false);
});

test('shows the call', () => {
  expect(proposable(tool, call, ticket())).toEqual({
    ok: true,
    value: [{ field: 'Call', before: null, after: 'A new jacket was agreed (12 min)' }],
  });
});

test('is proved by its words and its length', () => {
  const verify = (text: string) =>
    tool.verify(call, ticket(), ticket({ messages: [...ticket().messages, message('m2', 'call', text)] }), {
      outcome: 'accepted',
    });
  expect(verify('A new jacket was agreed\n12 min')).toBe('confirmed');
  expect(verify('A new jacket was agreed\n2 min')).toBe('not-found');
});

test('logs it once, and undo takes that one away', async () => {
  expect(await roundTrip('log_call', call)).toEqual(['call A new jacket was agreed, 12', 'remove-call m2']);
});
