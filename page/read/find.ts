import { findIn, matching } from './crowd';
import { parentOf } from './flat-tree';
import type { Sight } from './visible-text';

/**
 * Every element that matches, in the page itself or, where the page has none, in its shadow roots and frames.
 * @param scope look inside this element only
 */
export function findAll(sight: Sight, selector: string, scope?: Element): Element[] {
  if (scope) return sight.crowd?.find(selector, scope) ?? findIn(selector, scope);
  const top = matching(sight.doc, selector);
  if (top.length > 0) return top;
  return sight.roots.slice(1).flatMap((root) => matching(root, selector));
}

/** What customers wrote or sent: their markup may carry the same classes and ids as the helpdesk's own. */
interface Foreign {
  theirs: WeakSet<Element>;
  /** Whether an element stands inside of it: asked of many neighbours, which share what is above them. */
  inside: Map<Element, boolean>;
  /** What was found in the whole page: a field is asked for when it is read, listed and judged. */
  found: Map<string, readonly Element[]>;
}

const foreign = new WeakMap<Sight, Foreign>();

/** From now on nothing inside these elements counts as a part of the helpdesk's page. */
export function distrust(sight: Sight, elements: Iterable<Element>): void {
  const known = foreign.get(sight);
  const fresh = [...elements].filter((el) => !known?.theirs.has(el));
  if (known && fresh.length === 0) return;
  const theirs = known?.theirs ?? new WeakSet<Element>();
  for (const el of fresh) theirs.add(el);
  foreign.set(sight, { theirs, inside: new Map(), found: new Map() });
}

/** Of elements that match, those that the helpdesk itself put there. */
export function findOwn(sight: Sight, selector: string, scope?: Element): readonly Element[] {
  const known = foreign.get(sight);
  const seen = scope ? undefined : known?.found.get(selector);
  if (seen) return seen;
  const all = findAll(sight, selector, scope);
  const own = known ? all.filter((el) => !isInside(el, known, sight.slotted)) : all;
  if (!scope) known?.found.set(selector, own);
  return own;
}

function isInside(el: Element, known: Foreign, slotted: boolean): boolean {
  const up = parentOf(el, slotted) ?? el.ownerDocument.defaultView?.frameElement;
  if (!up) return false;
  const seen = known.inside.get(up);
  if (seen !== undefined) return seen;
  const inside = known.theirs.has(up) || isInside(up, known, slotted);
  known.inside.set(up, inside);
  return inside;
}

/** Those of them that a person can see: several records may be mounted, one is on screen. */
export function findSeen(sight: Sight, selector: string, scope?: Element): Element[] {
  return findOwn(sight, selector, scope).filter((el) => sight.sees(el));
}

/** The first that can be seen. */
export function firstSeen(sight: Sight, selector: string, scope?: Element): Element | null {
  return findSeen(sight, selector, scope)[0] ?? null;
}
