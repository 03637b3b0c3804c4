import { KnowledgeItem } from '../core/knowledge';
import type { Result } from '../core/result';
import type { Database } from './database';
import { guarded } from './guarded';
import { type Live, live } from './live';

/** The person's own macros, articles and past replies, as imported. */
export interface KnowledgeStore {
  /** Adds them, each in place of an item with the same id: all or none. Answers how many. */
  put(items: readonly KnowledgeItem[]): Promise<Result<number>>;
  /** All that can be understood, by id. */
  all(): Promise<KnowledgeItem[]>;
  /** Removes what came from one file. Answers how many. */
  removeByOrigin(origin: string): Promise<Result<number>>;
  live(): Live<KnowledgeItem[]>;
}

export function createKnowledgeStore(db: Database): KnowledgeStore {
  const all = async () => {
    const rows = await db.knowledge.orderBy('id').toArray();
    return rows.filter((row) => KnowledgeItem.safeParse(row).success);
  };
  return {
    all,
    live: () => live(all),
    put: (items) => {
      const parsed = items.map((item) => KnowledgeItem.parse(item));
      return guarded(db, [db.knowledge], async () => {
        await db.knowledge.bulkPut(parsed);
        return parsed.length;
      });
    },
    removeByOrigin: (origin) =>
      guarded(db, [db.knowledge], () => db.knowledge.where('origin').equals(origin).delete()),
  };
}
