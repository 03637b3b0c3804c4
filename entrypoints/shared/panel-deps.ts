import { browser } from 'wxt/browser';
import type { AgentDeps } from '../../agent/deps';
import { load, settled, urlOf } from '../../bridge/browser-tabs';
import { ask, attach, watch } from '../../bridge/client';
import { exclusively, heldNames } from '../../bridge/locks';
import { hasSite, requestSite } from '../../bridge/permissions';
import { anchorIn } from '../../storage/anchor';
import { openStore, type Store } from '../../storage/store';
import { allowSession } from './site-settings';

export function openPanelStore(): Promise<Store> {
  const extensionVersion = browser.runtime.getManifest().version;
  return openStore({ anchor: anchorIn(browser.storage.local), extensionVersion });
}

/** The real browser behind the agent's ports. What is heavy is loaded when it is first used. */
export function panelDeps(store: Store): AgentDeps {
  const mind = () => import('./mind');
  return {
    log: store,
    reader: store,
    liveActions: (newestActions) => store.liveEntries({ newestActions }),
    settings: {
      get: () => store.settings.get(),
      setSession: (host, allowed) => allowSession(store, host, allowed),
    },
    exportLog: async () => {
      const text = await store.exportText({ filter: null, contents: 'all' });
      if (!text.ok) throw new Error(text.refusal.code);
      return { name: `countersign-log-${new Date().toISOString().slice(0, 10)}.jsonl`, text: text.value };
    },
    engine: async () => (await mind()).engineFor(store),
    search: async (query) => (await mind()).searchFor(store, query),
    knownHosts: async () => (await mind()).knownHosts(store),
    pages: { ask, attach, watch },
    tabs: { urlOf, load, settled },
    permissions: { has: hasSite, request: requestSite },
    clock: { now: () => Date.now(), mono: () => performance.now() },
    newId: () => crypto.randomUUID(),
    badge: (text) => void browser.action.setBadgeText({ text }),
    extensionVersion: browser.runtime.getManifest().version,
    exclusively,
    heldNames,
  };
}
