import * as z from 'zod/mini';
import type { Result } from '../core/result';
import type { Clock } from './clock';
import type { Database } from './database';
import { guarded } from './guarded';

/** What a person was writing on a record, kept so that a closed panel loses no words. */
export const SavedDraft = z.strictObject({
  text: z.string(),
  /** False for what an engine wrote and nobody changed. */
  isOwn: z.boolean(),
  instructions: z.string(),
  /** Who wrote it, in words. */
  by: z.string(),
  incomplete: z.boolean(),
  sources: z.array(
    z.strictObject({
      kind: z.enum(['macro', 'article', 'past-reply', 'ticket', 'site-note']),
      title: z.string(),
      origin: z.string(),
    }),
  ),
});
export type SavedDraft = z.infer<typeof SavedDraft>;

/** One draft per record; `key` as `recordKey` makes it. */
export interface Drafts {
  /** Null when there is none, none that can be understood, or an old one: the conversation has gone on since. */
  get(key: string): Promise<SavedDraft | null>;
  save(key: string, draft: SavedDraft): Promise<Result<void>>;
  remove(key: string): Promise<Result<void>>;
  /** Removes those that are not handed out any more. */
  removeOld(): Promise<Result<void>>;
}

const KEPT_MS = 14 * 86_400_000;

const oldest = (clock: Clock): string => new Date(clock.now().getTime() - KEPT_MS).toISOString();

export function createDrafts(db: Database, clock: Clock): Drafts {
  return {
    get: async (key) => {
      const row = await db.drafts.get(key);
      const draft = SavedDraft.safeParse(row?.draft);
      return row && draft.success && row.updatedAt >= oldest(clock) ? draft.data : null;
    },
    save: (key, draft) => {
      const row = { recordKey: key, updatedAt: clock.now().toISOString(), draft: SavedDraft.parse(draft) };
      return guarded(db, [db.drafts], async () => {
        await db.drafts.put(row);
      });
    },
    removeOld: () =>
      guarded(db, [db.drafts], async () => {
        await db.drafts.where('updatedAt').below(oldest(clock)).delete();
      }),
    remove: (key) => guarded(db, [db.drafts], () => db.drafts.delete(key)),
  };
}
