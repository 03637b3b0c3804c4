import type { Entry } from '../core/entry';
import { type ActionState, createFold, type Fold } from '../core/fold';
import { recordKey } from '../core/record';
import type { LogReader } from '../storage/read';
import { type Back, readBack } from './activity-back';
import { hashesOf, itemsOf } from './activity-item';
import { matcher, narrows, searchText } from './activity-search';
import { readTexts, type Texts } from './activity-texts';
import { nextTask } from './next-task';
import { emptiedBox, wholeOf } from './undoable';
import type { ActivityItem, ActivityView } from './view';

/** A search puts so many of the newest entries into words before it reads ahead. */
const NEWEST = 2_000;

/** Where fewer entries are left, reading ahead is not worth it. */
const MANY = 4_000;

/** Entries in a page that is read ahead. */
const LARGE = 200;

/** The part of the activity that was read so far: the newest actions whole, and what the log gained since. */
export interface Book {
  /** Reads what is new. True when something was. */
  upTo(end: number): Promise<boolean>;
  /** Reads one page further back. False when there was none. */
  older(): Promise<boolean>;
  /** One step of a few milliseconds on the way to the first entry, where all is wanted. */
  further(): Promise<void>;
  /** Not all is wanted any more, or all is there: texts that were read ahead go. */
  rest(): void;
  view(find: string): ActivityView;
  begun(): boolean;
  /** Nothing older is left to read. */
  complete(): boolean;
}

/** A page: the actions that some entries tell of. */
interface Page {
  touched: Set<string>;
  /** Newest first, when all of them are new here and older than what was read. */
  older: string[] | null;
}

