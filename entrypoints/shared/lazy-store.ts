import { browser } from 'wxt/browser';
import type { AgentDeps } from '../../agent/deps';
import type { Fact } from '../../core/entry';
import type { Live } from '../../storage/live';
import type { Store } from '../../storage/store';
import { rest } from './idle';

export type StoreSource = () => Promise<Store>;

/** The store, loaded and opened once, when it is first asked for: the panel can be used before it is there. */
export function lazyStore(): StoreSource {
  let opened: Promise<Store> | null = null;
  return () => {
    opened ??= import('./open-store').then(({ openPanelStore }) => openPanelStore(browser.storage.local));
    return opened;
  };
}

/** The parts of the agent's world that are facts on the disk, asked for through the source. */
export function storedDeps(store: StoreSource): Pick<AgentDeps, 'log' | 'reader' | 'liveEnd' | 'drafts'> {
  return {
    log: {
      append: async (fact) => {
        const written = await (await store()).append(fact);
        if (written.ok) sendFinished(store, [fact]);
        return written;
      },
      appendAll: async (facts) => {
        const written = await (await store()).appendAll(facts);
        if (written.ok) sendFinished(store, facts);
        return written;
      },
    },
    reader: {
      entries: async (range) => (await store()).entries(range),
      entriesOfAction: async (id) => (await store()).entriesOfAction(id),
      entriesOfRun: async (id) => (await store()).entriesOfRun(id),
      entriesOfRecord: async (key) => (await store()).entriesOfRecord(key),
      entriesOfNewestActions: async (limit, key) => (await store()).entriesOfNewestActions(limit, key),
      proposals: async () => (await store()).proposals(),
      entriesOfProposals: async (seqs) => (await store()).entriesOfProposals(seqs),
      openRuns: async (limit) => (await store()).openRuns(limit),
      newestRuns: async (limit) => (await store()).newestRuns(limit),
      content: async (hash) => (await store()).content(hash),
      texts: async (hashes) => {
        // The list, or a search in it: whatever else there is to read waits.
        rest();
        return (await store()).texts(hashes);
      },
      textsAfter: async (hash) => {
        rest();
        return (await store()).textsAfter(hash);
      },
    },
    drafts: {
      get: async (key) => (await store()).drafts.get(key),
      save: async (key, draft) => (await store()).drafts.save(key, draft),
      remove: async (key) => (await store()).drafts.remove(key),
    },
    liveEnd: () => deferred(async () => (await store()).liveEnd()),
  };
}

function sendFinished(store: StoreSource, facts: readonly Fact[]): void {
  for (const { kind, runId } of facts)
    if (kind === 'run.finished' && runId !== null) void sendLater(store, runId);
}

/** What is sent of a run is made once the run is over, and loaded only where a collector is set. */
async function sendLater(store: StoreSource, runId: string): Promise<void> {
  const opened = await store();
  const { settings } = await opened.settings.get();
  if (settings.collectorUrl !== '') await (await import('./collector')).sendRun(opened, runId);
}

/** A live value whose source is still being loaded. Unsubscribing before it is there is heeded. */
function deferred<T>(source: () => Promise<Live<T>>): Live<T> {
  return {
    subscribe: (next, error) => {
      let over = false;
      let inner: { unsubscribe(): void } | null = null;
      source().then((live) => {
        if (!over) inner = live.subscribe(next, error);
      }, error);
      return {
        unsubscribe: () => {
          over = true;
          inner?.unsubscribe();
        },
      };
    },
  };
}
