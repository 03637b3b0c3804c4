import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const CACHE = join(ROOT, 'node_modules/.cache/lab');

const svelte = {
  name: 'svelte',
  setup(made) {
    made.onLoad({ filter: /\.svelte$/ }, async ({ path }) => {
      const { compile } = await import('svelte/compiler');
      const { js } = compile(readFileSync(path, 'utf8'), {
        filename: path,
        generate: 'client',
        css: 'injected',
      });
      return { contents: js.code, loader: 'js' };
    });
  },
};

/** Two copies of one editor's core in a page cannot talk to each other: all its parts share one. */
const oneLexical = {
  name: 'one-lexical',
  setup(made) {
    made.onResolve({ filter: /^lexical$/ }, ({ kind, pluginData }) => {
      if (pluginData === 'shared') return undefined;
      const resolveDir = join(ROOT, 'node_modules/@lexical/rich-text');
      return made.resolve('lexical', { kind, resolveDir, pluginData: 'shared' });
    });
  },
};

/** The page's script as text: built once, and again when one of its own files is newer. */
export async function bundle(entry, options = {}) {
  const name = createHash('sha256')
    .update(entry + JSON.stringify(options))
    .digest('hex')
    .slice(0, 16);
  const file = join(CACHE, `${name}.js`);
  const list = join(CACHE, `${name}.json`);
  if (existsSync(file) && existsSync(list)) {
    const made = statSync(file).mtimeMs;
    const inputs = JSON.parse(readFileSync(list, 'utf8'));
    if (inputs.every((input) => existsSync(input) && statSync(input).mtimeMs < made))
      return readFileSync(file, 'utf8');
  }
  const source = ['.ts', '.tsx'].map((ending) => entry + ending).find(existsSync) ?? entry;
  const built = await build({
    entryPoints: [source],
    bundle: true,
    format: 'iife',
    write: false,
    metafile: true,
    absWorkingDir: ROOT,
    jsx: 'automatic',
    target: 'chrome120',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis', __E2E__: 'true' },
    loader: { '.css': 'text', '.woff2': 'dataurl', '.svg': 'text' },
    plugins: [svelte, oneLexical],
    logLevel: 'silent',
    ...options,
  });
  const text = built.outputFiles[0].text;
  mkdirSync(CACHE, { recursive: true });
  const own = Object.keys(built.metafile.inputs).filter((input) => !input.includes('node_modules'));
  writeFileSync(list, JSON.stringify(own.map((input) => resolve(ROOT, input))));
  writeFileSync(file, text);
  return text;
}
