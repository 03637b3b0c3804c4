import { posix } from 'node:path';
import type { Source } from './source';
import type { Tree } from './tree';

const ENDINGS = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'];

/** The file that a relative import means; null when there is none in the tree. */
export function resolveImport(tree: Tree, from: string, specifier: string): string | null {
  const bare = posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''));
  return ENDINGS.map((ending) => bare + ending).find((path) => tree.has(path)) ?? null;
}

/** File → files that come into the bundle with it. Imports of types alone are left out: they are erased. */
export type Graph = ReadonlyMap<string, readonly string[]>;

export function valueGraph(tree: Tree, sources: ReadonlyMap<string, Source>): Graph {
  return new Map(
    [...sources].map(([path, { imports }]) => [
      path,
      imports.flatMap((one) => {
        if (one.typeOnly || !one.specifier.startsWith('.')) return [];
        const target = resolveImport(tree, path, one.specifier);
        return target === null ? [] : [target];
      }),
    ]),
  );
}

/** One ring per knot of files that import each other, as the way round it. */
export function findCycles(graph: Graph): string[][] {
  const cycles: string[][] = [];
  const finished = new Set<string>();
  const trail: string[] = [];
  const visit = (path: string) => {
    const at = trail.indexOf(path);
    if (at >= 0) {
      cycles.push([...trail.slice(at), path]);
      return;
    }
    if (finished.has(path)) return;
    trail.push(path);
    for (const next of graph.get(path) ?? []) visit(next);
    trail.pop();
    finished.add(path);
  };
  for (const path of graph.keys()) visit(path);
  return cycles;
}

/** Every file that is reached from one of the starts, with the way to it. */
export function reachedFrom(graph: Graph, starts: readonly string[]): Map<string, string[]> {
  const ways = new Map<string, string[]>(starts.map((path) => [path, [path]]));
  for (const [path, way] of ways) {
    // A Map is walked in the order of insertion, new entries included.
    for (const next of graph.get(path) ?? []) if (!ways.has(next)) ways.set(next, [...way, next]);
  }
  return ways;
}
