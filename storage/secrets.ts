import type { Result } from '../core/result';
import type { Database } from './database';
import { guarded } from './guarded';

/** The model server's key, the API token of a helpdesk (by host), or the key of a tool of a file (by name). */
export type SecretName = 'api-key' | `token:${string}` | `tool:${string}`;

/**
 * Secrets lie in the extension's own IndexedDB, which no page and no content script can open. They are never part
 * of the settings, the log or an export.
 */
export interface Secrets {
  /** Null when there is none. */
  get(name: SecretName): Promise<string | null>;
  /** An empty value removes it. Refused: `stale-panel`, `cannot-record`. */
  set(name: SecretName, value: string): Promise<Result<void>>;
  remove(name: SecretName): Promise<Result<void>>;
}

export function createSecrets(db: Database): Secrets {
  const set = (name: SecretName, value: string) =>
    guarded(db, [db.keyValue], async () => {
      if (value === '') await db.keyValue.delete(keyOf(name));
      else await db.keyValue.put({ key: keyOf(name), value });
    });
  return {
    get: async (name) => {
      const value = (await db.keyValue.get(keyOf(name)))?.value;
      return typeof value === 'string' ? value : null;
    },
    set,
    remove: (name) => set(name, ''),
  };
}

function keyOf(name: SecretName): string {
  return `secret:${name}`;
}
