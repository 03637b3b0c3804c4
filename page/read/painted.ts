import { type Box, documentBox, EVERYWHERE, intersect, NOWHERE, overflowBox } from './boxes';
import { clipPathBox, clipRectBox } from './clip-shapes';
import { gradientColours } from './colours';
import { isFrame, parentOf } from './flat-tree';

/** How an element is painted, with what it inherits from all that is around it. */
export interface Painted {
  element: Element;
  parent: Painted | null;
  style: CSSStyleDeclaration;
  display: string;
  /** False: nothing of it or below it is painted. */
  shown: boolean;
  /** Product of the opacities from the top down. */
  opacity: number;
  /** What lets text through: for content in flow, for absolutely placed, and for fixed descendants. */
  clip: Box;
  clipAbsolute: Box;
  clipFixed: Box;
}

/** Fainter than this is not there for a person. */
export const LEAST_OPACITY = 0.1;

/** One look: each element is asked once, and nothing outlives the look. */
export class Look {
  private readonly known = new Map<Element, Painted>();

  constructor(readonly doc: Document) {}

  /** How an element is painted, from its flat-tree ancestors down. */
  of(el: Element): Painted {
    const seen = this.known.get(el);
    if (seen) return seen;
    const above = parentOf(el) ?? hostFrame(el.ownerDocument);
    return this.below(el, above ? this.of(above) : null);
  }

  /** The same, when the parent's state is at hand. */
  below(el: Element, parent: Painted | null): Painted {
    const seen = this.known.get(el);
    if (seen) return seen;
    const painted = paint(el, parent);
    this.known.set(el, painted);
    return painted;
  }
}

function hostFrame(doc: Document): Element | null {
  const frame = doc.defaultView?.frameElement;
  return frame ?? null;
}

function paint(el: Element, parent: Painted | null): Painted {
  const view = el.ownerDocument.defaultView;
  if (!view) throw new Error('An element without a window was asked how it is painted');
  const style = view.getComputedStyle(el);
  const display = style.display;
  const state: Painted = {
    element: el,
    parent,
    style,
    display,
    shown: (parent?.shown ?? true) && display !== 'none',
    opacity: parent?.opacity ?? 1,
    clip: parent?.clip ?? EVERYWHERE,
    clipAbsolute: parent?.clipAbsolute ?? EVERYWHERE,
    clipFixed: parent?.clipFixed ?? EVERYWHERE,
  };
  if (!state.shown) return state;
  if (!parent || parent.element.ownerDocument !== el.ownerDocument) enterDocument(state, parent);
  if (display === 'contents' || !state.shown) return state;
  const opacity = style.opacity;
  if (opacity !== '1') state.opacity *= Number(opacity);
  if (state.opacity < LEAST_OPACITY || goneByEffect(style)) {
    state.shown = false;
    return state;
  }
  clipContent(state);
  return state;
}

/** The top of a document: all that scrolls into view, if its frame is in view itself. */
function enterDocument(state: Painted, frame: Painted | null): void {
  const doc = state.element.ownerDocument;
  if (frame && isFrame(frame.element)) {
    const seen = intersect(frame.element.getBoundingClientRect(), frame.clip);
    const visible =
      frame.style.visibility === 'visible' && seen.right - seen.left >= 3 && seen.bottom - seen.top >= 3;
    if (!visible) state.shown = false;
  }
  const all = documentBox(doc);
  const view = doc.defaultView;
  state.clip = all;
  state.clipAbsolute = all;
  state.clipFixed = { left: 0, top: 0, right: view?.innerWidth ?? 0, bottom: view?.innerHeight ?? 0 };
}

/** Filters, masks, turned-away faces and skipped contents. */
function goneByEffect(style: CSSStyleDeclaration): boolean {
  if (style.contentVisibility === 'hidden') return true;
  const filter = style.filter;
  if (filter !== 'none') {
    const opacity = /opacity\(([\d.]+)\)/.exec(filter);
    const blur = /blur\(([\d.]+)px\)/.exec(filter);
    if (opacity && Number(opacity[1]) < LEAST_OPACITY) return true;
    if (blur && Number(blur[1]) >= Number.parseFloat(style.fontSize) / 2) return true;
  }
  const mask = style.maskImage;
  if (mask !== 'none') {
    const colours = gradientColours(mask);
    if (colours && colours.length > 0 && colours.every((c) => c.a < LEAST_OPACITY)) return true;
  }
  const transform = style.transform;
  if (transform.startsWith('matrix3d') && style.backfaceVisibility === 'hidden') {
    const depth = Number(transform.slice(9, -1).split(',')[10]);
    if (depth < 0) return true;
  }
  return false;
}

function clipContent(state: Painted): void {
  const { element, style } = state;
  const position = style.position;
  if (position === 'absolute') state.clip = state.clipAbsolute;
  else if (position === 'fixed') {
    state.clip = state.clipFixed;
    state.clipAbsolute = state.clipFixed;
  }
  const path = style.clipPath;
  if (path !== 'none') cutAll(state, clipPathBox(path, element.getBoundingClientRect()));
  if (position === 'absolute' || position === 'fixed') {
    const rect = style.clip;
    if (rect !== 'auto') cutAll(state, clipRectBox(rect, element.getBoundingClientRect()));
  }
  const overflow = style.overflow;
  const clips = overflow !== 'visible' && takesOverflow(state);
  const inner = clips ? overflowBox(element, style, state.clip) : state.clip;
  const holdsFixed = style.transform !== 'none' || style.filter !== 'none';
  if (holdsFixed) state.clipFixed = inner;
  if (holdsFixed || position !== 'static') state.clipAbsolute = inner;
  state.clip = inner;
}

function cutAll(state: Painted, box: Box): void {
  if (box === EVERYWHERE) return;
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
