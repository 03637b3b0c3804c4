import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';

/** Opens the panel, and remembers nothing: it is stopped after 30 idle seconds. */
export default defineBackground(() => {
  // Only our own documents read what is stored here, never a content script.
  void browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  void browser.sidePanel?.setPanelBehavior({ openPanelOnActionClick: true });
  browser.runtime.onInstalled.addListener(() => {
    browser.contextMenus.create({
      id: 'open',
      title: 'Open Countersign',
      contexts: ['page', 'selection', 'editable'],
    });
  });
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === 'open' && tab?.windowId !== undefined) {
      void browser.sidePanel?.open({ windowId: tab.windowId });
    }
  });
});
