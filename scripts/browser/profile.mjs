import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * What no argument switches off: a window with a text box in it would fetch a dictionary from the browser's maker, and
 * a sign-in form would have the password looked up among leaked ones.
 */
const PREFERENCES = {
  browser: { enable_spellchecking: false },
  spellcheck: { dictionaries: [] },
  credentials_enable_service: false,
  profile: { password_manager_enabled: false, password_manager_leak_detection: false },
  safebrowsing: { enabled: false },
};

/**
 * A profile that asks nobody for dictionaries or leaked passwords: the given one, or a new one that `discard` deletes.
 * The preferences of a profile that is there already are left as they are.
 */
export function quietProfile(given) {
  const dir = given || mkdtempSync(join(tmpdir(), 'countersign-profile-'));
  const file = join(dir, 'Default', 'Preferences');
  if (!existsSync(file)) {
    mkdirSync(join(dir, 'Default'), { recursive: true });
    writeFileSync(file, JSON.stringify(PREFERENCES));
  }
  return {
    dir,
    discard: () => {
      if (!given) rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
