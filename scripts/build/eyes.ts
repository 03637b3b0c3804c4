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
    // a part that wants a name which is not on the list does not build, also where it takes all of a module by one name
    onLog(_level, log) {
      if (isPart && log.code === 'IMPORT_IS_UNDEFINED') this.error(log);
    },
    load(id) {
      const names = isPart && SHARED.get(id);
      if (!names) return null;
      const eyes = `globalThis[Symbol.for(${JSON.stringify(SHELF)})].eyes`;
      // what the list calls by another name (`enum as oneOf`) keeps its own for whoever imports it
      const taken = names.replaceAll(/\w+ as (\w+)/g, '$1');
      const given = names.replaceAll(/(\w+) as (\w+)/g, '$2 as $1');
      return { code: `const { ${taken} } = ${eyes};\nexport { ${given} };`, map: null };
    },
  };
}
