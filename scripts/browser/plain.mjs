import { chromium } from 'playwright';
import { findBrowser } from './find.mjs';
import { browserArgs } from './quiet.mjs';

/** A headless browser without the extension, for tests of pages and of single rooms. */
export async function launchPlain() {
  const { path } = await findBrowser({ log: () => undefined });
  return await chromium.launch({ executablePath: path, args: browserArgs() });
}
