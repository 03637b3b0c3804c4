import { type Box, EVERYWHERE, fullyInside, intersect, NOWHERE, overflowBox } from './boxes';
import { clipPathBox, clipRectBox } from './clip-shapes';
import type { Painted } from './painted';
import { ALL, EFFECT, OVERFLOW, PLACE } from './style-index';

/** Where the element stands, what it lets through, and whether text in it is in sight for sure. */
export function place(state: Painted, parent: Painted | null): void {
  const { element, style, flags } = state;
  const position = flags & PLACE ? style.position : 'static';
  if (position === 'absolute') state.clip = state.clipAbsolute;
  else if (position === 'fixed') {
    state.clip = state.clipFixed;
    state.clipAbsolute = state.clipFixed;
    state.cut ||= element.scrollHeight > element.clientHeight || element.scrollWidth > element.clientWidth;
  }
  if (flags & EFFECT) clipByShape(state, position);
  // moved itself, or by how its parent lines up its children: then its box is looked at again
  if ((flags | (parent?.flags ?? ALL)) & PLACE || !state.steady) {
    state.steady = fullyInside(element.getBoundingClientRect(), state.clip);
  }
  let inner = state.clip;
  if (flags & OVERFLOW && style.overflow !== 'visible' && takesOverflow(state)) {
    inner = overflowBox(element, style, state.clip);
    if (inner === NOWHERE) state.steady = false;
    else if (cutsOff(element, style)) state.cut = true;
  }
  if (flags & OVERFLOW && !['none', ''].includes(style.webkitLineClamp)) state.cut = true;
  const holdsFixed = flags & (PLACE | EFFECT) && (style.transform !== 'none' || style.filter !== 'none');
  if (holdsFixed) state.clipFixed = inner;
  if (holdsFixed || position !== 'static') state.clipAbsolute = inner;
  state.clip = inner;
}

function clipByShape(state: Painted, position: string): void {
  const { element, style } = state;
  const path = style.clipPath;
  if (path !== 'none') cutAll(state, clipPathBox(path, element.getBoundingClientRect()));
  if (position === 'absolute' || position === 'fixed') {
    const rect = style.clip;
    if (rect !== 'auto') cutAll(state, clipRectBox(rect, element.getBoundingClientRect()));
  }
}

/** Content that does not fit is cut away, not scrolled to. */
function cutsOff(el: Element, style: CSSStyleDeclaration): boolean {
  const wide = el.scrollWidth > el.clientWidth + 1 && /hidden|clip/.test(style.overflowX);
  return wide || (el.scrollHeight > el.clientHeight + 1 && /hidden|clip/.test(style.overflowY));
}

function cutAll(state: Painted, box: Box): void {
  if (box === EVERYWHERE) return;
  state.cut = true;
  state.clip = box === NOWHERE ? NOWHERE : intersect(state.clip, box);
  state.clipAbsolute = box === NOWHERE ? NOWHERE : intersect(state.clipAbsolute, box);
  state.clipFixed = box === NOWHERE ? NOWHERE : intersect(state.clipFixed, box);
}

/** The root's and the body's overflow belongs to the window; inline boxes and table parts have none. */
function takesOverflow({ element, display }: Painted): boolean {
  const doc = element.ownerDocument;
  if (element === doc.documentElement) return false;
  if (element === doc.body && doc.defaultView?.getComputedStyle(doc.documentElement).overflow === 'visible')
    return false;
  return display !== 'inline' && (!display.startsWith('table') || display === 'table-cell');
}
