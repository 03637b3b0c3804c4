import { expect, test } from 'vitest';
import tool from '../../tools/create-task';
import { fakeDesk, message, proposable, roundTrip, run, ticket } from './support';

const task = { title: 'Call the carrier', due: '2199-12-01' };

test('takes a title and a day or null, and nothing else', () => {
  for (const good of [task, { ...task, due: null }]) expect(tool.input.parse(good)).toEqual(good);
  for (const bad of [
    {},
    { title: 'x' },
    { due: null },
    { ...task, id: '7' },
    { title: ' ', due: null },
    { title: 1, due: null },
  ])
    expect(tool.input.safeParse(bad).success).toBe(false);
});

test('shows the task, and refuses a day that there is not and a page that is no ticket', () => {
  expect(proposable(tool, task, ticket())).toEqual({
    ok: true,
    value: [{ field: 'Task', before: null, after: 'Call the carrier (due 2199-12-01)' }],
  });
  for (const due of ['2199-02-30', '1 May', '', '2199-12-01T09:00'])
    expect(proposable(tool, { ...task, due }, ticket())).toMatchObject({ refusal: { code: 'bad-time' } });
  const contact = ticket({ record: { ...ticket().record, type: 'contact' } });
  expect(proposable(tool, task, contact)).toMatchObject({ refusal: { code: 'no-record' } });
});

test('is proved by a task that was not there before; one of the same words proves nothing', () => {
  const ours = message('m2', 'task', 'Call the carrier\nDue 2199-12-01');
  const after = (...more: (typeof ours)[]) => ticket({ messages: [...ticket().messages, ...more] });
  const verify = (before: (typeof ours)[], now: (typeof ours)[]) =>
    tool.verify(task, after(...before), after(...now), { outcome: 'accepted' });
  expect(verify([], [ours])).toBe('confirmed');
  expect(verify([], [])).toBe('not-found');
  expect(verify([], [{ ...ours, role: 'note' }])).toBe('not-found');
  expect(verify([], [{ ...ours, text: 'Call the carrier' }])).toBe('not-found');
  expect(verify([ours], [ours])).toBe('unknown');
});

test('adds it once, and undo takes that one away', async () => {
  expect(await roundTrip('create_task', task)).toEqual([
    'task Call the carrier, 2199-12-01',
    'remove-task m2',
  ]);
  expect(await roundTrip('create_task', { ...task, due: null })).toEqual([
    'task Call the carrier, ',
    'remove-task m2',
  ]);
});

test('a colleague’s task is no reason to ask again, and stays', async () => {
  const desk = fakeDesk();
  desk.now.messages.push(message('m9', 'task', 'Theirs'));
  expect(await run(desk, 'create_task', task)).toMatchObject({ status: 'done', messageKey: 'm3' });
  expect(desk.now.messages.map((m) => m.key)).toEqual(['m1', 'm9', 'm3']);
});
