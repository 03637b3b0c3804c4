import type { Database } from './database';
import { brokenWords, type Finding } from './inspect';
import { unopened } from './prepare';
import { readHead } from './write';

/** Entries that are counted at one go: what else is asked of the database waits so long at most. */
const STRETCH = 4_000;

/**
 * Are there as many entries as the end says, and can all of them be reached? It takes as long as the log is long, so
 * the opening does not wait for it; whoever writes should. Where the database cannot be read, it is closed.
 */
export async function recount(db: Database): Promise<Finding[]> {
  try {
    const head = await readHead(db);
    if (!head) return [];
    let found = 0;
    for (let from = 0; from < head.count; from += STRETCH) {
      const to = Math.min(from + STRETCH, head.count);
      found += await db.entries.where('seq').between(from, to, true, false).count();
    }
    return found === head.count ? [] : [await brokenWords(db, head)];
  } catch (error) {
    return [unopened(db, error)];
  }
}
