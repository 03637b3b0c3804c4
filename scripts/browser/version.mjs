import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** On Windows the program answers `--version` by opening a window; the folder beside it carries the number. */
function windowsVersion(path) {
  const number = readdirSync(dirname(path)).find((name) => /^\d+(\.\d+){3}$/.test(name)) ?? 'unknown version';
  if (/edge/i.test(path)) return `Microsoft Edge ${number}`;
  return /Google.Chrome.Application/.test(path) ? `Google Chrome ${number}` : `Chromium ${number}`;
}

/**
 * What the program says it is: `Chromium 156.0.8078.79`.
 * @returns {Promise<string | null>} null when it does not start (Ubuntu's `chromium-browser` is a stub for a snap).
 */
export async function browserVersion(path, platform = process.platform) {
  if (platform === 'win32') return windowsVersion(path);
  try {
    const { stdout } = await run(path, ['--version'], { timeout: 20_000 });
    // Distributions add who built it; a wrapper script may print lines of its own before.
    return /^[A-Z].*?\d+(\.\d+){2,3}/m.exec(stdout)?.[0] ?? null;
  } catch (error) {
    // A missing library, a stub, a wrong processor: this one cannot be used, the next may be.
    if (process.env.DEBUG) console.error(`${path} --version: ${error.message}`);
    return null;
  }
}

/** Branded Chrome (137 and newer) and Edge ignore `--load-extension`; Chrome for Testing does not. */
export function isBranded(version) {
  return /^(Google Chrome|Microsoft Edge)/.test(version) && !/for Testing/i.test(version);
}
