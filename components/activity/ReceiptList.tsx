import { type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ActivityItem, PanelActions } from '../../agent/view';
import { ActivityRow } from './ActivityRow';
import { dayWords, wholeRuns } from './activity-words';

/** The newest are always there, wherever one has scrolled to: a short list is an ordinary list. */
const ALWAYS = 30;
/** Rows that are kept ready above and below the screen. */
const AHEAD = 6;
/** So many rows come and go at once: in the frames between, nothing in the list is another. */
const STEP = 4;
/** An older page is asked for when so few rows are left below. */
const SOON = 40;

interface ReceiptListProps {
  items: readonly ActivityItem[];
  /** Nothing older is left to read. */
  complete: boolean;
  more: () => Promise<void>;
  actions: PanelActions;
}

/** The list, of which only the rows near the screen exist: it may be tens of thousands long. */
export function ReceiptList({ items, complete, more, actions }: ReceiptListProps) {
  const list = useRef<HTMLUListElement>(null);
  const top = useTopOf(list);
  // The same one until the list is another: with a new one all rows of the list are placed anew, at every scroll.
  const getItemKey = useCallback((i: number) => items[i]?.actionId ?? i, [items]);
  const [near] = useState(() => createNear());
  const rows = useWindowVirtualizer({
    count: items.length,
    estimateSize,
    overscan: AHEAD,
    scrollMargin: top,
    getItemKey,
    rangeExtractor: near,
  });
  const last = rows.range?.endIndex ?? 0;
  const wanted = !complete && last >= items.length - SOON;
  useEffect(() => {
    // One page after the other: what it brings makes the list longer, and this is looked at again.
    if (wanted && items.length >= 0) void more().catch(reportError);
  }, [wanted, items.length, more]);
  const runs = useMemo(() => wholeRuns(items), [items]);
  const heading = useHeadings();
  const there = rows.getVirtualItems();
  const drawn = useMemo(
    () =>
      there.map(({ index, start }) => {
        const item = items[index];
        if (!item) return null;
        const before = items[index - 1];
        const group = heading(item);
        return (
          <ActivityRow
            key={item.actionId}
            item={item}
            group={before && heading(before) === group ? null : group}
            index={index}
            of={complete ? items.length : -1}
            top={start - top}
            measure={rows.measureElement}
            run={runs.get(item.actionId) ?? null}
            actions={actions}
          />
        );
      }),
    [there, items, heading, complete, top, rows.measureElement, runs, actions],
  );
  return (
    <ul ref={list} className="receipts" aria-label="Activity" style={{ height: rows.getTotalSize() }}>
      {drawn}
    </ul>
  );
}

const estimateSize = (): number => 110;

/** Day and record of an action; put into words once a day, not at every scroll. */
function useHeadings(): (item: ActivityItem) => string {
  const today = new Date().toDateString();
  return useMemo(() => {
    const now = new Date(today);
    const known = new WeakMap<ActivityItem, string>();
    return (item) => {
      const words = known.get(item) ?? `${dayWords(item.at, now)} · ${item.recordWords}`;
      known.set(item, words);
      return words;
    };
  }, [today]);
}

/**
 * Which rows exist: the newest, and those near the screen in whole steps. The same list for as long as it holds the same
 * rows, so that most scrolls draw nothing anew.
 */
function createNear(): (range: Range) => number[] {
  let last = { of: '', rows: [] as number[] };
  return ({ startIndex, endIndex, count }) => {
    const from = Math.max(ALWAYS, STEP * Math.floor((startIndex - AHEAD) / STEP));
    const to = Math.min(count, STEP * Math.ceil((endIndex + 1 + AHEAD) / STEP));
    const of = `${Math.min(ALWAYS, count)} ${from} ${to}`;
    if (of !== last.of) {
      const newest = Array.from({ length: Math.min(ALWAYS, count) }, (_, i) => i);
      const near = Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
      last = { of, rows: [...newest, ...near] };
    }
    return last.rows;
  };
}

/** How far down the page the list begins; looked at again when something above it grows. */
function useTopOf(list: { current: HTMLElement | null }): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const look = (): void => {
      if (list.current) setTop(Math.round(list.current.getBoundingClientRect().top + window.scrollY));
    };
    look();
    const watch = new ResizeObserver(look);
    watch.observe(document.body);
    return () => watch.disconnect();
  }, [list]);
  return top;
}
