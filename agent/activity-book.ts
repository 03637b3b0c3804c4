import type { Entry } from '../core/entry';
import { type ActionState, createFold, type Fold } from '../core/fold';
import { recordKey } from '../core/record';
import type { LogReader } from '../storage/read';
import { type Back, readBack } from './activity-back';
import { itemsOf } from './activity-item';
import { matcher, narrows, searchText } from './activity-search';
import { emptiedBox, wholeOf } from './undoable';
import type { ActivityItem, ActivityView } from './view';

/** The part of the activity that was read so far: the newest actions whole, and what the log gained since. */
export interface Book {
  /** Reads what is new. True when something was. */
  upTo(end: number): Promise<boolean>;
  /** Reads one page further back. False when there was none. */
  older(): Promise<boolean>;
  view(find: string): ActivityView;
  begun(): boolean;
  /** Nothing older is left to read. */
  complete(): boolean;
}

export function createBook(reader: LogReader): Book {
  let fold: Fold = createFold();
  let items = new Map<string, ActivityItem>();
  let texts = new Map<string, string>();
  /** Ids of what was read, newest first, with the seq of the proposal. */
  let order: { id: string; seq: number }[] = [];
  /** What is older than the first look; null before it. */
  let back: Back | null = null;
  /** Entries known; -1 before the first look. */
  let known = -1;
  /** Record → the last entry of the last message that took along what stood in its reply box. */
  let emptied = new Map<string, number>();

  let shown: ActivityItem[] | null = null;
  let last: { all: ActivityItem[]; find: string; found: ActivityItem[] } | null = null;

  function take(entries: readonly Entry[]): Set<string> {
    const touched = new Set<string>();
    const met: typeof order = [];
    for (const entry of entries) {
      const id = entry.data.actionId;
      if (typeof id !== 'string') continue;
      if (!fold.get(id)) met.push({ id, seq: entry.seq });
      fold.add(entry);
      touched.add(id);
    }
    met.sort((a, b) => b.seq - a.seq);
    // Mostly older than all that is there: a long list is not sorted anew for each page.
    const isOlder = (met[0]?.seq ?? -1) < (order.at(-1)?.seq ?? Number.MAX_SAFE_INTEGER);
    order.push(...met);
    if (!isOlder) order.sort((a, b) => b.seq - a.seq);
    return touched;
  }

  /** Those whose words may be different now because of these. */
  function withOthers(touched: Set<string>): Set<string> {
    const all = new Set(touched);
    for (const id of touched) {
      const state = fold.get(id);
      const { parts } = state?.data ?? {};
      if (Array.isArray(parts)) for (const part of parts) all.add(String(part));
      for (let undone = state?.undoes; undone; undone = fold.get(undone)?.undoes) all.add(undone);
      if (!state?.record || !emptiedBox(state)) continue;
      const key = recordKey(state.record);
      emptied.set(key, Math.max(state.lastSeq, emptied.get(key) ?? 0));
      for (const item of items.values())
        if (item.tool === 'insert_draft' && item.recordKey === key) all.add(item.actionId);
    }
    return all;
  }

  async function write(touched: Set<string>): Promise<void> {
    shown = null;
    const states = [...withOthers(touched)].flatMap((id) => fold.get(id) ?? []);
    const told = states
      .filter((state) => state.status !== 'proposed')
      .map((action) => ({
        action,
        undone: (action.undoes ? fold.get(action.undoes) : null) ?? null,
        whole: wholeOf(action, fold),
        left: hasLeft(action),
      }));
    for (const item of await itemsOf(reader, told)) {
      items.set(item.actionId, item);
      texts.delete(item.actionId);
    }
    shown = null;
  }

  function hasLeft(action: ActionState): boolean {
    if (action.tool !== 'insert_draft' || !action.record) return false;
    return (emptied.get(recordKey(action.record)) ?? -1) > action.lastSeq;
  }

  async function begin(end: number): Promise<boolean> {
    const reached = back?.at() ?? end;
    [fold, items, texts, order, emptied] = [createFold(), new Map(), new Map(), [], new Map()];
    back = readBack(reader, end);
    known = end;
    shown = null;
    // As far as it was read before.
    do await older();
    while (!back.complete() && back.at() > reached);
    return true;
  }

  async function older(): Promise<boolean> {
    if (!back || back.complete()) return false;
    const before = items.size;
    // A list that is no longer after a page would not be asked for the next one.
    do {
      const entries = await back.next();
      // Without what was met before because it is going on.
      await write(take(entries.filter((entry) => !fold.get(String(entry.data.actionId)))));
    } while (items.size === before && !back.complete());
    return true;
  }

  const complete = (): boolean => back?.complete() ?? false;

  /** The same list until something in it changes. */
  function shownNow(): ActivityItem[] {
    shown ??= order.flatMap(({ id }) => items.get(id) ?? []);
    return shown;
  }

  function textOf(item: ActivityItem): string {
    const known = texts.get(item.actionId) ?? searchText(item);
    texts.set(item.actionId, known);
    return known;
  }

  return {
    async upTo(end) {
      if (known < 0 || end < known) return await begin(end);
      if (end === known) return false;
      const news = await reader.entries({ from: known, to: end - 1 });
      // Texts that are gone must not stay on the screen.
      if (news.some((entry) => entry.kind === 'content.erased')) return await begin(end);
      known = end;
      const strangers = new Set<string>();
      for (const { kind, data } of news)
        if (typeof data.actionId === 'string' && kind !== 'action.proposed' && !fold.get(data.actionId))
          strangers.add(data.actionId);
      for (const { kind, data } of news)
        if (typeof data.actionId === 'string' && kind === 'action.proposed') strangers.delete(data.actionId);
      const whole = await Promise.all([...strangers].map((id) => reader.entriesOfAction(id)));
      const rest = news.filter((entry) => !strangers.has(String(entry.data.actionId)));
      await write(take([...whole.flat().filter((entry) => entry.seq < end), ...rest]));
      return true;
    },
    older,
    view(find) {
      const all = shownNow();
      const matches = matcher(find);
      // Typing on narrows what was found before.
      const among = last && last.all === all && narrows(find, last.find) ? last.found : all;
      const found = find === '' ? all : among.filter((item) => matches(textOf(item)));
      last = { all, find, found };
      return { all, items: found, find, complete: complete() };
    },
    begun: () => known >= 0,
    complete,
  };
}
