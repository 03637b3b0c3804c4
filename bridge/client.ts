import { browser } from 'wxt/browser';
import { ok, type Result, refuse } from '../core/result';
import { Changed, FromPage, type ToPage, WATCH_PORT } from './messages';
import { fileOf, type Part } from './parts';
import { SHELF } from './shelf';

/** One document of one tab. A command reaches this document or nobody. */
export interface PageAddress {
  tabId: number;
  documentId: string;
}

const PAGE_SCRIPT = '/content-scripts/page.js';

/** What comes may need more: a helpdesk's description may name an API. */
const MOST_ROUNDS = 4;

/** Puts our script into the tab's top document, once a document. What else is needed there, it says itself. */
export async function attach(tabId: number): Promise<Result<PageAddress>> {
  try {
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
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const answer = await askOnce(page, message);
    if (!answer.ok || answer.value.type !== 'needs') return answer;
    const brought = await bring(page, answer.value.parts);
    if (!brought.ok) return brought;
  }
  return refuse('no-answer');
}

async function askOnce(page: PageAddress, message: ToPage): Promise<Result<FromPage>> {
  let raw: unknown;
  try {
    raw = await browser.tabs.sendMessage(page.tabId, message, { documentId: page.documentId });
  } catch (error) {
    return refuse(reasonOf(error));
  }
  const parsed = FromPage.safeParse(raw);
  return parsed.success ? ok(parsed.data) : refuse('no-answer');
}

/** Puts what a document asked for into it. It did nothing yet, so a failure is no half-done action. */
async function bring(page: PageAddress, parts: readonly Part[]): Promise<Result<null>> {
  const target = { tabId: page.tabId, documentIds: [page.documentId] };
  try {
    const own = parts.filter((part) => part !== 'world').map(fileOf);
    if (own.length > 0) await browser.scripting.executeScript({ target, files: own } as never);
    if (own.length < parts.length) {
      const files = [fileOf('world')];
      await browser.scripting.executeScript({ target, files, world: 'MAIN' } as never);
      await browser.scripting.executeScript({ target, func: noteWorld, args: [SHELF] } as never);
    }
    return ok(null);
  } catch (error) {
    return refuse(reasonOf(error));
  }
}

/** Runs in the page, beside our script: the page's own world cannot be seen from there. */
function noteWorld(shelf: string): void {
  const here = globalThis as unknown as Record<symbol, Record<string, unknown> | undefined>;
  here[Symbol.for(shelf)] = { ...here[Symbol.for(shelf)], world: true };
}

function reasonOf(error: unknown): 'no-page' | 'no-permission' | 'no-answer' {
  const words = error instanceof Error ? error.message : String(error);
  if (/permission|cannot access|cannot be scripted/i.test(words)) return 'no-permission';
  return /receiving end does not exist|no tab with id|no document|no frame/i.test(words)
    ? 'no-page'
    : 'no-answer';
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
