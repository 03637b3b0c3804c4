import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { SHELF } from '../../bridge/shelf';

const root = fileURLToPath(new URL('../..', import.meta.url));
const source = (path: string): string => readFileSync(`${root}${path}`, 'utf8');

/** The modules that the first script leaves for the parts, as its own file lists them. */
const SHARED = [
  ...source('entrypoints/page.content/eyes.ts').matchAll(/from '\.\.\/\.\.\/((?:core|page)\/[\w/-]+)'/g),
].map(([, path]) => `${root}${path}.ts`);
const PART = /entrypoints[\\/]page-(?!world)[\w-]+\.ts$/;

/**
 * A part runs beside the first script, which has read the page before: it takes from it what reads a page, instead of
 * bringing a second copy with an index of its own. The half in the page's own world can reach neither.
 */
export function eyesOfTheFirstScript(): Plugin {
  let isPart = false;
  return {
    name: 'eyes-of-the-first-script',
    enforce: 'pre',
    configResolved(config) {
      const { entry } = config.build.lib || {};
      isPart = typeof entry === 'string' && PART.test(entry);
    },
    load(id) {
      if (!isPart || !SHARED.includes(id)) return null;
      const names = [
        ...readFileSync(id, 'utf8').matchAll(/^export (?:async )?(?:function|class|const) (\w+)/gm),
      ].map(([, name]) => name);
      const eyes = `globalThis[Symbol.for(${JSON.stringify(SHELF)})].eyes`;
      return { code: `const { ${names.join(', ')} } = ${eyes};\nexport { ${names.join(', ')} };`, map: null };
    },
  };
}
