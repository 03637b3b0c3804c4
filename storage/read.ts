import type { Entry } from '../core/entry';
import type { Database, EntryRow } from './database';

/** Inclusive ends; all of it when left out. */
export interface SeqRange {
  from?: number;
  to?: number;
}

export interface LogReader {
  /** By seq. Rejects when the database cannot be read, as all of these do. */
  entries(range?: SeqRange): Promise<Entry[]>;
  entriesOfAction(actionId: string): Promise<Entry[]>;
  entriesOfRun(runId: string): Promise<Entry[]>;
  /** `key` as `recordKey` makes it. */
  entriesOfRecord(key: string): Promise<Entry[]>;
  /** All entries of the newest `limit` actions (of one record, if given), each action's by seq. */
  entriesOfNewestActions(limit: number, key?: string): Promise<Entry[]>;
  /** Seqs of all proposals, rising: the order of the activity, quick to get however long the log is. */
  proposals(): Promise<number[]>;
  /** All entries of the actions that were proposed at these seqs, each action's by seq. */
  entriesOfProposals(seqs: readonly number[]): Promise<Entry[]>;
  /** `run.started` of the newest `limit` runs that have no `run.finished`. */
  openRuns(limit: number): Promise<Entry[]>;
  /** `run.started` of the newest `limit` runs, newest first. */
  newestRuns(limit: number): Promise<Entry[]>;
  /** A content by its hash; null when it was erased, or never was. */
  content(hash: string): Promise<{ mediaType: string; text: string } | null>;
  /** The texts of many contents at once, by hash; those that are not there are left out. */
  texts(hashes: readonly string[]): Promise<Map<string, string>>;
  /**
   * Some more of all texts, in the order of their hashes, after this one (null: from the first); empty once there are
   * no more. Whoever needs most of them has them many times sooner than by asking for each.
   */
  textsAfter(hash: string | null): Promise<Map<string, string>>;
}

export function createReader(db: Database): LogReader {
  const by = async (index: 'actionId' | 'runId' | 'recordKey', value: string) =>
    plain(await db.entries.where(index).equals(value).sortBy('seq'));
  return {
    entries: async ({ from = 0, to = Number.MAX_SAFE_INTEGER } = {}) =>
      plain(await db.entries.where('seq').between(from, to, true, true).toArray()),
    entriesOfAction: (actionId) => by('actionId', actionId),
    entriesOfRun: (runId) => by('runId', runId),
    entriesOfRecord: (key) => by('recordKey', key),
    entriesOfNewestActions: (limit, key) => newestActions(db, limit, key),
    proposals: () => db.entries.where('kind').equals('action.proposed').primaryKeys(),
    entriesOfProposals: (seqs) => entriesOfProposals(db, seqs),
    openRuns: (limit) => openRuns(db, limit),
    newestRuns: (limit) => newestRuns(db, limit),
    content: async (hash) => {
      const row = await db.contents.get(hash);
      return row ? { mediaType: row.mediaType, text: row.text } : null;
    },
    texts: async (hashes) => {
      const rows = await db.contents.bulkGet([...hashes]);
      return new Map(rows.flatMap((row) => (row ? [[row.hash, row.text]] : [])));
    },
    textsAfter: async (hash) => {
      const rest = hash === null ? db.contents.toCollection() : db.contents.where('hash').above(hash);
      return new Map((await rest.limit(BATCH).toArray()).map((row) => [row.hash, row.text]));
    },
  };
}

/** Texts that are read at one go: a few milliseconds of work, so that no frame is lost to one. */
const BATCH = 400;

/** So many entries for each action are read at one go; where there are more, the actions are asked for one by one. */
const DENSE = 8;

/**
 * Reads the proposals from the end backwards, then what became of them: the cost depends on `limit`, not on the
 * length of the log. What takes an action back is always proposed after it, so it is among them too.
 */
async function newestActions(db: Database, limit: number, key?: string): Promise<Entry[]> {
  const { entries } = db;
  const proposals =
    key === undefined
      ? entries.where('kind').equals('action.proposed').reverse()
      : entries
          .where('recordKey')
          .equals(key)
          .reverse()
          .filter((row) => row.kind === 'action.proposed');
  const seqs = (await proposals.limit(limit).primaryKeys()).reverse();
  const [oldest] = seqs;
  if (key !== undefined || oldest === undefined) return await entriesOfProposals(db, seqs);
  const most = DENSE * seqs.length;
  const rows = await entries.where('seq').aboveOrEqual(oldest).limit(most).toArray();
  if (rows.length === most) return await entriesOfProposals(db, seqs);
  const ids = new Set(rows.flatMap(({ kind, actionId }) => (kind === 'action.proposed' ? actionId : [])));
  return plain(rows.filter(({ actionId }) => ids.has(actionId)));
}

/** One request for each action, all of them in one transaction: a cursor over the same index takes three times as long. */
async function entriesOfProposals(db: Database, seqs: readonly number[]): Promise<Entry[]> {
  return await db.transaction('r', db.entries, async () => {
    const ids = (await db.entries.bulkGet([...seqs])).flatMap((row) => row?.actionId ?? []);
    const actions = await Promise.all(ids.map((id) => db.entries.where('actionId').equals(id).toArray()));
    return actions.flatMap((rows) => plain(rows.sort((a, b) => a.seq - b.seq)));
  });
}

async function newestRuns(db: Database, limit: number): Promise<Entry[]> {
  return plain(await db.entries.where('kind').equals('run.started').reverse().limit(limit).toArray());
}

async function openRuns(db: Database, limit: number): Promise<Entry[]> {
  const started = await newestRuns(db, limit);
  const rows = await db.entries
    .where('runId')
    .anyOf(started.flatMap((entry) => entry.runId ?? []))
    .filter((row) => row.kind === 'run.finished')
    .toArray();
  const finished = new Set(rows.map((row) => row.runId));
  return started.filter((entry) => entry.runId !== null && !finished.has(entry.runId));
}

function plain(rows: EntryRow[]): Entry[] {
  return rows.map((row) => row.entry);
}
