import { KeptTool } from '../core/custom/format';
import type { Result } from '../core/result';
import type { Database } from './database';
import { guarded } from './guarded';
import { type Live, live } from './live';

const PREFIX = 'custom-tool:';

/** The tools that an admin added by files. Their keys lie among the secrets. */
export interface CustomToolStore {
  /** All that can be understood, by name. */
  all(): Promise<KeptTool[]>;
  /** Adds it, in place of one of the same name. */
  put(kept: KeptTool): Promise<Result<void>>;
  remove(name: string): Promise<Result<void>>;
  live(): Live<KeptTool[]>;
}

export function createCustomTools(db: Database): CustomToolStore {
  const all = async () => {
    const rows = await db.keyValue.where('key').startsWith(PREFIX).toArray();
    return rows.flatMap(({ value }) => {
      const parsed = KeptTool.safeParse(value);
      return parsed.success ? [parsed.data] : [];
    });
  };
  return {
    all,
    live: () => live(all),
    put: (kept) => {
      const value = KeptTool.parse(kept);
      return guarded(db, [db.keyValue], async () => {
        await db.keyValue.put({ key: PREFIX + value.tool.name, value });
      });
    },
    remove: (name) =>
      guarded(db, [db.keyValue], async () => {
        await db.keyValue.delete(PREFIX + name);
      }),
  };
}
