import { expect, it } from 'vitest';
import { dayWords, lastUndoable, newestFirst } from '../../../components/activity/activity-words';
import { receipt } from '../gallery/samples';

it('puts the newest first, and of two at one time the later one', () => {
  const at = '2026-11-22T09:12:00.000Z';
  const items = [
    receipt({ actionId: 'a', at }),
    receipt({ actionId: 'b', at }),
    receipt({ actionId: 'c', at: '2026-11-22T09:11:00.000Z' }),
  ];
  expect(newestFirst(items).map((item) => item.actionId)).toEqual(['b', 'a', 'c']);
});

it('takes back the newest action that can be taken back', () => {
  const items = newestFirst([
    receipt({ actionId: 'old' }),
    receipt({ actionId: 'new', undo: 'no', at: '2026-11-22T10:00:00.000Z' }),
  ]);
  expect(lastUndoable(items)?.actionId).toBe('old');
  expect(lastUndoable([])).toBeNull();
});

it('names days as people do', () => {
  const now = new Date(2026, 10, 22, 0, 30);
  expect(dayWords(new Date(2026, 10, 22, 0, 1).toISOString(), now)).toBe('Today');
  expect(dayWords(new Date(2026, 10, 21, 23, 59).toISOString(), now)).toBe('Yesterday');
  expect(dayWords(new Date(2026, 10, 1).toISOString(), now)).toMatch(/2026/);
});
