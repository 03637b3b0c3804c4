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

/** The one that `Undo last action` takes back: the newest on the record that is open, else the newest of all. */
export function lastUndoable(
  newestFirst: readonly ActivityItem[],
  recordKey: string | null,
): ActivityItem | null {
  const canUndo = (item: ActivityItem): boolean => item.undo === 'possible';
  return (
    newestFirst.find((item) => item.recordKey === recordKey && canUndo(item)) ??
    newestFirst.find(canUndo) ??
    null
  );
}

/** By the newest of its actions: each run of which several can be taken back, and how many. */
export function wholeRuns(
  newestFirst: readonly ActivityItem[],
): Map<string, { runId: string; count: number }> {
  const runs = new Map<string, { first: string; runId: string; count: number }>();
  for (const { actionId, runId, undo } of newestFirst) {
    if (runId === null || undo !== 'possible') continue;
    const run = runs.get(runId);
    if (run) run.count += 1;
    else runs.set(runId, { first: actionId, runId, count: 1 });
  }
  const several = [...runs.values()].filter(({ count }) => count > 1);
  return new Map(several.map(({ first, runId, count }) => [first, { runId, count }]));
}

/** `Today`, `Yesterday` or the date, in the reader's own time and language. */
export function dayWords(at: string, now: Date): string {
  const day = new Date(at);
  const days = Math.round((startOfDay(now) - startOfDay(day)) / 86_400_000);
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  return DATE.format(day);
}

/** The time of day, in the reader's own time and language. */
export function timeWords(at: string): string {
  return TIME.format(new Date(at));
}

// Made once: to make one takes longer than all the rest of a row.
const DATE = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long', year: 'numeric' });
const TIME = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });

const startOfDay = (date: Date): number =>
  new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
