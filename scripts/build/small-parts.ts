import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const fileAt = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What is put in the place of larger packages. */
const SMALL: Readonly<Record<string, string>> = {
  'zod/mini': fileAt('../../core/small-zod.ts'),
  'webextension-polyfill': fileAt('./native-browser.ts'),
  'wxt/utils/content-script-context': fileAt('./small-context.ts'),
};

/** What a tool says for the model, the card and the log: the panel's, and never asked in a page. */
const SAID_IN_PANEL =
  'description|title|errors|masked|offeredIn|audience|externalEffect|money|idempotency|concurrency|editable|irreversible|held|version|compensate';
const LINES = [
  new RegExp(`^ {2}(?:${SAID_IN_PANEL}): \\[[^\\]]*\\],$`, 'gm'),
  new RegExp(`^ {2}(?:${SAID_IN_PANEL}):(?: .*|(?: .*=>)?\\n {4}.*),$`, 'gm'),
  /^ {2}compensate: .*\{\n(?: {4}.*\n)*? {2}\},$/gm,
];

/**
 * Scripts that go into a page are built one by one, as libraries; those get the small parts. The panel's documents
 * get the packages themselves.
 */
export function smallPartsInPages(): Plugin {
  let isScript = false;
  return {
    name: 'small-parts-in-pages',
    enforce: 'pre',
    configResolved(config) {
      isScript = Boolean(config.build.lib);
    },
    transform(code, id) {
      const isTool = isScript && /[\\/]tools[\\/][\w-]+\.ts$/.test(id) && code.includes('defineTool');
      return isTool ? { code: LINES.reduce((text, line) => text.replace(line, ''), code), map: null } : null;
    },
    resolveId(source) {
      return (isScript && SMALL[source]) || null;
    },
  };
}
