import type { Entry, Fact } from '../core/entry';
import { ok, type Result } from '../core/result';
import type { AnchorKeeper } from './anchor';
import type { Clock } from './clock';
import type { Database, Head } from './database';
import { refusalOf } from './refusals';
import { Moved, writeAfter, writeFacts } from './write';

export interface Log {
  /**
   * Writes one fact and answers once it is on the disk (strict durability). Refused, with nothing written:
   * `used-already` (the action was started before, by any panel), `cannot-record` (no room, or the store
   * failed), `bad-text` (half a surrogate pair), `stale-panel` (a newer version owns the log).
   */
  append(fact: Fact): Promise<Result<Entry>>;
  /** The same for several facts: all of them or none, side by side in the chain. */
  appendAll(facts: readonly Fact[]): Promise<Result<Entry[]>>;
}

/** `onWritten` gets what was appended, once it is on the disk. */
export function createLog(
  db: Database,
  anchor: AnchorKeeper,
  clock: Clock,
  onWritten: (entries: readonly Entry[]) => void,
): Log {
  /** Where this panel last saw the chain end. A guess: every write asks the database whether it still holds. */
  let end: Head | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  async function appendAll(facts: readonly Fact[]): Promise<Result<Entry[]>> {
    if (facts.length === 0) return ok([]);
    // One after the other, as they were asked for: the next one's guess is the end of this one.
    const mine = turn.then(() => write(facts));
    turn = mine.then(
      () => undefined,
      () => undefined,
    );
    const written = await mine;
    if (written.ok) onWritten(written.value);
    return written;
  }

  async function write(facts: readonly Fact[]): Promise<Result<Entry[]>> {
    const written = (end && (await writeAt(end, facts))) ?? (await atHead(facts));
    const last = written.ok ? written.value.at(-1) : null;
    end = last ? { count: last.seq + 1, hash: last.hash } : null;
    return written;
  }

  /** Asks the database once for everything, and hashes while it looks. Null, with nothing written, when another panel wrote meanwhile. */
  async function writeAt(guess: Head, facts: readonly Fact[]): Promise<Result<Entry[]> | null> {
    try {
      return await inChain(db, anchor, async () => writeAfter(db, facts, clock, guess));
    } catch (error) {
      if (error instanceof Moved) return null;
      throw error;
    }
  }

  const atHead = (facts: readonly Fact[]) => inChain(db, anchor, () => writeFacts(db, facts, clock));

  async function append(fact: Fact): Promise<Result<Entry>> {
    const written = await appendAll([fact]);
    if (!written.ok) return written;
    const [entry] = written.value;
    if (!entry) throw new Error('One fact went in and no entry came out');
    return ok(entry);
  }
  return { append, appendAll };
}

/** Runs `write` in one transaction over the chain; panels queue for it at the head row. */
export async function inChain(
  db: Database,
  anchor: AnchorKeeper,
  write: () => Promise<Entry[]>,
): Promise<Result<Entry[]>> {
  try {
    // `!`: a transaction of its own, even inside another one. `async`: Dexie follows awaits only in a function
    // that is declared so; in any other the transaction would end at the first one.
    const entries = await db.transaction(
      'rw!',
      [db.entries, db.contents, db.meta],
      async () => await write(),
    );
    const last = entries[entries.length - 1];
    if (last) anchor.note({ count: last.seq + 1, hash: last.hash });
    return ok(entries);
  } catch (error) {
    return { ok: false, refusal: refusalOf(error, db) };
  }
}
