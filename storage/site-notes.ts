import type { Result } from '../core/result';
import { SiteNote } from '../core/site-note';
import type { Database } from './database';
import { guarded } from './guarded';

const PREFIX = 'site-note:';

/** A person's own notes, one for each site. They stay on this machine. */
export interface SiteNoteStore {
  /** Null when there is none for this host, or none that can be understood. */
  of(host: string): Promise<SiteNote | null>;
  put(note: SiteNote): Promise<Result<void>>;
  remove(host: string): Promise<Result<void>>;
}

export function createSiteNotes(db: Database): SiteNoteStore {
  return {
    of: async (host) => {
      const parsed = SiteNote.safeParse((await db.keyValue.get(PREFIX + host))?.value);
      return parsed.success ? parsed.data : null;
    },
    put: (note) => {
      const value = SiteNote.parse(note);
      return guarded(db, [db.keyValue], async () => {
        await db.keyValue.put({ key: PREFIX + value.host, value });
      });
    },
    remove: (host) =>
      guarded(db, [db.keyValue], async () => {
        await db.keyValue.delete(PREFIX + host);
      }),
  };
}
