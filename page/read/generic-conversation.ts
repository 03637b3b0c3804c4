import type { GenericWords } from '../../core/generic-words';
import { standsApart } from './hints';
import type { Sight } from './visible-text';

/** Elements around one message each, in page order, and how the page marks when it was written. */
export interface FoundThread {
  items: Element[];
  /** The element with the time, per message that has one. */
  stamps: Map<Element, Element>;
}

const LONGEST_STAMP = 48;
/** How far above its time the element around a message may stand. */
const HIGHEST = 7;

/**
 * The conversation of a page that nobody described: elements side by side that each hold a time or are named like
 * a message, and that hold the most text between them.
 */
export function genericThread(sight: Sight, words: GenericWords, box: Element | null): FoundThread | null {
  const stamps = findStamps(sight, words);
  const around = new Map<Element, Set<Element>>();
  const offer = (item: Element): void => {
    const parent = item.parentElement;
    if (!parent || item === sight.doc.body || (box && item.contains(box))) return;
    around.set(parent, (around.get(parent) ?? new Set()).add(item));
  };
  for (const stamp of stamps) {
    let up: Element | null = stamp;
    for (let level = 0; up && level < HIGHEST; level += 1, up = up.parentElement) offer(up);
  }
  for (const el of sight.doc.querySelectorAll('[class], article, [role="article"], [role="listitem"], li')) {
    if (isNamedMessage(el, words)) offer(el);
  }
  let best: { items: Element[]; score: number } | null = null;
  for (const [parent, offered] of around) {
    const items = [...parent.children].filter((child) => offered.has(child));
    const score = scoreOf(items, stamps, words);
    if (score > 0 && (!best || score > best.score)) best = { items, score };
  }
  if (!best) return null;
  const items = best.items.filter((item) => sight.sees(item));
  const byItem = new Map<Element, Element>();
  for (const item of items) {
    const stamp = stamps.find((s) => item.contains(s));
    if (stamp) byItem.set(item, stamp);
  }
  return items.length > 0 ? { items, stamps: byItem } : null;
}

function isNamedMessage(el: Element, words: GenericWords): boolean {
  if (el.localName === 'article' || el.getAttribute('role') === 'article') return true;
  return (
    words.message.test(el.getAttribute('class') ?? '') &&
    /^(div|section|li|tr|tbody|table|article|details)$/.test(el.localName)
  );
}

/** Elements whose whole text is a time. */
function findStamps(sight: Sight, words: GenericWords): Element[] {
  const found: Element[] = [];
  for (const el of sight.doc.querySelectorAll(
    'time, [datetime], span, small, div, td, p, a, abbr, em, i, li, dd',
  )) {
    if (el.childElementCount > 1) continue;
    const text = (el.textContent ?? '').replace(/\s+/g, ' ').trim();
    if (text === '' || text.length > LONGEST_STAMP) continue;
    const named = el.localName === 'time' || el.hasAttribute('datetime');
    if (!named && !(/\d|now|day|gestern|heute|hier|ayer/i.test(text) && words.time.test(text))) continue;
    if (found.some((outer) => outer.contains(el)) || standsApart(el) || !sight.sees(el)) continue;
    found.push(el);
  }
  return found;
}

function scoreOf(items: readonly Element[], stamps: readonly Element[], words: GenericWords): number {
  const texts = items.map((item) => (item.textContent ?? '').trim().length);
  const readable = texts.filter((length) => length >= 25).length;
  const [first] = items;
  if (!first || readable === 0) return 0;
  const stamped = items.filter((item) => stamps.some((s) => item !== s && item.contains(s))).length;
  const named = items.filter((item) => isNamedMessage(item, words)).length;
  // one element around everything is no message; nor is one that holds several times
  const crowded = items.filter((item) => stamps.filter((s) => item.contains(s)).length > 2).length;
  if (items.length === 1 && (stamped === 0 || crowded > 0)) return 0;
  if (stamped === 0 && named < items.length) return 0;
  const text = texts.reduce((sum, length) => sum + Math.min(length, 1_500), 0);
  const size = text / Math.max(1, items.length - readable + 1);
  let score = size * (named / items.length + 0.5) * (stamped / items.length + 0.5);
  if (items.length > 1) score *= 2;
  if (crowded > items.length / 2) score *= 0.2;
  if (linkShare(items) > 0.5) score *= 0.1;
  if (standsApart(first) || first.closest('aside, [role="complementary"], select, form thead')) score *= 0.15;
  if (text / items.length < 60) score *= 0.6;
  // of boxes in one another, the inner one that still has its time is the message
  return score * (1 - 0.01 * depthOfText(first));
}

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
