import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The build's own words are the message. */
export class BuildError extends Error {
  name = 'BuildError';
}

/** Everything that ends up in the extension. */
const SOURCES = [
  'agent',
  'bridge',
  'components',
  'core',
  'entrypoints',
  'knowledge',
  'model',
  'page',
  'policy',
  'public',
  'sites',
  'storage',
  'tools',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
  'wxt.config.ts',
];

/** When the newest of these changed. Folders count too: their time changes when a file is taken away. */
function newest(path) {
  const facts = statSync(path);
  if (!facts.isDirectory()) return facts.mtimeMs;
  return Math.max(facts.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function isFresh(root, manifest) {
  if (!existsSync(manifest)) return false;
  const built = statSync(manifest).mtimeMs;
  return SOURCES.map((name) => join(root, name))
    .filter((path) => existsSync(path))
    .every((path) => newest(path) < built);
}

/**
 * Builds the extension, unless it is up to date.
 * @param {string} root the project's folder
 * @param {'e2e' | 'production'} [mode] `e2e` is the build for scripted browsers, which grants loopback hosts.
 * @returns the folder to load.
 */
export function buildIfStale(root, mode = 'e2e', log = console.log) {
  const dir = join(root, '.output', mode === 'e2e' ? 'chrome-mv3-e2e' : 'chrome-mv3');
  if (isFresh(root, join(dir, 'manifest.json'))) {
    log('The extension is built and up to date.');
    return dir;
  }
  log('Building the extension…');
  const wxt = join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  // A test runner's own NODE_ENV must not end up in what is built.
  const { NODE_ENV: _, ...others } = process.env;
  const env = { ...others, CI: '1', NO_COLOR: '1' };
  const made = spawnSync(process.execPath, [wxt, 'build', '--mode', mode], {
    cwd: root,
    encoding: 'utf8',
    env,
  });
  if (made.status !== 0 || !existsSync(join(dir, 'manifest.json')))
    throw new BuildError(`The extension could not be built:\n${made.stdout}${made.stderr}`);
  return dir;
}
