import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * A module of the extension, bundled for Node: what traces and reports does so with the very code of the panel,
 * since a second one here could come to another answer. `verify`, `replay` and `diff` are written apart, so that the
 * panel's own answers can be compared with theirs.
 * @param {string} path below the root, without extension
 * @returns {Promise<any>} its exports
 */
export async function loadHouse(path) {
  const { outputFiles } = await build({
    entryPoints: [`${ROOT}${path}.ts`],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // canonicalize is CommonJS: its `module` would be unknown in an ESM text, so it is bundled as well.
    mainFields: ['module', 'main'],
  });
  // A file, and not a data: address, which would stand in full in every line of a stack trace.
  const folder = await mkdtemp(join(tmpdir(), 'countersign-'));
  try {
    const file = join(folder, 'house.mjs');
    await writeFile(file, outputFiles[0].contents);
    return await import(pathToFileURL(file).href);
  } finally {
    await rm(folder, { recursive: true });
  }
}
