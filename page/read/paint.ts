import { documentBox, EVERYWHERE, intersect } from './boxes';
import { gradientColours } from './colours';
import { isFrame, parentOf } from './flat-tree';
import { LEAST_OPACITY, type Painted } from './painted';
import { place } from './place';
import { StyleGate } from './style-gate';
import { ALL, BACK, EFFECT, INK, PLACE, SPACING } from './style-index';

/** One look: each element is asked once, and nothing outlives the look. */
export class Look {
  private readonly known = new Map<Element, Painted>();
  private readonly gates = new Map<Document | ShadowRoot, StyleGate>();

  constructor(readonly doc: Document) {}

  /** How an element is painted, from its flat-tree ancestors down. */
  of(el: Element): Painted {
    const seen = this.known.get(el);
    if (seen) return seen;
    const above = parentOf(el) ?? hostFrame(el.ownerDocument);
    const painted = this.below(el, above ? this.of(above) : null);
    this.known.set(el, painted);
    return painted;
  }

  /** The same, when the parent's state is at hand: for a walk that meets every element once. */
  below(el: Element, parent: Painted | null): Painted {
    return paint(el, parent, parent && sameTree(el, parent) ? parent.gate : this.gateOf(el));
  }

  private gateOf(el: Element): StyleGate {
    const root = el.getRootNode() as Document | ShadowRoot;
    const seen = this.gates.get(root);
    if (seen) return seen;
    const gate = new StyleGate(root);
    this.gates.set(root, gate);
    return gate;
  }
}

/** A child by plain parentage stands in its parent's tree; what was slotted or framed may not. */
const sameTree = (el: Element, parent: Painted): boolean => el.parentNode === parent.element;

function hostFrame(doc: Document): Element | null {
  const frame = doc.defaultView?.frameElement;
  return frame ?? null;
}

function paint(el: Element, parent: Painted | null, gate: StyleGate): Painted {
  const view = el.ownerDocument.defaultView;
  if (!view) throw new Error('An element without a window was asked how it is painted');
  const style = view.getComputedStyle(el);
  const display = style.display;
  const top = !parent || parent.element.ownerDocument !== el.ownerDocument;
  const state = {
    element: el,
    parent,
    style,
    display,
    shown: (parent?.shown ?? true) && display !== 'none' && !display.startsWith('table-column'),
    opacity: parent?.opacity ?? 1,
    clip: parent?.clip ?? EVERYWHERE,
    clipAbsolute: parent?.clipAbsolute ?? EVERYWHERE,
    clipFixed: parent?.clipFixed ?? EVERYWHERE,
    flags: 0,
    gate,
    steady: parent?.steady ?? false,
    cut: parent?.cut ?? false,
    bent: parent?.bent ?? false,
    told: undefined,
    faded: false,
    ground: undefined,
    hosts: false,
  } as Painted;
  state.ink = state;
  if (!state.shown) return state;
  const custom = el.localName.includes('-');
  state.hosts = custom || el.shadowRoot !== null;
  state.flags = top || state.hosts || parent.hosts ? ALL : gate.flagsOf(el);
  if (top) enterDocument(state, parent);
  const { flags } = state;
  if (parent && !(flags & (INK | BACK | EFFECT))) state.ink = parent.ink;
  if (custom) state.bent = true;
  if (display === 'contents' || !state.shown) return state;
  if (flags & EFFECT) {
    const opacity = style.opacity;
    if (opacity !== '1') state.opacity *= Number(opacity);
    if (state.opacity < LEAST_OPACITY || goneByEffect(style)) {
      state.shown = false;
      return state;
    }
  }
  if (flags & SPACING) state.bent ||= bends(style);
  if (flags & PLACE) state.bent ||= turned(style);
  place(state, parent);
  return state;
}

/** Signs of text that runs out of its box, or to the far side of it. */
function bends(style: CSSStyleDeclaration): boolean {
  return (
    style.textIndent.startsWith('-') ||
    style.letterSpacing.startsWith('-') ||
    style.wordSpacing.startsWith('-') ||
    style.direction === 'rtl' ||
    style.writingMode !== 'horizontal-tb' ||
    !['none', ''].includes(style.fontSizeAdjust ?? '')
  );
}

/** Signs of a box that is not drawn at the size at which it was laid out. */
function turned(style: CSSStyleDeclaration): boolean {
  return (
    style.transform !== 'none' || style.scale !== 'none' || style.rotate !== 'none' || style.zoom !== '1'
  );
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
  const root = doc.documentElement;
  const reach = Math.max(root.scrollWidth, doc.body?.scrollWidth ?? 0);
  const depth = Math.max(root.scrollHeight, doc.body?.scrollHeight ?? 0);
  // where the window does not scroll, what does not fit is out of reach
  state.cut = reach > all.right - all.left + 1 || depth > all.bottom - all.top + 1;
  state.bent = false;
  state.steady = true;
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
