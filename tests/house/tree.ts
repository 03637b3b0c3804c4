import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOMS } from './rooms';

/** Every file of the house by its path from the root, with `/` between: path → text. */
export type Tree = ReadonlyMap<string, string>;

/** Reads the rooms whole, and of the tests the names only: what stands in a test is not the house's business. */
export function readTree(root: string): Tree {
  const tree = new Map<string, string>();
  for (const room of Object.keys(ROOMS)) {
    for (const path of filesUnder(root, room)) tree.set(path, readFileSync(join(root, path), 'utf8'));
  }
  for (const path of filesUnder(root, 'tests')) tree.set(path, '');
  return tree;
}

/** A folder of the same name as `state` holds what a live helpdesk left there, not tests. */
const SKIPPED = new Set(['node_modules', 'state']);

function filesUnder(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return [];
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesUnder(root, path) : [path];
  });
}

export const isSource = (path: string): boolean => /\.tsx?$/.test(path) && roomOf(path) in ROOMS;

/** The first folder of a path: `tools/parts/act.ts` is in `tools`. */
export function roomOf(path: string): string {
  return path.split('/')[0] ?? '';
}

/** Lists of units, and the generic reader's words, which are for pages of no product. */
const NO_UNITS = new Set(['registry', 'generic']);

/** The units of a room that has one file for each: the sources directly in its folder. */
export function unitsIn(tree: Tree, folder: string): { path: string; name: string }[] {
  const pattern = new RegExp(`^${folder}/([^/]+)\\.ts$`);
  return [...tree.keys()]
    .map((path) => ({ path, name: pattern.exec(path)?.[1] ?? '' }))
    .filter(({ name }) => name !== '' && !NO_UNITS.has(name));
}
