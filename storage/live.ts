import { liveQuery } from 'dexie';
import type { Entry } from '../core/entry';
import type { LogReader } from './read';

/** A value that is read again whenever what it was read from changes, in any panel. */
export interface Live<T> {
  /** Calls `next` at once with the present value and after every change. */
  subscribe(next: (value: T) => void, error?: (error: unknown) => void): { unsubscribe(): void };
}

export function live<T>(read: () => Promise<T>): Live<T> {
  const query = liveQuery(read);
  return { subscribe: (next, error) => query.subscribe(next, error) };
}

/** Which entries to watch. `newestActions` is for the activity list: it stays quick in a long log. */
export type LivePick =
  | { newestActions: number; recordKey?: string }
  | { actionId: string }
  | { runId: string }
  | { recordKey: string };

export function liveEntries(reader: LogReader, pick: LivePick): Live<Entry[]> {
  return live(() => {
    if ('newestActions' in pick) return reader.entriesOfNewestActions(pick.newestActions, pick.recordKey);
    if ('actionId' in pick) return reader.entriesOfAction(pick.actionId);
    if ('runId' in pick) return reader.entriesOfRun(pick.runId);
    return reader.entriesOfRecord(pick.recordKey);
  });
}
