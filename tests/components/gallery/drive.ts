import type { Browser, Page } from 'playwright';
import { launchPlain } from '../../../scripts/browser/plain.mjs';
import { serveGallery } from './serve';

export interface Gallery {
  url: string;
  browser: Browser;
  /** Opens a state on a page of its own, hands it over and closes it. */
  open(query: string, use: (page: Page) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

export async function openGallery(): Promise<Gallery> {
  const { url, close } = await serveGallery();
  const browser = await launchPlain();
  return {
    url,
    browser,
    async open(query, use) {
      const page = await browser.newPage({ viewport: { width: 360, height: 720 } });
      page.setDefaultTimeout(10_000);
      await page.goto(`${url}?${query}`);
      await page.locator('h1').waitFor();
      await use(page);
      await page.close();
    },
    async close() {
      await browser.close();
      await close();
    },
  };
}

/** The actions that the components called, in order. */
export const calls = (page: Page): Promise<string[]> => page.evaluate(() => window.calls);
