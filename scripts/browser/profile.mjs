import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A window with a text box in it would fetch a dictionary from the browser's maker; there is no argument against it. */
const PREFERENCES = { browser: { enable_spellchecking: false }, spellcheck: { dictionaries: [] } };

/**
 * A profile that asks nobody for dictionaries: the given one, or a new one that `discard` deletes.
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
