import type { Page } from 'playwright';
import type { Entry } from '../../../core/entry';

/** The entries of the log from one on, read off the disk by a page of the extension. */
export function entriesIn(page: Page, fromSeq = 0): Promise<Entry[]> {
  return page.evaluate(readEntries, fromSeq);
}

// Runs in the extension's page; sees nothing of this file.
function readEntries(fromSeq: number): Promise<Entry[]> {
  interface Request {
    result: unknown;
    onsuccess: () => void;
    onerror: () => void;
    error: unknown;
  }
  interface Opened {
    transaction(name: string): { objectStore(name: string): { getAll(range: unknown): Request } };
    close(): void;
  }
  const { indexedDB, IDBKeyRange } = globalThis as unknown as {
    indexedDB: { open(name: string): Request };
    IDBKeyRange: { lowerBound(seq: number): unknown };
  };
  const ended = (request: Request): Promise<unknown> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  return ended(indexedDB.open('countersign')).then(async (result) => {
    const database = result as Opened;
    const rows = (await ended(
      database.transaction('entries').objectStore('entries').getAll(IDBKeyRange.lowerBound(fromSeq)),
    )) as {
      entry: Entry;
    }[];
    database.close();
    return rows.map((row) => row.entry);
  });
}

const OVER = new Set([
  'action.done',
  'action.failed',
  'action.unknown',
  'action.cancelled',
  'action.rejected',
]);

/** What the log still owes an end: actions that were signed, runs that began. */
export function unsettled(entries: readonly Entry[]): string[] {
  const open = new Map<string, string>();
  for (const entry of entries) {
    const { actionId } = entry.data;
    if (entry.kind === 'run.started') open.set(`run ${entry.runId}`, 'run');
    if (entry.kind === 'run.finished') open.delete(`run ${entry.runId}`);
    if (typeof actionId !== 'string') continue;
    if (entry.kind === 'approval.granted' || entry.kind === 'action.started')
      open.set(`action ${actionId}`, entry.kind);
    if (OVER.has(entry.kind) || entry.kind === 'approval.voided') open.delete(`action ${actionId}`);
  }
  return [...open.keys()];
}

/** Without what was looked for again of actions that were there before. */
export function ofNewActions(entries: readonly Entry[]): Entry[] {
  const own = new Set(entries.filter((e) => e.kind === 'action.proposed').map((e) => e.data.actionId));
  return entries.filter((e) => e.data.actionId === undefined || own.has(e.data.actionId));
}
