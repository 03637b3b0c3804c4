import type { Entry } from '../core/entry';
import type { Database, Installation } from './database';
import { EMPTY_HEAD, NO_HASH } from './link';
import { readHead, readInstallation } from './write';

/** Which entries: all (null), one run, one record (key as `recordKey` makes it), or a stretch of time (ISO, inclusive). */
export type ExportFilter = null | { runId: string } | { recordKey: string } | { from: string; to: string };

export interface ExportPlan {
  installation: Installation;
  /** Rising. Null for all from `fromSeq` to `toSeq`: a list of them would grow with the log. */
  seqs: number[] | null;
  fromSeq: number;
  /** Fixed here: entries appended while the export runs are not part of it. */
  toSeq: number;
  previousHash: string;
}

/**
 * Decides what goes into the file. Null when there is nothing to export. A damaged log is exported as it is: the
 * header names the seqs that should be there, and `verify` finds what is not.
 */
export async function planExport(db: Database, filter: ExportFilter): Promise<ExportPlan | null> {
  const installation = await readInstallation(db);
  const { count } = (await readHead(db)) ?? EMPTY_HEAD;
  if (!installation) return null;
  if (filter === null) {
    const [first] = await db.entries.where('seq').below(count).limit(1).primaryKeys();
    const all = { installation, seqs: null, fromSeq: 0, toSeq: count - 1, previousHash: NO_HASH };
    return first === undefined ? null : all;
  }
  const seqs = (await chosenSeqs(db, filter)).filter((seq) => seq < count).sort((a, b) => a - b);
  const [fromSeq, toSeq] = [seqs[0], seqs[seqs.length - 1]];
  if (fromSeq === undefined || toSeq === undefined) return null;
  return { installation, seqs, fromSeq, toSeq, previousHash: await hashBefore(db, fromSeq) };
}

function chosenSeqs(db: Database, filter: NonNullable<ExportFilter>): Promise<number[]> {
  if ('runId' in filter) return db.entries.where('runId').equals(filter.runId).primaryKeys();
  if ('recordKey' in filter) return db.entries.where('recordKey').equals(filter.recordKey).primaryKeys();
  return db.entries.where('at').between(filter.from, filter.to, true, true).primaryKeys();
}

async function hashBefore(db: Database, seq: number): Promise<string> {
  if (seq === 0) return NO_HASH;
  const row = await db.entries.get(seq);
  return row?.entry.previousHash ?? NO_HASH;
}

/** How many entries the file will hold. */
export async function plannedCount(db: Database, { seqs, toSeq }: ExportPlan): Promise<number> {
  return seqs?.length ?? (await db.entries.where('seq').belowOrEqual(toSeq).count());
}

const BATCH = 100;

/** The planned entries, some in memory at a time. */
export async function* readBatches(
  db: Database,
  { seqs, fromSeq, toSeq }: ExportPlan,
): AsyncGenerator<Entry[]> {
  if (seqs === null) {
    for (let from = fromSeq; from <= toSeq; from += BATCH) {
      const to = Math.min(from + BATCH - 1, toSeq);
      const rows = await db.entries.where('seq').between(from, to, true, true).toArray();
      yield rows.map((row) => row.entry);
    }
    return;
  }
  for (let i = 0; i < seqs.length; i += BATCH) {
    const rows = await db.entries.bulkGet(seqs.slice(i, i + BATCH));
    yield rows.flatMap((row) => (row ? [row.entry] : []));
  }
}

/** The same, one by one. */
export async function* readPlanned(db: Database, plan: ExportPlan): AsyncGenerator<Entry> {
  for await (const entries of readBatches(db, plan)) yield* entries;
}

/** The contents that the entries name, in the order in which a reader meets them: by entry, within it by name. */
export function contentHashes(entry: Entry): string[] {
  return Object.keys(entry.contents)
    .sort()
    .flatMap((name) => entry.contents[name] ?? []);
}

/** The hashes that an entry says were erased. */
export function erasedHashes(entry: Entry): string[] {
  const erased = entry.kind === 'content.erased' ? entry.data.erased : null;
  return Array.isArray(erased) ? erased.filter((hash) => typeof hash === 'string') : [];
}
