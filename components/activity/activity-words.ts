import type { ActivityItem } from '../../agent/view';
import type { BadgeTone } from '../ui/Badge';

export const ACTIVITY_STATUS: Record<ActivityItem['status'], { tone: BadgeTone; words: string }> = {
  proposed: { tone: 'plain', words: 'Proposed' },
  running: { tone: 'accent', words: 'Running' },
  done: { tone: 'ok', words: 'Done' },
  failed: { tone: 'danger', words: 'Not done' },
  unknown: { tone: 'warn', words: 'Not certain' },
  'not-sent': { tone: 'danger', words: 'Not sent' },
  rejected: { tone: 'plain', words: 'Rejected' },
  undone: { tone: 'plain', words: 'Taken back' },
};

/** Newest first; of two with one time, the later in the list is the newer. */
export function newestFirst(items: readonly ActivityItem[]): ActivityItem[] {
  return items
    .map((item, place) => ({ item, place }))
    .sort((a, b) => b.item.at.localeCompare(a.item.at) || b.place - a.place)
    .map(({ item }) => item);
}

/** The one that `Undo last action` takes back. */
export const lastUndoable = (newest: readonly ActivityItem[]): ActivityItem | null =>
  newest.find((item) => item.undo === 'possible') ?? null;

/** `Today`, `Yesterday` or the date, in the reader's own time and language. */
export function dayWords(at: string, now: Date): string {
  const day = new Date(at);
  const days = Math.round((startOfDay(now) - startOfDay(day)) / 86_400_000);
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  return day.toLocaleDateString(undefined, { day: 'numeric', month: 'long', year: 'numeric' });
}

const startOfDay = (date: Date): number =>
  new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
