import * as z from 'zod/mini';
import type { Result } from '../core/result';
import type { Clock } from './clock';
import type { Database } from './database';
import { guarded } from './guarded';

/** What a person was writing on a record, kept so that a closed panel loses no words. */
export const SavedDraft = z.strictObject({
  text: z.string(),
  instructions: z.string(),
  /** Who wrote it, in words. */
  by: z.string(),
  incomplete: z.boolean(),
  sources: z.array(
    z.strictObject({
      kind: z.enum(['macro', 'article', 'past-reply', 'ticket']),
      title: z.string(),
      origin: z.string(),
    }),
  ),
});
export type SavedDraft = z.infer<typeof SavedDraft>;

/** One draft per record; `key` as `recordKey` makes it. */
export interface Drafts {
  /** Null when there is none, or none that can be understood. */
  get(key: string): Promise<SavedDraft | null>;
  save(key: string, draft: SavedDraft): Promise<Result<void>>;
  remove(key: string): Promise<Result<void>>;
}

export function createDrafts(db: Database, clock: Clock): Drafts {
  return {
    get: async (key) => {
      const draft = SavedDraft.safeParse((await db.drafts.get(key))?.draft);
      return draft.success ? draft.data : null;
    },
    save: (key, draft) => {
      const row = { recordKey: key, updatedAt: clock.now().toISOString(), draft: SavedDraft.parse(draft) };
      return guarded(db, [db.drafts], async () => {
        await db.drafts.put(row);
      });
    },
    remove: (key) => guarded(db, [db.drafts], () => db.drafts.delete(key)),
  };
}
