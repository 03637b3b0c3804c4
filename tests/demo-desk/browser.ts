import { build } from 'esbuild';
import type { Page } from 'playwright';
import type { FieldState, Observation } from '../../core/observation';
import { launchPlain } from '../../scripts/browser/plain.mjs';
import { createDesk, type Desk } from './server.mjs';

/** A running desk with a browser in front of it, and the project's own reader in the page. */
export interface OpenDesk {
  desk: Desk;
  page: Page;
  /** Loads `/tickets/1042` and the like, and waits until the record stands there. */
  open(path: string): Promise<void>;
  /** What the reader sees, by the site's descriptor. */
  look(): Promise<Observation>;
  close(): Promise<void>;
}

async function readerScript(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { observe } from '../../page/read/observe';
        import site from '../../sites/demo-desk';
        globalThis.readDesk = () => observe(document, site, { documentId: 'd', sessionAllowed: false });`,
      resolveDir: import.meta.dirname,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'iife',
    tsconfigRaw: {},
  });
  return outputFiles[0]?.text ?? '';
}

export async function openDesk(): Promise<OpenDesk> {
  const desk = await createDesk();
  const browser = await launchPlain();
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  const reader = await readerScript();
  return {
    desk,
    page,
    async open(address) {
      await page.goto(desk.url + address);
      await page.locator('[data-ticket], [data-contact]').waitFor();
      await page.evaluate(reader);
    },
    look: () => page.evaluate('readDesk()') as Promise<Observation>,
    async close() {
      await browser.close();
      await desk.close();
    },
  };
}

/** A field of a look; fails with what the look has to say when it is not there. */
export function fieldOf(seen: Observation, name: string): FieldState {
  const found = seen.fields.find((f) => f.name === name);
  if (!found) throw new Error(`${name} was not found; notes: ${seen.notes.join(' ')}`);
  return found;
}
