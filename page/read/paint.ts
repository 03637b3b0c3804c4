import { documentBox, intersect } from './boxes';
import { Clip, OPEN } from './clip';
import { liesBehind } from './cover';
import { goneByEffect } from './effects';
import { isFrame, parentOf } from './flat-tree';
import { lettersOf } from './letters';
import { LEAST_OPACITY, type Letters, type Painted } from './painted';
import { place } from './place';
import {
  ALL,
  BACK,
  DEPTH,
  DISPLAY,
  EFFECT,
  LETTERS,
  LINE_UP,
  SPACING,
  STAND,
  TURN,
  WRAP,
} from './style-flags';
import { StyleGate } from './style-gate';
import { USUAL } from './usual';

/** One look: each element is asked once, and nothing outlives the look. */
export class Look {
  private readonly known = new Map<Element, Painted>();
  private readonly gates = new Map<Document | ShadowRoot, StyleGate>();

  /** @param shadows every shadow root below the document, where they are known already */
  constructor(
    readonly doc: Document,
    private readonly shadows?: ReadonlyMap<Element, ShadowRoot>,
  ) {}

  /** How an element is painted, from its flat-tree ancestors down. */
  of(el: Element): Painted {
    const seen = this.known.get(el);
    if (seen) return seen;
    const above = parentOf(el, this.shadows?.size !== 0) ?? hostFrame(el.ownerDocument);
    const painted = this.below(el, above ? this.of(above) : null);
    this.known.set(el, painted);
    return painted;
  }

  /** The same, when the parent's state is at hand: for a walk that meets every element once. */
  below(el: Element, parent: Painted | null, name = el.localName): Painted {
    const same = parent !== null && sameTree(el, parent);
    const hosts = this.shadows ? this.shadows.has(el) : el.shadowRoot !== null;
    return paint(new State(el, name, parent, same ? parent.gate : this.gateOf(el)), same, hosts);
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

/** What the top of a document takes from nobody. */
const FROM_OUTSIDE = DISPLAY | LETTERS | BACK | WRAP;

/** A child by plain parentage stands in its parent's tree; what was slotted or framed may not. */
const sameTree = (el: Element, parent: Painted): boolean => el.parentNode === parent.element;

function hostFrame(doc: Document): Element | null {
  const frame = doc.defaultView?.frameElement;
  return frame ?? null;
}

/** Undefined where only the browser knows. In a flex or grid box every child is a box of its own. */
function usualDisplay(name: string, parent: Painted): string | undefined {
  const { display } = parent;
  if (display === 'block' || display === 'inline') return USUAL.get(name);
  if (display === 'contents' || display.includes('ruby')) return undefined;
  const usual = USUAL.get(name);
  return usual === 'inline' && /flex|grid/.test(display) ? 'block' : usual;
}

class State implements Painted {
  shown = true;
  opacity = 1;
  clip = OPEN;
  clipAbsolute = OPEN;
  clipFixed = OPEN;
  display = '';
  flags = 0;
  steady = false;
  cut = false;
  bent = false;
  ink: Painted = this;
  told: boolean | undefined = undefined;
  faded = false;
  ground: Painted['ground'] = undefined;
  hosts = false;
  private asked: CSSStyleDeclaration | null = null;
  private own: Letters | null = null;

  constructor(
    readonly element: Element,
    readonly name: string,
    readonly parent: Painted | null,
    readonly gate: StyleGate,
  ) {
    if (!parent) return;
    this.shown = parent.shown;
    this.opacity = parent.opacity;
    this.clip = parent.clip;
    this.clipAbsolute = parent.clipAbsolute;
    this.clipFixed = parent.clipFixed;
    this.steady = parent.steady;
    this.cut = parent.cut;
    this.bent = parent.bent;
  }

  get style(): CSSStyleDeclaration {
    this.asked ??= this.gate.view.getComputedStyle(this.element);
    return this.asked;
  }

  get letters(): Letters {
    if (this.parent && !(this.flags & LETTERS)) return this.parent.letters;
    this.own ??= lettersOf(this.style, this.bent, this.flags, this.parent?.letters);
    return this.own;
  }
}

/**
 * Fills in how an element is painted.
 * @param same it stands in its parent's tree
 * @param hosts it has a shadow root
 */
function paint(state: State, same: boolean, hosts: boolean): Painted {
  if (!state.shown) return state;
  const { element: el, parent, name } = state;
  const top = !parent || (!same && parent.element.ownerDocument !== el.ownerDocument);
  const custom = name.includes('-');
  state.hosts = custom || hosts;
  // another tree's rules may speak about what was slotted into it
  const known = same && !state.hosts && !parent?.hosts;
  const alone = top && !state.hosts;
  const flags = known || alone ? state.gate.flagsOf(el, name) | (alone ? FROM_OUTSIDE : 0) : ALL;
  state.flags = flags;
  const usual = known && parent && !(flags & (DISPLAY | STAND)) ? usualDisplay(name, parent) : undefined;
  const display = usual ?? state.style.display;
  state.display = display;
  if (display === 'none' || display.startsWith('table-column')) {
    state.shown = false;
    return state;
  }
  if (top) enterDocument(state, parent);
  if (parent && !(flags & (LETTERS | BACK | EFFECT))) state.ink = parent.ink;
  if (custom) state.bent = true;
  // without a box of its own, its children are lined up by what is around it
  if (display === 'contents') state.flags |= (parent?.flags ?? 0) & LINE_UP;
  if (display === 'contents' || !state.shown) return state;
  if (flags & EFFECT) {
    const { style } = state;
    const opacity = style.opacity;
    if (opacity !== '1') state.opacity *= Number(opacity);
    if (state.opacity < LEAST_OPACITY || goneByEffect(state)) {
      state.shown = false;
      return state;
    }
  }
  if (flags & DEPTH && liesBehind(state)) {
    state.shown = false;
    return state;
  }
  if (flags & SPACING) state.bent ||= bends(state.style);
  if (flags & TURN) state.bent ||= turned(state.style);
  place(state, parent);
  return state;
}

/** Signs of text that runs out of its box, or to the far side of it, or has an edge. */
function bends(style: CSSStyleDeclaration): boolean {
  return (
    style.textIndent.startsWith('-') ||
    style.letterSpacing.startsWith('-') ||
    style.wordSpacing.startsWith('-') ||
    style.direction === 'rtl' ||
    style.webkitTextStrokeWidth !== '0px' ||
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
    const seen = intersect(frame.element.getBoundingClientRect(), frame.clip.box);
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
  state.clip = Clip.of(all);
  state.clipAbsolute = state.clip;
  state.clipFixed = Clip.of({
    left: 0,
    top: 0,
    right: view?.innerWidth ?? 0,
    bottom: view?.innerHeight ?? 0,
  });
}
