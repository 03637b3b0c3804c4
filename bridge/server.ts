import { browser } from 'wxt/browser';
import { type FromPage, ToPage, WATCH_PORT } from './messages';

export interface PageServer {
  answer(message: ToPage): Promise<FromPage>;
  /** Calls back when the page looks different; returns how to stop. Only while a panel watches. */
  watch(changed: () => void): () => void;
  /** False once the extension was updated and this script is an orphan. */
  isValid(): boolean;
}

/** The page's end. Hears this extension's own pages only, and only messages of the closed list. */
export function servePage(server: PageServer): void {
  browser.runtime.onMessage.addListener((raw: unknown, sender, respond: (answer: FromPage) => void) => {
    if (!server.isValid() || !fromOwnPage(sender)) return false;
    const message = ToPage.safeParse(raw);
    if (!message.success) return false;
    // `true` keeps the channel open; every browser understands it, a returned promise not.
    void server.answer(message.data).then(respond);
    return true;
  });
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== WATCH_PORT || !fromOwnPage(port.sender ?? {})) return;
    const stop = server.watch(() => port.postMessage({ type: 'changed' }));
    port.onDisconnect.addListener(stop);
  });
}

/** Our own documents have our origin; a content script of ours has the page's and is not heard. */
function fromOwnPage(sender: { id?: string; url?: string }): boolean {
  return sender.id === browser.runtime.id && (sender.url ?? '').startsWith(browser.runtime.getURL('/'));
}