export function createBook(reader: LogReader): Book {
  let fold: Fold = createFold();
  let items = new Map<string, ActivityItem>();
  let texts: Texts = readTexts(reader);
  /** What is looked through, by action. */
  let searched = new Map<string, string>();
  /** Ids of what was read, newest first, with the seq of the proposal. */
  let order: { id: string; seq: number }[] = [];
  /** What is older than the first look; null before it. */
  let back: Back | null = null;
  /** Read ahead: what follows, but not in words yet. */
  let pages: Page[] = [];
  /** Entries known; -1 before the first look. */
  let known = -1;
  /** Record → the last entry of the last message that took along what stood in its reply box. */
  let emptied = new Map<string, number>();
  /** Action → those that took it back: they name it, though it may be read after them. */
  let takers = new Map<string, string[]>();

  let shown: ActivityItem[] | null = null;
  /** Ids of what was read since and comes after all of those. */
  let tail: string[] = [];
  /** What was found among the first `of` of those, which have not changed since. */
  let last: { find: string; found: ActivityItem[]; of: number } | null = null;

  function take(entries: readonly Entry[]): Page {
    const touched = new Set<string>();
    const met: typeof order = [];
    for (const entry of entries) {
      const id = entry.data.actionId;
      if (typeof id !== 'string') continue;
      if (!fold.get(id)) met.push({ id, seq: entry.seq });
      fold.add(entry);
      touched.add(id);
    }
    for (const { id } of met) {
      const undone = fold.get(id)?.undoes;
      if (undone) takers.set(undone, [...(takers.get(undone) ?? []), id]);
    }
    met.sort((a, b) => b.seq - a.seq);
    // Mostly older than all that is there: a long list is not sorted anew for each page.
    const isOlder = (met[0]?.seq ?? -1) < (order.at(-1)?.seq ?? Number.MAX_SAFE_INTEGER);
    order.push(...met);
    if (!isOlder) order.sort((a, b) => b.seq - a.seq);
    return { touched, older: isOlder && met.length === touched.size ? met.map(({ id }) => id) : null };
  }

  /** Those whose words may be different now because of these. */
  function withOthers(touched: Set<string>): Set<string> {
    const all = new Set(touched);
    for (const id of touched) {
      const state = fold.get(id);
      const { parts } = state?.data ?? {};
      if (Array.isArray(parts)) for (const part of parts) all.add(String(part));
      for (const taker of takers.get(id) ?? []) all.add(taker);
      for (let undone = state?.undoes; undone; undone = fold.get(undone)?.undoes) all.add(undone);
      if (!state?.record || !emptiedBox(state)) continue;
      const key = recordKey(state.record);
      emptied.set(key, Math.max(state.lastSeq, emptied.get(key) ?? 0));
      for (const item of items.values())
        if (item.tool === 'insert_draft' && item.recordKey === key) all.add(item.actionId);
    }
    return all;
  }

  async function write({ touched, older: added }: Page): Promise<void> {
    const all = withOthers(touched);
    const isLonger = added !== null && all.size === touched.size && !added.some((id) => items.has(id));
    if (!isLonger) drawAnew();
    const states = [...all].flatMap((id) => fold.get(id) ?? []);
    const told = states
      .filter((state) => state.status !== 'proposed')
      .map((action) => ({
        action,
        undone: (action.undoes ? fold.get(action.undoes) : null) ?? null,
        whole: wholeOf(action, fold),
        left: hasLeft(action),
      }));
    for (const item of await itemsOf(texts, told)) {
      items.set(item.actionId, item);
      searched.delete(item.actionId);
    }
    if (isLonger) tail.push(...added);
    else drawAnew();
  }

  function drawAnew(): void {
    [shown, tail, last] = [null, [], null];
  }

  function hasLeft(action: ActionState): boolean {
    if (action.tool !== 'insert_draft' || !action.record) return false;
    return (emptied.get(recordKey(action.record)) ?? -1) > action.lastSeq;
  }

  async function begin(end: number): Promise<boolean> {
    const reached = back?.at() ?? end;
    [fold, items, searched, order] = [createFold(), new Map(), new Map(), []];
    [emptied, takers] = [new Map(), new Map()];
    texts = readTexts(reader);
    back = readBack(reader, end);
    pages = [];
    known = end;
    drawAnew();
    // As far as it was read before.
    do await further(reached);
    while (pages.length > 0 || back.at() > reached);
    texts.forget();
    return true;
  }

  async function older(): Promise<boolean> {
    if (complete()) return false;
    const before = items.size;
    // A list that is no longer after a page would not be asked for the next one.
    do await write(pages.shift() ?? (await nextPage()));
    while (items.size === before && !complete());
    return true;
  }

  async function nextPage(entries?: number): Promise<Page> {
    const read = (await back?.next(entries)) ?? [];
    // Without what was met before because it is going on.
    return take(read.filter((entry) => !fold.get(String(entry.data.actionId))));
  }

  /**
   * One step on the way back to this seq. Where most of the log is wanted, first what was done is read, then all texts
   * in the order in which they lie, and then it is put into words.
   */
  async function further(to: number): Promise<void> {
    // With its texts here, nothing else would part one page from the next.
    await nextTask();
    const at = back?.at() ?? 0;
    const isMost = known - at >= NEWEST && at - to >= MANY && 2 * (at - to) > known;
    if (at > to && (isMost || pages.length > 0)) {
      const page = await nextPage(LARGE);
      for (const id of page.touched) texts.want(hashesOf(fold.get(id)));
      pages.push(page);
    } else if (pages.length * LARGE < MANY || !(await texts.ahead())) await older();
  }

  const complete = (): boolean => (back?.complete() ?? false) && pages.length === 0;

  /** The same list until something in it changes. */
  function shownNow(): ActivityItem[] {
    const ofIds = (ids: readonly string[]) => ids.flatMap((id) => items.get(id) ?? []);
    if (shown === null) shown = ofIds(order.map(({ id }) => id));
    else if (tail.length > 0) shown = [...shown, ...ofIds(tail)];
    tail = [];
    return shown;
  }

  function textOf(item: ActivityItem): string {
    const known = searched.get(item.actionId) ?? searchText(item);
    searched.set(item.actionId, known);
    return known;
  }

  /** Those that hold the words: typing on narrows what was found before, and a longer list adds to it. */
  function foundBy(find: string, all: readonly ActivityItem[]): ActivityItem[] {
    const before = last && narrows(find, last.find) ? last : { find, found: [], of: 0 };
    const matches = matcher(find);
    const among = (some: readonly ActivityItem[]) => some.filter((item) => matches(textOf(item)));
    const still = before.find === find ? before.found : among(before.found);
    const more = among(all.slice(before.of));
    const found = more.length > 0 ? [...still, ...more] : still;
    last = { find, found, of: all.length };
    return found;
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
    further: () => further(0),
    rest: () => texts.forget(),
    view(find) {
      const all = shownNow();
      const found = find === '' ? all : foundBy(find, all);
      return { all, items: found, find, complete: complete() };
    },
    begun: () => known >= 0,
    complete,
  };
}
