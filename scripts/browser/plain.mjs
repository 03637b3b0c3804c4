import { chromium } from 'playwright';
import { findBrowser } from './find.mjs';
import { browserArgs } from './quiet.mjs';

/** Tests answer for hosts of their own making before any name is looked up; nothing else has an address at all. */
const NO_OTHER_HOST = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost';

/** A headless browser without the extension, for tests of pages and of single rooms. */
export async function launchPlain() {
  const { path } = await findBrowser({ log: () => undefined });
  return await chromium.launch({ executablePath: path, args: [...browserArgs(''), NO_OTHER_HOST] });
}
