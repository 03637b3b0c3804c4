import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOMS } from '../house/rooms';

const ROOT = new URL('../..', import.meta.url).pathname;
const FILES = ['package.json', 'tsconfig.json', 'biome.json', 'vitest.config.ts', '.gitignore'];
const FOLDERS = [
  ...Object.keys(ROOMS),
  'scripts',
  'tests/tools',
  'tests/sites',
  'tests/page/read',
  'tests/demo-desk',
];

export interface Copy {
  root: string;
  /** Runs a script of the copy in plain Node. */
  node(...args: string[]): { status: number | null; out: string };
  remove(): void;
}

/** A copy of this project's rooms and scripts, for what writes files. */
export function copyOfProject(): Copy {
  const root = mkdtempSync(join(tmpdir(), 'copy-'));
  for (const path of [...FILES, ...FOLDERS]) cpSync(join(ROOT, path), join(root, path), { recursive: true });
  for (const path of ['node_modules', '.wxt']) symlinkSync(join(ROOT, path), join(root, path));
  return {
    root,
    node: (...args) => {
      const ran = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', timeout: 60_000 });
      return { status: ran.status, out: ran.stdout + ran.stderr };
    },
    remove: () => rmSync(root, { recursive: true }),
  };
}
