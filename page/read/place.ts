import { type Box, EVERYWHERE, fullyInside, NOWHERE, overflowBox } from './boxes';
import { CLOSED, Clip } from './clip';
import { clipPathBox, clipRectBox } from './clip-shapes';
import type { Painted } from './painted';
import { EFFECT, LINE_UP, OVERFLOW, PLACE, STAND, TURN } from './style-flags';

/** Smaller than this, and nothing inside is seen. */
const LEAST_SIDE = 3;

/** Where the element stands, what it lets through, and whether text in it is in sight for sure. */
export function place(state: Painted, parent: Painted | null): void {
  const { element, flags } = state;
  const position = flags & STAND ? state.style.position : 'static';
  if (position === 'absolute') state.clip = state.clipAbsolute;
  else if (position === 'fixed') {
    state.clip = state.clipFixed;
    state.clipAbsolute = state.clipFixed;
    state.cut ||= element.scrollHeight > element.clientHeight || element.scrollWidth > element.clientWidth;
  }
  if (flags & EFFECT) clipByShape(state, position);
  // moved itself, or perhaps pushed over a side by how its parent lines up its children: then its box is looked at again
  if (flags & PLACE || !parent || parent.flags & LINE_UP || !state.steady) {
    state.steady = fullyInside(element.getBoundingClientRect(), state.clip.box);
  }
  const inner = flags & OVERFLOW ? insideOf(state) : state.clip;
  const holdsFixed =
    flags & (TURN | EFFECT) && (state.style.transform !== 'none' || state.style.filter !== 'none');
  if (holdsFixed) state.clipFixed = inner;
  if (holdsFixed || position !== 'static') state.clipAbsolute = inner;
  state.clip = inner;
}

/** What it lets through of its content. A box that is in sight itself is measured only for what moved inside it. */
function insideOf(state: Painted): Clip {
  const { element, clip } = state;
  const inner = new Clip(() =>
    lets(state) ? clip.box : overflowBox(element, state.style, clip.box, state.bent),
  );
  const [width, height] = [element.clientWidth, element.clientHeight];
  const wide = element.scrollWidth > width + 1;
  const high = element.scrollHeight > height + 1;
  const sure = state.steady && width >= LEAST_SIDE && height >= LEAST_SIDE;
  // all of it fits: then how its overflow is treated matters only to what is moved inside it
  if (sure && !wide && !high) return inner;
  const { style } = state;
  if (!['none', ''].includes(style.webkitLineClamp)) state.cut = true;
  if (lets(state)) return clip;
  if (!sure && inner.box === NOWHERE) {
    state.steady = false;
    return CLOSED;
  }
  // content that does not fit is cut away, not scrolled to
  if ((wide && /hidden|clip/.test(style.overflowX)) || (high && /hidden|clip/.test(style.overflowY)))
    state.cut = true;
  return inner;
}

/** It lets all of its content through. */
const lets = (state: Painted): boolean =>
  (state.style.overflowX === 'visible' && state.style.overflowY === 'visible') || !takesOverflow(state);

function clipByShape(state: Painted, position: string): void {
  const { element, style } = state;
  const path = style.clipPath;
  if (path !== 'none') cutAll(state, clipPathBox(path, element.getBoundingClientRect()));
  if (position === 'absolute' || position === 'fixed') {
    const rect = style.clip;
    if (rect !== 'auto') cutAll(state, clipRectBox(rect, element.getBoundingClientRect()));
  }
}

function cutAll(state: Painted, box: Box): void {
  if (box === EVERYWHERE) return;
  state.cut = true;
  state.clip = state.clip.within(box);
  state.clipAbsolute = state.clipAbsolute.within(box);
  state.clipFixed = state.clipFixed.within(box);
}

/** The root's and the body's overflow belongs to the window; inline boxes and table parts have none. */
function takesOverflow({ element, display }: Painted): boolean {
  const doc = element.ownerDocument;
  if (element === doc.documentElement) return false;
  if (element === doc.body && doc.defaultView?.getComputedStyle(doc.documentElement).overflow === 'visible')
    return false;
  return display !== 'inline' && (!display.startsWith('table') || display === 'table-cell');
}

/** Nothing moves, turns or cuts it, and it is large enough: then there is no need to measure where it stands. */
export function inSight({ element, steady, cut, bent, flags }: Painted): boolean {
  if (!steady || cut || bent || flags & OVERFLOW || !(element instanceof HTMLElement)) return false;
  return element.offsetWidth >= LEAST_SIDE && element.offsetHeight >= LEAST_SIDE;
}
