import { allRoots, parentOf } from './flat-tree';
import type { Sight } from './visible-text';

const rootsOf = new WeakMap<Sight, (Document | ShadowRoot)[]>();

/**
 * Every element that matches, in the page itself or, where the page has none, in its shadow roots and frames.
 * @param scope look inside this element only
 */
export function findAll(sight: Sight, selector: string, scope?: Element): Element[] {
  if (scope) return [...(scope.matches(selector) ? [scope] : []), ...scope.querySelectorAll(selector)];
  const top = [...sight.doc.querySelectorAll(selector)];
  if (top.length > 0) return top;
  const roots = rootsOf.get(sight) ?? allRoots(sight.doc);
  rootsOf.set(sight, roots);
  return roots.slice(1).flatMap((root) => [...root.querySelectorAll(selector)]);
}

/** What customers wrote or sent: their markup may carry the same classes and ids as the helpdesk's own. */
const foreign = new WeakMap<Sight, WeakSet<Element>>();

/** From now on nothing inside these elements counts as a part of the helpdesk's page. */
export function distrust(sight: Sight, elements: Iterable<Element>): void {
  const known = foreign.get(sight) ?? new WeakSet<Element>();
  for (const el of elements) known.add(el);
  foreign.set(sight, known);
}

/** Of elements that match, those that the helpdesk itself put there. */
export function findOwn(sight: Sight, selector: string, scope?: Element): Element[] {
  const theirs = foreign.get(sight);
  const all = findAll(sight, selector, scope);
  return theirs ? all.filter((el) => !inside(el, theirs)) : all;
}

function inside(el: Element, theirs: WeakSet<Element>): boolean {
  for (let up = above(el); up; up = above(up)) if (theirs.has(up)) return true;
  return false;
}

const above = (el: Element): Element | null =>
  parentOf(el) ?? el.ownerDocument.defaultView?.frameElement ?? null;

/** Those of them that a person can see: several records may be mounted, one is on screen. */
export function findSeen(sight: Sight, selector: string, scope?: Element): Element[] {
  return findOwn(sight, selector, scope).filter((el) => sight.sees(el));
}

/** The first that can be seen. */
export function firstSeen(sight: Sight, selector: string, scope?: Element): Element | null {
  return findSeen(sight, selector, scope)[0] ?? null;
}
