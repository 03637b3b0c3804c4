import type { Table } from 'dexie';
import { ok, type Result } from '../core/result';
import type { Database } from './database';
import { refusalOf } from './refusals';
import { refuseWhenStale } from './write';

/**
 * Runs `write` in a transaction over `tables`, unless a newer version of the extension owns the database.
 * Refused: `stale-panel`, `cannot-record`.
 */
export async function guarded<T>(db: Database, tables: Table[], write: () => Promise<T>): Promise<Result<T>> {
  try {
    const value = await db.transaction('rw!', [...tables, db.meta], async () => {
      await refuseWhenStale(db);
      return await write();
    });
    return ok(value);
  } catch (error) {
    return { ok: false, refusal: refusalOf(error, db) };
  }
}
