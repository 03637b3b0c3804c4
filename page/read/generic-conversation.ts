import type { GenericWords } from '../../core/generic-words';
import type { Root } from './flat-tree';
import { sharedWith } from './generic-composer';
import { shownSizeOf, sizeOf } from './generic-text';
import { hintsOf, standsApart } from './hints';
import type { Sight } from './visible-text';

/** Elements around one message each, in page order, and how the page marks when it was written. */
export interface FoundThread {
  items: Element[];
  /** The element with the time, per message that has one. */
  stamps: Map<Element, Element>;
}

const LONGEST_STAMP = 64;
/** How far above its time the element around a message may stand. */
const HIGHEST = 7;

/**
 * The conversation of a page that nobody described: elements side by side that each hold a time or are named like
 * a message, and that hold the most text between them.
 */
export function genericThread(
  sight: Sight,
  words: GenericWords,
  box: Element | null,
  anchor: Element | null,
): FoundThread | null {
  const own = threadIn([sight.doc], sight, words, box, anchor);
  if (own && !isThin(own.items)) return own;
  // only where the page itself has none: what a mail is drawn in may be a root of its own, too
  const shadows = sight.roots.filter((root) => root.nodeType === 11 && root.ownerDocument === sight.doc);
  return (shadows.length > 0 ? threadIn(shadows, sight, words, box, anchor) : null) ?? own;
}

function threadIn(
  roots: readonly Root[],
  sight: Sight,
  words: GenericWords,
  box: Element | null,
  anchor: Element | null,
): FoundThread | null {
  const by = (time: RegExp) => threadBy(roots, findStamps(roots, sight, time), sight, words, box, anchor);
  const clear = by(words.time);
  if (clear && !isThin(clear.items)) return clear;
  // the time may stand in one line with who did what
  return by(words.timeWithin) ?? clear;
}

const allIn = (roots: readonly Root[], selector: string): Element[] =>
  roots.flatMap((root) => [...root.querySelectorAll(selector)]);

/** Too little to be a conversation: the line under a heading, or the head of one. */
const isThin = (items: readonly Element[]): boolean =>
  items.every((item) => sizeOf(item) < (items.length === 1 ? 100 : 40));

function threadBy(
  roots: readonly Root[],
  all: Element[],
  sight: Sight,
  words: GenericWords,
  box: Element | null,
  anchor: Element | null,
): FoundThread | null {
  const stamps = outsideLists(all);
  const around = new Map<ParentNode, Set<Element>>();
  const offer = (item: Element): void => {
    const parent = item.parentNode as ParentNode | null;
    if (!parent || parent.nodeType === 9 || item === sight.doc.body || (box && item.contains(box))) return;
    around.set(parent, (around.get(parent) ?? new Set()).add(item));
  };
  for (const stamp of stamps) {
    let up: Element | null = stamp;
    for (let level = 0; up && level < HIGHEST; level += 1, up = up.parentElement) offer(up);
  }
  for (const el of allIn(roots, '[class], article, [role="article"], [role="listitem"], li')) {
    if (isNamedMessage(el, words)) offer(el);
  }
  const rated: { items: Element[]; score: number }[] = [];
  const sets: Element[][] = [];
  for (const [parent, offered] of around) {
    const items = [...parent.children].filter((child) => offered.has(child));
    if (items.length > 1 && items.every((i) => isStamped(i, stamps))) sets.push(items);
    const place = items[0]?.parentElement ?? null;
    const apart = anchor && place && isRoot(sharedWith(place, anchor)) && !isRoot(place);
    // a list of other tickets stands beside the record, not with its heading and its reply box
    const score = scoreOf(items, stamps, all, words) * (apart ? 0.3 : 1);
    if (score > 0) rated.push({ items, score });
  }
  const best = rated.toSorted((a, b) => b.score - a.score).find(({ items }) => isShown(items));
  if (!best) return null;
  const items = finest(best.items, sets, stamps).filter((item) => sight.sees(item));
  const byItem = new Map<Element, Element>();
  for (const item of items) {
    const stamp = stamps.find((s) => item.contains(s));
    if (stamp) byItem.set(item, stamp);
  }
  return items.length > 0 ? { items, stamps: byItem } : null;
}

const isStamped = (item: Element, stamps: readonly Element[]): boolean =>
  stamps.some((s) => item !== s && item.contains(s)) && sizeOf(item) >= 25;

/** Of boxes that hold several times each, at least as many inside one of them are the messages. */
function finest(items: Element[], sets: readonly Element[][], stamps: readonly Element[]): Element[] {
  const crowded = items.filter((item) => stamps.filter((s) => item.contains(s)).length > 1);
  const inner = sets.find(
    (set) =>
      set !== items &&
      set.length >= items.length &&
      crowded.some((c) => set.every((i) => c !== i && c.contains(i))),
  );
  return inner ? finest(inner, sets, stamps) : items;
}

const isRoot = (el: Element | null): boolean => el === null || el === el.ownerDocument.body;

function isNamedMessage(el: Element, words: GenericWords): boolean {
  if (el.localName === 'article' || el.getAttribute('role') === 'article') return true;
  return (
    words.message.test(el.getAttribute('class') ?? '') &&
    /^(div|section|li|tr|tbody|table|article|details)$/.test(el.localName)
  );
}

