import type { Entry } from '../core/entry';
import { contentHash } from '../core/hash';
import { checkpointHolds } from './checkpoint';
import type { Clock } from './clock';
import type { ContentRow, Database, EntryRow, Installation } from './database';
import { contentHashes, erasedHashes } from './export-plan';
import { ADVICE, countWords, dayOf, type Finding, hashHolds } from './inspect';
import { EMPTY_HEAD, NO_HASH, rowOf } from './link';
import { readHead, readInstallation } from './write';

/** Called between two slices with how many of how many entries are checked; resolves when the next may run. */
export type Pace = (done: number, total: number) => Promise<void>;

export interface ChainReport {
  checkedAt: string;
  entries: number;
  texts: number;
  checkpoints: number;
  /** Empty when everything holds. */
  findings: Finding[];
}

/** Entries in a slice: a few milliseconds of work, so that no frame is lost to one. */
const SLICE = 25;

/** What was met so far. The first of each fault is kept: it is the place to look at. */
interface Walk {
  report: ChainReport;
  previous: Entry | null;
  missing: { count: number; after: Entry | null; before: Entry }[];
  changed: Entry[];
  /** Hash → the entry that names it, of texts that are not here. */
  absent: Map<string, Entry>;
  spoilt: Entry[];
  unsigned: Entry[];
}

/**
 * Walks the chain as it stands now: every entry against its hash, its link, its index keys; every text against its
 * hash; every checkpoint against the key. Entries appended meanwhile are not part of it.
 */
export async function checkChain(db: Database, clock: Clock, pace: Pace): Promise<ChainReport> {
  const head = (await readHead(db)) ?? EMPTY_HEAD;
  const installation = await readInstallation(db);
  const report = { checkedAt: clock.now().toISOString(), entries: 0, texts: 0, checkpoints: 0, findings: [] };
  const walk: Walk = {
    report,
    previous: null,
    missing: [],
    changed: [],
    absent: new Map(),
    spoilt: [],
    unsigned: [],
  };
  for (let from = 0; from < head.count; from += SLICE) {
    const to = Math.min(from + SLICE, head.count);
    const rows = await db.entries.where('seq').between(from, to, true, false).toArray();
    const contents = await db.contents.bulkGet(rows.flatMap((row) => contentHashes(row.entry)));
    for (const row of rows) takeEntry(walk, row);
    takeTexts(walk, rows, contents);
    for (const { entry } of rows) await takeCheckpoint(db, walk, entry, installation);
    await pace(to, head.count);
  }
  const end = walk.previous ? walk.previous.seq + 1 : 0;
  return { ...report, findings: findingsOf(walk, head.count - end) };
}

function takeEntry(walk: Walk, row: EntryRow): void {
  const { entry } = row;
  const { previous } = walk;
  const expected = previous ? previous.seq + 1 : 0;
  if (entry.seq > expected)
    walk.missing.push({ count: entry.seq - expected, after: previous, before: entry });
  const follows = entry.seq > expected || entry.previousHash === (previous?.hash ?? NO_HASH);
  const { entry: _same, ...keys } = rowOf(entry);
  const { entry: _stored, ...stored } = row;
  const isFound =
    JSON.stringify(Object.entries(keys).sort()) === JSON.stringify(Object.entries(stored).sort());
  if (!follows || !isFound || !hashHolds(entry)) walk.changed.push(entry);
  for (const hash of erasedHashes(entry)) walk.absent.delete(hash);
  walk.previous = entry;
  walk.report.entries += 1;
}

function takeTexts(walk: Walk, rows: EntryRow[], contents: (ContentRow | undefined)[]): void {
  const found = new Map(contents.flatMap((row) => (row ? [[row.hash, row]] : [])));
  for (const { entry } of rows) {
    for (const hash of contentHashes(entry)) {
      const row = found.get(hash);
      if (!row) walk.absent.set(hash, entry);
      else if (contentHash(bytesOf(row.salt), row.mediaType, row.text) === hash) walk.report.texts += 1;
      else walk.spoilt.push(entry);
    }
  }
  // A text may be erased by an entry of its own slice.
  for (const { entry } of rows) for (const hash of erasedHashes(entry)) walk.absent.delete(hash);
}

async function takeCheckpoint(
  db: Database,
  walk: Walk,
  entry: Entry,
  installation: Installation | null,
): Promise<void> {
  if (entry.kind !== 'log.checkpoint' || !installation) return;
  const { seq, hash, signature } = entry.data;
  const isWhole = typeof seq === 'number' && typeof hash === 'string' && typeof signature === 'string';
  const holds =
    isWhole &&
    (await db.entries.get(seq))?.entry.hash === hash &&
    (await checkpointHolds(installation.publicKey, installation.id, { seq, hash, signature }));
  if (holds) walk.report.checkpoints += 1;
  else walk.unsigned.push(entry);
}

function findingsOf(walk: Walk, missingAtEnd: number): Finding[] {
  const found: Finding[] = walk.missing.map(({ count, after, before }) => ({
    kind: 'missing',
    words: `Missing ${after ? `between ${placeOf(after)} and` : 'before'} ${placeOf(before)}: ${countWords(count)}. ${ADVICE}`,
  }));
  if (missingAtEnd > 0) {
    const last = walk.previous ? ` after ${placeOf(walk.previous)}` : '';
    found.push({ kind: 'cut', words: `Missing at the end${last}: ${countWords(missingAtEnd)}. ${ADVICE}` });
  }
  const say = (kind: Finding['kind'], what: string, entries: Entry[]): void => {
    const [first] = entries;
    if (!first) return;
    const place = entries.length > 1 ? `, the first of them ${placeOf(first)}` : `, ${placeOf(first)}`;
    found.push({ kind, words: `${what}: ${countWords(entries.length)}${place}. ${ADVICE}` });
  };
  say('rewritten', 'Changed after it was written', walk.changed);
  say('texts', 'With a text that was changed', walk.spoilt);
  say('texts', 'Without a text that nobody erased', [...new Set(walk.absent.values())]);
  say('checkpoint', 'With a signature that does not hold', walk.unsigned);
  return found;
}

function placeOf({ seq, at }: Entry): string {
  return `entry ${seq} of ${dayOf(at)}`;
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
