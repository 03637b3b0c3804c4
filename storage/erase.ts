import type { Actor } from '../core/entry';
import type { Result } from '../core/result';
import { ok } from '../core/result';
import type { AnchorKeeper } from './anchor';
import type { Clock } from './clock';
import type { Database } from './database';
import { inChain } from './log';
import { writeFacts } from './write';

/** Hashes in one entry at most, so that no line of an export grows without bound. */
const MOST = 1000;

/**
 * Removes contents for good and appends `content.erased`, which names their hashes: the chain still verifies, and
 * the log says that something was here. Answers the hashes that were removed; none of them known = nothing written.
 * @param why for the log: a person was erased, or the texts were old
 */
export async function eraseContents(
  db: Database,
  anchor: AnchorKeeper,
  clock: Clock,
  hashes: readonly string[],
  actor: Actor,
  why: 'person' | 'retention' | 'chosen' = 'chosen',
): Promise<Result<string[]>> {
  const removed: string[] = [];
  for (let i = 0; i < hashes.length; i += MOST) {
    const some = hashes.slice(i, i + MOST);
    const written = await inChain(db, anchor, async () => {
      const known = await db.contents.where('hash').anyOf(some).primaryKeys();
      if (known.length === 0) return [];
      const erased = [...known].sort();
      await db.contents.bulkDelete(erased);
      return writeFacts(db, [{ kind: 'content.erased', runId: null, actor, data: { erased, why } }], clock);
    });
    if (!written.ok) return written;
    const erased = written.value[0]?.data.erased;
    if (Array.isArray(erased)) removed.push(...erased.map(String));
  }
  return ok(removed);
}

/** The hashes of all contents whose text `matches`: what there is to erase about a person. Reads one at a time. */
export async function findContents(db: Database, matches: (text: string) => boolean): Promise<string[]> {
  const found: string[] = [];
  await db.contents.each((row) => {
    if (matches(row.text)) found.push(row.hash);
  });
  return found;
}
