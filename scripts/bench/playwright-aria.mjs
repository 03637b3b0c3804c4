// Playwright's own in-page script, as its driver would inject it, to time its aria snapshot within the page.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const OPTIONS = {
  isUnderTest: false,
  sdkLanguage: 'javascript',
  frameSeq: 0,
  testIdAttributeName: 'data-testid',
  stableRafCount: 1,
  browserName: 'chromium',
  shouldPrependErrorPrefix: false,
  isUtilityWorld: true,
  customEngines: [],
};

/** An expression whose value is the injected script, or null when this Playwright keeps it elsewhere. */
export function ariaSource() {
  const require = createRequire(import.meta.url);
  const bundle = join(dirname(require.resolve('playwright-core/package.json')), 'lib/coreBundle.js');
  const line = readFileSync(bundle, 'utf8')
    .split('\n')
    .find((text) => /^\s*source\d+ = '/.test(text) && text.includes('ariaSnapshot(node, options)'));
  if (!line) return null;
  const literal = line.slice(line.indexOf("'"), line.lastIndexOf("'") + 1);
  const source = new Function(`return ${literal}`)();
  return `(() => { const module = {}; ${source}
    return new (module.exports.InjectedScript())(globalThis, ${JSON.stringify(OPTIONS)}); })()`;
}
