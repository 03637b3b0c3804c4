import { browser } from 'wxt/browser';
import { ok, type Result, refuse } from '../core/result';
import { Changed, FromPage, type ToPage, WATCH_PORT } from './messages';

/** One document of one tab. A command reaches this document or nobody. */
export interface PageAddress {
  tabId: number;
  documentId: string;
}

const PAGE_SCRIPT = '/content-scripts/page.js';
const WORLD_SCRIPT = '/page-world.js';

/** Puts our scripts into the tab's top document, once a document. */
export async function attach(tabId: number): Promise<Result<PageAddress>> {
  try {
    // The page's own world first: the content script asks it about editors.
    await browser.scripting.executeScript({ target: { tabId }, files: [WORLD_SCRIPT], world: 'MAIN' });
    const injected = await browser.scripting.executeScript({ target: { tabId }, files: [PAGE_SCRIPT] });
    const documentId = injected[0]?.documentId;
    return documentId ? ok({ tabId, documentId }) : refuse('no-page');
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return refuse(/permission|cannot access|cannot be scripted/i.test(words) ? 'no-permission' : 'no-page');
  }
}

/** Asks one document. No receiver is an answer of its own: `no-page`; a lost answer is `no-answer`. */
export async function ask(page: PageAddress, message: ToPage): Promise<Result<FromPage>> {
  let raw: unknown;
  try {
    raw = await browser.tabs.sendMessage(page.tabId, message, { documentId: page.documentId });
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return refuse(
      /receiving end does not exist|no tab with id|no document/i.test(words) ? 'no-page' : 'no-answer',
    );
  }
  const parsed = FromPage.safeParse(raw);
  return parsed.success ? ok(parsed.data) : refuse('no-answer');
}

/** Hears when the page changes and when its document is gone. Returns how to stop. */
export function watch(page: PageAddress, on: { changed(): void; gone(): void }): () => void {
  const port = browser.tabs.connect(page.tabId, { name: WATCH_PORT, documentId: page.documentId } as never);
  port.onMessage.addListener((raw: unknown) => {
    if (Changed.safeParse(raw).success) on.changed();
  });
  port.onDisconnect.addListener(() => on.gone());
  return () => port.disconnect();
}
