import { browser } from 'wxt/browser';
import type { AgentDeps } from '../../agent/deps';
import { load, settled, urlOf } from '../../bridge/browser-tabs';
import { ask, attach, watch } from '../../bridge/client';
import { exclusively, heldNames } from '../../bridge/locks';
import { hasSite, requestSite } from '../../bridge/permissions';
import { pagesWithTools, panelTools } from './custom-tools';
import { type StoreSource, storedDeps } from './lazy-store';
import { allowSession } from './site-settings';
import { pagesWithTokens } from './token-pages';

/**
 * The real browser behind the agent's ports. What is heavy is loaded when it is first used; the activity list waits
 * until the panel is `usable`, so that it does not stand in the way of it.
 */
export function panelDeps(store: StoreSource, usable: Promise<void>): AgentDeps {
  const mind = () => import('./mind');
  const tools = panelTools(store);
  return {
    ...storedDeps(store),
    usable,
    settings: {
      get: async () => (await store()).settings.get(),
      setSession: async (host, allowed) => allowSession(await store(), host, allowed),
    },
    exportLog: async () => {
      const file = await (await store()).exportFile('jsonl', { filter: null, contents: 'all' });
      if (!file.ok) throw new Error(file.refusal.code);
      return { name: `countersign-log-${new Date().toISOString().slice(0, 10)}.jsonl`, file: file.value };
    },
    engine: async () => (await mind()).engineFor(await store()),
    search: async (query) => (await mind()).searchFor(await store(), query),
    macros: async (seen) => (await mind()).macrosFor(await store(), seen),
    articles: async () => (await mind()).articlesOf(await store()),
    knownHosts: async () => (await mind()).knownHosts(await store()),
    siteNote: async (host) => (await store()).siteNotes.of(host),
    customTools: tools,
    pages: pagesWithTools(pagesWithTokens({ ask, attach, watch }, store), tools),
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
