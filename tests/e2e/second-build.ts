import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfStale } from '../../scripts/demo/build.mjs';
import { copyOfProject } from '../scripts/copy';
import { BUILD } from './bench';

const ROOT = new URL('../..', import.meta.url).pathname;

/** The folder of an extension in which one build is put in place of another, as an update does. */
export interface Installed {
  dir: string;
  /** The older build again, or the newer one: a higher version, and a newer form of the database. */
  put(build: 'A' | 'B'): void;
  remove(): void;
}

export const VERSION_B = '0.9.0';

/** Builds B out of the present code; A is the build that all tests use. */
export function installA(): Installed {
  const copy = copyOfProject();
  const folder = mkdtempSync(join(tmpdir(), 'update-'));
  for (const path of ['public', 'wxt.config.ts', 'package-lock.json'])
    cpSync(join(ROOT, path), join(copy.root, path), { recursive: true });
  change(join(copy.root, 'package.json'), /"version": "[\d.]+"/, `"version": "${VERSION_B}"`);
  const database = join(copy.root, 'storage/database.ts');
  change(database, /SCHEMA_VERSION = \d+/, 'SCHEMA_VERSION = 900');
  change(database, "knowledge: '&id, origin'", "knowledge: '&id, origin, kind'");
  const builtB = buildIfStale(copy.root, 'e2e', () => undefined);
  const dir = join(folder, 'extension');
  const installed: Installed = {
    dir,
    put(build) {
      rmSync(dir, { recursive: true, force: true });
      cpSync(build === 'A' ? BUILD : builtB, dir, { recursive: true });
    },
    remove() {
      rmSync(folder, { recursive: true, force: true });
      copy.remove();
    },
  };
  installed.put('A');
  return installed;
}

function change(path: string, from: RegExp | string, to: string): void {
  const text = readFileSync(path, 'utf8');
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${path} holds no ${from}: build B would be A once more`);
  writeFileSync(path, changed);
}
