import { findSeen } from './find';
import { frameDocument, isFrame } from './flat-tree';
import type { Sight } from './visible-text';

/** Boxes smaller than this are for searches, titles and tags. */
const LEAST_WIDTH = 180;
const LEAST_HEIGHT = 36;

const EDITABLES =
  'textarea, [contenteditable="true"], [contenteditable=""], [contenteditable="plaintext-only"], [role="textbox"][contenteditable]';

/**
 * The box that the last look was about: what is written goes there and nowhere else, least of all into one that it
 * passed over. Kept beside our scripts, not in one of them: the one that looks at a page nobody described is not the
 * one that writes into it. First the box, then those that were passed over.
 */
const KEY = Symbol.for('countersign');
const here = globalThis as { [KEY]?: WeakMap<Document, (Element | null)[]> };
here[KEY] ??= new WeakMap();
const chosen = here[KEY];

/** Of boxes that are big enough, those that may be for a message, the best first where there is one. */
export type Choose = (boxes: Element[], anchor: Element | null) => Element[];

const notAside = (el: Element): boolean => !el.closest('aside');

/** A box of this document that may be written into, as far as the last look can tell. */
export const mayHold = (doc: Document, el: Element): boolean =>
  notAside(el) && !chosen.get(doc)?.includes(el, 1);

/**
 * The editable on the page that is big enough for a reply, also inside an editor's frame: of those that `choose` leaves
 * the one that stands closest to `anchor`, else the first in reading order. Without an anchor, that of the last look.
 */
export function genericComposer(
  sight: Sight,
  anchor?: Element | null,
  choose: Choose = (boxes) => boxes.filter(notAside),
): Element | null {
  const all = [...findSeen(sight, EDITABLES), ...editorFrames(sight)].filter(
    (el) => bigEnough(el) && !isOff(el),
  );
  const boxes = all.filter((el) => !all.some((other) => other !== el && other.contains(el)));
  const { doc } = sight;
  const looks = anchor !== undefined;
  const last = !looks && chosen.get(doc)?.[0];
  const at = anchor ?? null;
  const fit = choose(boxes, at).filter((el) => looks || mayHold(doc, el));
  const box = boxes.find((el) => el === last) ?? closestTo(at, fit);
  if (looks) chosen.set(doc, [box, ...boxes.filter((el) => !fit.includes(el))]);
  return box;
}

/** Of elements, the first that shares the innermost part of the page with another. */
function closestTo(anchor: Element | null, elements: readonly Element[]): Element | null {
  if (!anchor) return elements[0] ?? null;
  const depth = (el: Element): number => depthOf(sharedWith(el, anchor));
  return elements.toSorted((a, b) => depth(b) - depth(a))[0] ?? null;
}

/** The innermost element around both; null when they stand in different documents. */
export function sharedWith(el: Element, other: Element): Element | null {
  let up: Element | null = el;
  while (up && !up.contains(other)) up = up.parentElement;
  return up;
}

function depthOf(el: Element | null): number {
  let depth = 0;
  for (let up = el; up; up = up.parentElement) depth += 1;
  return depth;
}

function editorFrames(sight: Sight): Element[] {
  return findSeen(sight, 'iframe').filter((frame) => {
    const doc = isFrame(frame) ? frameDocument(frame) : null;
    return doc?.body?.isContentEditable || doc?.designMode === 'on';
  });
}

function bigEnough(el: Element): boolean {
  const box = el.getBoundingClientRect();
  return box.width >= LEAST_WIDTH && box.height >= LEAST_HEIGHT;
}

const isOff = (el: Element): boolean =>
  el.matches(':disabled, [readonly], [aria-readonly="true"], [aria-disabled="true"]');
