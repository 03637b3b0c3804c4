import type { Entry } from '../core/entry';
import type { Result } from '../core/result';
import type { AnchorKeeper } from './anchor';
import type { Clock } from './clock';
import type { Database } from './database';
import { eraseContents } from './erase';
import { contentHashes } from './export-plan';

/** Texts of which facts, and how old. Entries themselves are never removed: they hold no customer's text. */
export interface RetentionChoice {
  /** ISO, exclusive. */
  before: string;
  /** Kinds of entries whose texts go; null for all. */
  kinds: readonly string[] | null;
}

export interface OldTexts {
  hashes: string[];
  /** The time they span: what an export beforehand should cover. Null when there are none. */
  from: string | null;
  to: string | null;
  /** Actions that cannot be taken back any more once their texts are gone. */
  undoLost: number;
}

export interface Retention {
  /** What there is to remove. Changes nothing. */
  find(choice: RetentionChoice): Promise<OldTexts>;
  /** Removes what `find` answered. The chain says so and still verifies. Answers how many texts went. */
  remove(found: OldTexts): Promise<Result<string[]>>;
}

export function createRetention(db: Database, anchor: AnchorKeeper, clock: Clock): Retention {
  return {
    find: (choice) => findOld(db, choice),
    remove: ({ hashes }) => eraseContents(db, anchor, clock, hashes, { kind: 'user' }, 'retention'),
  };
}

const BATCH = 500;

async function findOld(db: Database, { before, kinds }: RetentionChoice): Promise<OldTexts> {
  const found: OldTexts = { hashes: [], from: null, to: null, undoLost: 0 };
  const seqs = await db.entries.where('at').below(before).primaryKeys();
  seqs.sort((a, b) => a - b);
  for (let i = 0; i < seqs.length; i += BATCH) {
    const rows = await db.entries.bulkGet(seqs.slice(i, i + BATCH));
    const entries = rows.flatMap((row) => (row && (kinds?.includes(row.kind) ?? true) ? [row.entry] : []));
    const present = new Set(
      await db.contents.where('hash').anyOf(entries.flatMap(contentHashes)).primaryKeys(),
    );
    for (const entry of entries)
      take(
        found,
        entry,
        contentHashes(entry).filter((hash) => present.has(hash)),
      );
  }
  return found;
}

function take(found: OldTexts, entry: Entry, hashes: string[]): void {
  if (hashes.length === 0) return;
  found.hashes.push(...hashes);
  found.from = found.from === null || entry.at < found.from ? entry.at : found.from;
  found.to = found.to === null || entry.at > found.to ? entry.at : found.to;
  if (entry.kind === 'action.done') found.undoLost += 1;
}
