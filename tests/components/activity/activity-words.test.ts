import { expect, it } from 'vitest';
import { dayWords, lastUndoable, wholeRuns } from '../../../components/activity/activity-words';
import { receipt } from '../gallery/samples';

const HERE = receipt().recordKey;

it('takes back the newest action that can be taken back, on the record that is open before all others', () => {
  const items = [
    receipt({ actionId: 'new', undo: 'no' }),
    receipt({ actionId: 'redo', undo: 'redo' }),
    receipt({ actionId: 'elsewhere', recordKey: 'another' }),
    receipt({ actionId: 'here' }),
    receipt({ actionId: 'old' }),
  ];
  expect(lastUndoable(items, HERE)?.actionId).toBe('here');
  expect(lastUndoable(items, null)?.actionId).toBe('elsewhere');
  expect(lastUndoable(items, 'a third')?.actionId).toBe('elsewhere');
  expect(lastUndoable([], HERE)).toBeNull();
});

it('offers to take back a run of which several actions can be', () => {
  const items = [
    receipt({ actionId: 'a', runId: 'one' }),
    receipt({ actionId: 'b', runId: 'two' }),
    receipt({ actionId: 'c', runId: 'two', undo: 'no' }),
    receipt({ actionId: 'd', runId: 'one' }),
    receipt({ actionId: 'e', runId: null }),
  ];
  expect([...wholeRuns(items)]).toEqual([['a', { runId: 'one', count: 2 }]]);
});

it('names days as people do', () => {
  const now = new Date(2026, 10, 22, 0, 30);
  expect(dayWords(new Date(2026, 10, 22, 0, 1).toISOString(), now)).toBe('Today');
  expect(dayWords(new Date(2026, 10, 21, 23, 59).toISOString(), now)).toBe('Yesterday');
  expect(dayWords(new Date(2026, 10, 1).toISOString(), now)).toMatch(/2026/);
});
