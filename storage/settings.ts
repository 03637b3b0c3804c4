import type { Result } from '../core/result';
import { DEFAULT_SETTINGS, Settings } from '../core/settings';
import type { Database } from './database';
import { guarded } from './guarded';
import { type Live, live } from './live';

const KEY = 'settings';

export interface SettingsRead {
  settings: Settings;
  /** Set when something saved could not be understood and the default stands in for it. */
  words: string | null;
}

export interface SettingsStore {
  get(): Promise<SettingsRead>;
  /** Refused: `stale-panel`, `cannot-record`. Throws when the settings are not settings. */
  save(settings: Settings): Promise<Result<Settings>>;
  live(): Live<SettingsRead>;
}

export function createSettings(db: Database): SettingsStore {
  const get = async () => readSettings((await db.keyValue.get(KEY))?.value);
  return {
    get,
    live: () => live(get),
    save: (settings) => {
      const value = Settings.parse(settings);
      return guarded(db, [db.keyValue], async () => {
        await db.keyValue.put({ key: KEY, value });
        return value;
      });
    },
  };
}

/**
 * What was saved, part by part: a part that cannot be understood falls back to its default, and words say so. A part
 * that an older version did not know takes its default without a word.
 */
export function readSettings(saved: unknown): SettingsRead {
  if (saved === undefined) return { settings: DEFAULT_SETTINGS, words: null };
  const whole = Settings.safeParse(saved);
  if (whole.success) return { settings: whole.data, words: null };
  if (typeof saved !== 'object' || saved === null || !Object.hasOwn(saved, 'version')) {
    return {
      settings: DEFAULT_SETTINGS,
      words:
        'Your settings could not be read, so the defaults are used. Look at Settings and save them again.',
    };
  }
  let settings = DEFAULT_SETTINGS;
  const lost = new Set(Object.keys(saved).filter((key) => !Object.hasOwn(DEFAULT_SETTINGS, key)));
  for (const key of Object.keys(DEFAULT_SETTINGS)) {
    if (!Object.hasOwn(saved, key)) continue;
    const value: unknown = Reflect.get(saved, key);
    const tried = Settings.safeParse({ ...settings, [key]: value });
    if (tried.success) settings = tried.data;
    else lost.add(key);
  }
  if (lost.size === 0) return { settings, words: null };
  return {
    settings,
    words: `Part of your settings could not be read (${[...lost].join(', ')}), so the defaults are used there. Look at Settings and save them again.`,
  };
}
