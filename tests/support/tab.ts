import type { BrowserContext, Page, Worker } from 'playwright';

/** What the worker's `chrome` is asked for here; the tests run in Node and have no types of it. */
interface TabsApi {
  tabs: { query(what: { active?: boolean }): Promise<{ id?: number; url?: string }[]> };
}

/** The extension's service worker; woken by a visit to one of its pages when it sleeps. */
export async function extensionWorker(context: BrowserContext): Promise<Worker> {
  const ours = (worker: Worker) => worker.url().startsWith('chrome-extension://');
  return (
    context.serviceWorkers().find(ours) ??
    (await context.waitForEvent('serviceworker', { predicate: ours, timeout: 10_000 }))
  );
}

/**
 * The browser's number of the tab that shows `page`. The page is brought to the front first, so that it is an
 * active tab; its address decides between several windows (the browser tells it for granted hosts only).
 */
export async function tabIdOf(context: BrowserContext, page: Page): Promise<number> {
  await page.bringToFront();
  const worker = await extensionWorker(context);
  const active = await worker.evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome: TabsApi };
    return chrome.tabs.query({ active: true });
  });
  const tab = active.find((one) => one.url === page.url()) ?? active.at(-1);
  if (tab?.id === undefined) throw new Error(`The browser names no tab for ${page.url()}.`);
  return tab.id;
}