/** Elements whose whole text is a time. */
function findStamps(roots: readonly Root[], sight: Sight, time: RegExp): Element[] {
  const found: Element[] = [];
  for (const el of allIn(roots, 'time, [datetime], span, small, div, td, p, a, abbr, em, i, li, dd')) {
    if (el.childElementCount > 1) continue;
    const text = (el.textContent ?? '').replace(/\s+/g, ' ').trim();
    if (text === '' || text.length > LONGEST_STAMP) continue;
    const named = el.localName === 'time' || el.hasAttribute('datetime');
    if (!named && !(/\d|now|day|minute|hour|moment|gestern|heute|hier|ayer/i.test(text) && time.test(text)))
      continue;
    if (found.some((outer) => outer.contains(el)) || standsApart(el) || !sight.sees(el)) continue;
    found.push(el);
  }
  return found;
}

function scoreOf(
  items: readonly Element[],
  stamps: readonly Element[],
  all: readonly Element[],
  words: GenericWords,
): number {
  const texts = items.map((item) => sizeOf(item));
  const readable = texts.filter((length) => length >= 25).length;
  const [first] = items;
  if (!first || readable === 0 || (first.localName === 'tr' && items.every(isTableRow))) return 0;
  const stamped = items.filter((item) => stamps.some((s) => item !== s && item.contains(s))).length;
  const named = items.filter((item) => isNamedMessage(item, words)).length;
  // one element around everything is no message; nor is one that holds several times
  const crowded = items.filter((item) => all.filter((s) => item.contains(s)).length > 2).length;
  if (items.length === 1 && (stamped === 0 || crowded > 0)) return 0;
  if (stamped === 0 && (named < items.length || !areAlike(items))) return 0;
  const text = texts.reduce((sum, length) => sum + Math.min(length, 1_500), 0);
  const size = text / Math.max(1, items.length - readable + 1);
  let score = size * (named / items.length + 0.5) * (stamped / items.length + 0.5);
  if (items.length > 1) score *= 2;
  if (crowded > items.length / 2) score *= 0.2;
  // a column of the page with a list in it is no message
  const lists = items.filter((item) => all.some((s) => item.contains(s) && !stamps.includes(s)));
  const apart = items.filter((i) => !lists.includes(i) && stamps.some((s) => i !== s && i.contains(s)));
  if (lists.length > 0 && (lists.length >= items.length / 2 || apart.length === 0)) return 0;
  if (linkShare(items) > 0.5 || items.every(isFieldList)) score *= 0.1;
  if (standsApart(first) || first.closest('aside, [role="complementary"], select, form thead')) score *= 0.15;
  if (text / items.length < 60) score *= 0.6;
  // of boxes in one another, the inner one that still has its time is the message
  return score * (1 - 0.01 * depthOfText(first));
}

/** Without times, messages are at least called alike: the parts of one message have names, too. */
function areAlike(items: readonly Element[]): boolean {
  const [first, ...others] = items.map((item) => hintsOf(item).split(' '));
  return (first ?? []).some((word) => others.every((words) => words.includes(word)));
}

/** The head of a page may hold long menus that are closed. */
function isShown(items: readonly Element[]): boolean {
  let [shown, all] = [0, 0];
  for (const item of items) {
    shown += shownSizeOf(item, letters);
    all += sizeOf(item, letters);
  }
  return shown >= all / 3;
}

const letters = (text: string): number => text.replace(/\s+/g, '').length;

/** Without the times of a list of short rows: those of other tickets, or of messages that stand elsewhere. */
function outsideLists(stamps: Element[]): Element[] {
  const lists = new Map<Element, boolean>();
  return stamps.filter((stamp) => {
    const body = stamp.closest('tr')?.parentElement;
    if (!body) return true;
    const rows = [...body.children].filter((row) => stamps.some((other) => row.contains(other)));
    const known = lists.get(body) ?? (rows.length > 1 && rows.every(isTableRow));
    lists.set(body, known);
    return !known;
  });
}

/** A row of a list: cells that show few words, and nothing to read. */
const isTableRow = (item: Element): boolean =>
  [...item.children].every(
    (cell) => ((cell as HTMLElement).innerText ?? '').trim().length < 40 && !cell.querySelector('iframe'),
  );

function linkShare(items: readonly Element[]): number {
  let linked = 0;
  let all = 0;
  for (const item of items) {
    all += (item.textContent ?? '').trim().length;
    if (item.closest('a')) linked += (item.textContent ?? '').trim().length;
    else for (const a of item.querySelectorAll('a')) linked += (a.textContent ?? '').trim().length;
  }
  return all === 0 ? 1 : linked / all;
}

/** Labels with their values: the time in it is one of them. A mail's head is such a list, and its text is not. */
function isFieldList(item: Element): boolean {
  const labels = [...item.querySelectorAll('label, dt, th')];
  const listed = labels.reduce(
    (sum, el) => sum + shownSizeOf(el) + (el.nextElementSibling ? shownSizeOf(el.nextElementSibling) : 0),
    0,
  );
  return labels.length > 2 && listed > shownSizeOf(item) / 2;
}

/** How many boxes with a single child stand between an element and its content. */
function depthOfText(el: Element): number {
  let depth = 0;
  let at: Element | null = el;
  while (at && at.childElementCount === 1) {
    depth += 1;
    at = at.firstElementChild;
  }
  return depth;
}
