import { createStore } from 'zustand/vanilla';
import { matcher, searchText } from '../../../agent/activity-search';
import type { ActivityItem, ActivityView, PanelActions, PanelState } from '../../../agent/view';
import type { PanelProps } from '../../../components/Panel';

export interface Scene {
  state: PanelState;
  activity: ActivityItem[];
}

declare global {
  interface Window {
    /** Every action that a component called, in order: `approve card-1`. */
    calls: string[];
    /** Changes the state from outside, as the agent would. */
    patch: (change: Partial<PanelState>) => void;
    patchCard: (id: string, change: Partial<PanelState['cards'][number]>) => void;
    setActivity: (items: ActivityItem[]) => void;
  }
}

/** A panel whose actions are written down and, for what is typed, obeyed. */
export function fakePanel({ state, activity }: Scene): PanelProps {
  const store = createStore<PanelState>(() => state);
  const listeners = new Set<(view: ActivityView) => void>();
  let items = activity;
  let find = '';
  const view = (): ActivityView => {
    const all = items
      .map((item, place) => ({ item, place }))
      .sort((a, b) => b.item.at.localeCompare(a.item.at) || b.place - a.place)
      .map(({ item }) => item);
    return { all, items: all.filter((item) => matcher(find)(searchText(item))), find, complete: true };
  };
  const tell = (): void => {
    for (const next of listeners) next(view());
  };
  window.calls = [];
  window.patch = (change) => store.setState(change);
  window.patchCard = (id, change) =>
    store.setState(({ cards }) => ({ cards: cards.map((c) => (c.id === id ? { ...c, ...change } : c)) }));
  window.setActivity = (next) => {
    items = next;
    tell();
  };
  const note = (...words: string[]): void => void window.calls.push(words.join(' ').trim());
  const later = (...words: string[]): Promise<void> => {
    note(...words);
    return Promise.resolve();
  };
  const actions: PanelActions = {
    setMode: (mode) => store.setState({ mode }),
    setInstructions: (instructions) => store.setState({ instructions }),
    setDraft: (text) => store.setState(({ draft }) => ({ draft: { ...draft, text } })),
    start: () => later('start'),
    stop: () => note('stop'),
    pressInsert: () => note('pressInsert'),
    insertDraft: () => later('insertDraft'),
    approve: (id) => later('approve', id),
    approveAll: () => later('approveAll'),
    edit: (id, value) => {
      note('edit', id, value);
      store.setState(({ cards }) => ({
        cards: cards.map((c) =>
          c.id === id && c.editable
            ? { ...c, editable: { ...c.editable, value }, armedAt: performance.now() + 600 }
            : c,
        ),
      }));
    },
    reject: (id, reason) => {
      window.patchCard(id, { status: 'rejected' });
      return later('reject', id, reason);
    },
    cancelSend: (id) => later('cancelSend', id),
    sendNow: (id) => later('sendNow', id),
    returnToUnsent: () => later('returnToUnsent'),
    undo: (id) => later('undo', id),
    settle: (id, wasDone) => later('settle', id, wasDone ? 'done' : 'not-done'),
    undoRun: (runId) => later('undoRun', runId),
    choose: (id, conflictId, choice) => {
      note('choose', id, conflictId, choice);
      store.setState(({ cards }) => ({
        cards: cards.map((c) => ({
          ...c,
          conflicts: c.conflicts.map((one) => (one.id === conflictId ? { ...one, choice } : one)),
        })),
      }));
    },
    correct: (id) => later('correct', id),
    exportLog: async () => {
      note('exportLog');
      return { name: 'countersign-log.jsonl', file: new Blob(['{"type":"header"}\n']) };
    },
    grantSite: (origin) => later('grantSite', origin),
    allowSession: (host, allowed) => later('allowSession', host, String(allowed)),
    dismissAlert: () => store.setState({ alert: null }),
  };
  return {
    store,
    actions,
    activity: {
      subscribe: (next) => {
        listeners.add(next);
        next(view());
        return { unsubscribe: () => listeners.delete(next) };
      },
      older: () => Promise.resolve(),
      find: (words) => {
        find = words;
        tell();
      },
    },
  };
}
