import { mkdir, readFile, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Scripts of ours that find files beside themselves stay where they are. */
const scriptsStay = {
  name: 'scripts-stay',
  /** @param {import('esbuild').PluginBuild} plugins */
  setup(plugins) {
    plugins.onResolve({ filter: /^\..*\.mjs$/ }, ({ resolveDir, path }) => ({
      path: pathToFileURL(resolve(resolveDir, path)).href,
      external: true,
    }));
  },
};

/** A bundled file still finds what lies beside it. */
const filesKnowWhere = {
  name: 'files-know-where',
  /** @param {import('esbuild').PluginBuild} plugins */
  setup(plugins) {
    plugins.onLoad({ filter: /[\\/]tests[\\/].*\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const url = JSON.stringify(pathToFileURL(path).href);
      return { contents: text.replaceAll('import.meta.url', url), loader: 'ts' };
    });
  },
};

/**
 * A part of the harness, which is TypeScript; bundled beside node_modules, so that packages are found as usual.
 * @param {string} entry below `tests/torture`
 */
export async function loadPart(entry) {
  const folder = `${ROOT}node_modules/.cache/countersign-torture-${process.pid}`;
  await mkdir(folder, { recursive: true });
  try {
    const outfile = `${folder}/${entry.replace(/\W/g, '-')}.mjs`;
    await build({
      entryPoints: [`${ROOT}tests/torture/${entry}`],
      bundle: true,
      packages: 'external',
      format: 'esm',
      platform: 'node',
      target: 'node20',
      outfile,
      plugins: [scriptsStay, filesKnowWhere],
      // What only the tests' own files import, and never run here.
      external: ['vitest'],
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
