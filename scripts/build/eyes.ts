import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { SHELF } from '../../bridge/shelf';

const root = fileURLToPath(new URL('../..', import.meta.url));
const source = (path: string): string => readFileSync(`${root}${path}`, 'utf8');

/** What the first script leaves for the parts, by module, as its own file lists it. */
const SHARED = new Map(
  [
    ...source('entrypoints/page.content/eyes.ts').matchAll(
      /export \{([^}]+)\} from '\.\.\/\.\.\/((?:core|page)\/[\w/-]+)'/g,
    ),
  ].map(([, names, path]) => [`${root}${path}.ts`, names?.trim().replace(/,$/, '')]),
);
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
      const names = isPart && SHARED.get(id);
      // a part that wants a name which is not on the list does not build
      if (!names) return null;
      const eyes = `globalThis[Symbol.for(${JSON.stringify(SHELF)})].eyes`;
      return { code: `const { ${names} } = ${eyes};\nexport { ${names} };`, map: null };
    },
  };
}
