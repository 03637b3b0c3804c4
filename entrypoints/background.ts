import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';

/** Opens the panel, and remembers nothing: it is stopped after 30 idle seconds. */
export default defineBackground(() => {
  // Only our own documents read what is stored here, never a content script.
  void browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  // Opened by ourselves: a click that opens the panel by itself would not let the extension see the tab (activeTab).
  void browser.sidePanel?.setPanelBehavior({ openPanelOnActionClick: false });
  browser.action.onClicked.addListener((tab) => open(tab.windowId));
  browser.runtime.onInstalled.addListener(() => {
    browser.contextMenus.create({
      id: 'open',
      title: 'Open Countersign',
      contexts: ['page', 'selection', 'editable'],
    });
  });
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === 'open') open(tab?.windowId);
  });
});

/** Must be called inside the click, before anything is awaited. */
function open(windowId: number | undefined): void {
  // Firefox has a sidebar instead.
  if (!browser.sidePanel)
    void (browser as { sidebarAction?: { open(): Promise<void> } }).sidebarAction?.open();
  else if (windowId !== undefined) void browser.sidePanel.open({ windowId });
}
