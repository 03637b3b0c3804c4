import { liveQuery } from 'dexie';
import type { Database } from './database';
import { readHead } from './write';

/** A value that is read again whenever what it was read from changes, in any panel. */
export interface Live<T> {
  /** Calls `next` at once with the present value and after every change. */
  subscribe(next: (value: T) => void, error?: (error: unknown) => void): { unsubscribe(): void };
}

export function live<T>(read: () => Promise<T>): Live<T> {
  const query = liveQuery(read);
  return { subscribe: (next, error) => query.subscribe(next, error) };
}

/** How many entries there are, again whenever the log grows. Whoever watches reads what is new by itself. */
export function liveEnd(db: Database): Live<number> {
  return live(async () => (await readHead(db))?.count ?? 0);
}
