import { browser } from 'wxt/browser';

/** Address of a tab, as far as the extension may know it; empty when it may not. */
export async function urlOf(tabId: number): Promise<string> {
  try {
    const tab = await browser.tabs.get(tabId);
    return tab.url ?? '';
  } catch {
    return ''; // the tab was closed
  }
}

export async function load(tabId: number, url: string): Promise<void> {
  await browser.tabs.update(tabId, { url });
}

/** Resolves true when the tab has finished loading, false after `limitMs` or when the tab is gone. */
export async function settled(tabId: number, limitMs: number): Promise<boolean> {
  const deadline = Date.now() + limitMs;
  // A submit may need a moment until the tab says that it loads.
  await new Promise((resolve) => setTimeout(resolve, 150));
  while (Date.now() < deadline) {
    try {
      const tab = await browser.tabs.get(tabId);
      if (tab.status === 'complete') return true;
    } catch {
      return false; // the tab was closed
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

/** Follows the active tab of this panel's window; calls back with its id now, and after every change. */
export async function followActiveTab(next: (tabId: number | null) => Promise<void>): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  browser.tabs.onActivated.addListener((info) => {
    if (tab === undefined || info.windowId === tab.windowId) void next(info.tabId);
  });
  await next(tab?.id ?? null);
}

/** Calls back when a tab has loaded another address: a page without our script cannot say so itself. */
export function onLoaded(next: (tabId: number) => void): void {
  browser.tabs.onUpdated.addListener((tabId, change) => {
    if (change.status === 'complete') next(tabId);
  });
}

/** Calls back when the person invoked the extension on a tab: from then on it may know that tab's address. */
export function onInvoked(next: (tabId: number) => void): void {
  browser.action.onClicked.addListener((tab) => {
    if (tab.id !== undefined) next(tab.id);
  });
  browser.contextMenus.onClicked.addListener((_info, tab) => {
    if (tab?.id !== undefined) next(tab.id);
  });
}
