import { type Box, intersect } from './boxes';
import { gradientColours, parseColour } from './colours';
import type { Painted } from './painted';
import { BACK, DEPTH, EFFECT, STAND, TURN } from './style-flags';
import { wordsWhere } from './text-node';

/** Less than this lets what lies below shine through. */
const OPAQUE = 0.9;
/** `Node.DOCUMENT_POSITION_FOLLOWING`. */
const FOLLOWS = 4;
/** So much of a line lies under a box: then nobody reads it. */
const MOST = 0.8;

/** Its own ground hides what lies under it. A picture as its ground may be see-through, so it counts for nothing. */
export function isOpaque(state: Painted): boolean {
  if (!(state.flags & (BACK | EFFECT)) || state.opacity < OPAQUE) return false;
  // asked for here and no sooner: nearly every element of a message has no ground of its own
  const { style } = state;
  if (parseColour(style.backgroundColor).a >= OPAQUE) return true;
  const colours = gradientColours(style.backgroundImage) ?? [];
  return colours.length > 0 && colours.every(({ a }) => a >= OPAQUE);
}

/** A box of a flex or grid box is drawn as a whole, and has a depth. */
const isPart = ({ parent }: Painted): boolean => /flex|grid/.test(parent?.display ?? '');

/** Drawn by itself, after what stands in the flow. */
const stands = (state: Painted): boolean =>
  isPart(state) ||
  ((state.flags & STAND) !== 0 && state.style.position !== 'static') ||
  ((state.flags & TURN) !== 0 && state.style.transform !== 'none') ||
  ((state.flags & (DEPTH | EFFECT)) !== 0 && stacks(state));

/**
 * A box or a picture that may lie over words beside it; one that stays while the page is scrolled hides none for good.
 * A picture may be see-through, but who lays one over words in a mail does not mean them to be read.
 */
export const mayCover = (state: Painted): boolean =>
  (state.name === 'img' ? state.opacity >= OPAQUE : isOpaque(state)) &&
  stands(state) &&
  !/fixed|sticky/.test(state.style.position) &&
  state.letters.visible;

/** The words of a text that no box lies over: all of them for nearly every text. */
export function uncovered(node: Text, state: Painted, covers: Iterable<Painted>, range: Range): string {
  const boxes: Box[] = [];
  for (const cover of covers)
    if (cover.element.ownerDocument === node.ownerDocument && liesAbove(cover, state, node))
      boxes.push(intersect(cover.element.getBoundingClientRect(), cover.clip.box));
  if (boxes.length === 0) return node.data;
  return wordsWhere(node, range, (line) => !boxes.some((box) => mostlyIn(line, box)));
}

const mostlyIn = (line: Box, box: Box): boolean => areaOf(intersect(line, box)) >= areaOf(line) * MOST;

const areaOf = ({ left, top, right, bottom }: Box): number => (right - left) * (bottom - top);

/** What the browser draws later: by depth, and of the same depth what stands later in the page. */
function liesAbove(cover: Painted, state: Painted, node: Text): boolean {
  if (cover.element.contains(node)) return false;
  const over = outermost(cover, state.element);
  const under = outermost(state, cover.element);
  const above = depthOf(over) - (under ? depthOf(under) : 0);
  if (!over || above < 0) return false;
  if (above > 0 || !under) return true;
  return (under.element.compareDocumentPosition(over.element) & FOLLOWS) > 0;
}

/** Of an element and what it stands in, the outermost that stands by itself and does not hold the other. */
function outermost(state: Painted, other: Element): Painted | null {
  let found: Painted | null = null;
  for (let up: Painted | null = state; up && !up.element.contains(other); up = up.parent)
    if (stands(up)) found = up;
  return found;
}

const depthOf = (state: Painted | null): number => Number(state?.style.zIndex) || 0;

/** It stands below the ground of something around it. */
export function liesBehind(state: Painted): boolean {
  if (!(depthOf(state) < 0 && (isPart(state) || state.style.position !== 'static'))) return false;
  for (let up = state.parent; up && !stacks(up); up = up.parent)
    if (up.element !== up.element.ownerDocument.body && isOpaque(up)) return true;
  return false;
}

/** What stands in it lies above its ground, whatever its depth. */
function stacks(state: Painted): boolean {
  const { element, style } = state;
  return (
    element === element.ownerDocument.documentElement ||
    (style.zIndex !== 'auto' && (style.position !== 'static' || isPart(state))) ||
    /fixed|sticky/.test(style.position) ||
    style.opacity !== '1' ||
    style.transform !== 'none' ||
    style.filter !== 'none' ||
    style.isolation === 'isolate' ||
    style.willChange !== 'auto' ||
    /paint|layout|content|strict/.test(style.contain)
  );
}
