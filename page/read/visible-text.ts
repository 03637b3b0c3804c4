import { Air } from './air';
import { readableInside } from './boxes';
import type { Clip } from './clip';
import { mayCover, uncovered } from './cover';
import type { Crowd } from './crowd';
import { childrenOf, frameDocument, type Root, shadowOf, type Trees, treesOf } from './flat-tree';
import { withoutInvisible } from './invisible-characters';
import { Lines } from './lines';
import { isNoText, isWords, lostIn } from './no-text';
import { Look } from './paint';
import type { Painted } from './painted';
import { inSight } from './place';
import { STAND } from './style-flags';
import { addBeside, keepsSpace, markerOf, sideBySide } from './text-layout';
import { isPlainlyShown, shownPart } from './text-node';

/** Text as a person sees it, and how many pieces were left out because nobody can see them. */
export interface VisibleText {
  text: string;
  hidden: number;
}

export interface ReadOptions {
  /** Elements that are not read, although they are visible (quoted history, the reply box). */
  skip?: (el: Element) => boolean;
  /** Written by a customer, who may lay boxes over words. */
  covered?: boolean;
  /** Keep a line that an ellipsis cuts as a whole: for labels and subjects in narrow columns. */
  whole?: boolean;
}

const BLOCK = new Set(
  'block flex grid list-item table flow-root table-row table-caption table-row-group table-header-group table-footer-group'.split(
    ' ',
  ),
);
/** What is drawn of these is what they hold. */
const ORDINARY = new Set('a b div em h1 h2 h3 h4 label p span strong td time'.split(' '));
const SPACED = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** Plain letters with single blanks between them: nothing to collapse, nothing invisible. */
const WORDS = /^[!-~]+(?: [!-~]+)*$/;

/** One look at a page. It changes nothing in it, and is thrown away in the same task. */
export class Sight {
  readonly look: Look;
  /** Frames of another site: seen by a person, closed to us. */
  closedFrames = 0;
  /** Elements of which the same things are asked one after the other. */
  crowd: Crowd | undefined;
  private readonly air = new Air();
  private readonly ranges = new Map<Document, Range>();
  private hidden = 0;
  /** Boxes that lie over what customers wrote; most pages have none. */
  private readonly covers = new Map<Element, Painted>();

  /** @param trees the document with all trees below it, where that is known already */
  constructor(
    readonly doc: Document,
    private trees?: Trees,
  ) {
    this.look = new Look(doc, trees?.shadows);
  }

  /** The document, its shadow roots and the documents of its frames. */
  get roots(): readonly Root[] {
    this.trees ??= treesOf(this.doc);
    return this.trees.roots;
  }

  /** Some tree below the document may have slots. */
  get slotted(): boolean {
    return !this.trees || this.trees.shadows.size > 0;
  }

  /** The visible text of an element and of all that is drawn inside it. */
  read(el: Element, options: ReadOptions = {}): VisibleText {
    const met = this.covers.size;
    const read = this.walk(el, options);
    // what lies over a text may stand behind it in the page
    return this.covers.size > met ? this.walk(el, options) : read;
  }

  private walk(el: Element, options: ReadOptions): VisibleText {
    this.hidden = 0;
    const lines = new Lines();
    this.element(el, this.look.of(el), lines, options);
    return { text: lines.toString(), hidden: this.hidden };
  }

  /** The visible text alone. */
  text(el: Element, options: Pick<ReadOptions, 'whole'> = {}): string {
    return this.wordsOf(el) ?? this.read(el, options).text;
  }

  /** Of an element that holds plain words and nothing else, as most names and labels do: no walk is needed. */
  private wordsOf(el: Element): string | null {
    const only = el.firstChild;
    if (only?.nodeType !== Node.TEXT_NODE || only.nextSibling || this.covers.size > 0) return null;
    const words = (only as Text).data;
    if (!ORDINARY.has(el.localName) || !WORDS.test(words)) return null;
    const state = this.look.of(el);
    const drawn = state.shown && !state.hosts && state.display !== 'table-row' && isPlainlyShown(state);
    return drawn ? words : null;
  }

  /** A person can see this element's box: some of it is painted, in view or scrolled to, and not tiny. */
  sees(el: Element): boolean {
    const state = this.look.of(el);
    if (!state.shown) return false;
    if (state.display === 'contents') return [...el.children].some((child) => this.sees(child));
    if (!state.letters.visible) return false;
    if (inSight(state)) return true;
    const box = el.getBoundingClientRect();
    return readableInside(box, this.outerClip(state).box);
  }

  /** A box is cut by what is around it, not by its own overflow. */
  private outerClip(state: Painted): Clip {
    const position = state.flags & STAND ? state.style.position : 'static';
    const above = state.parent;
    if (!above || above.element.ownerDocument !== state.element.ownerDocument) return state.clip;
    if (position === 'absolute') return above.clipAbsolute;
    return position === 'fixed' ? above.clipFixed : above.clip;
  }

  private element(el: Element, state: Painted, lines: Lines, options: ReadOptions): void {
    const { name } = state;
    if (this.passes(el, name) || options.skip?.(el)) return;
    if (!state.shown) {
      this.hidden += lostIn(el);
      return;
    }
    if (options.covered && mayCover(state)) this.covers.set(el, state);
    if (name === 'br') lines.forced();
    else if (name === 'iframe' || name === 'frame') this.frame(el, state, lines, options);
    else if (state.display === 'table-row') this.row(el, state, lines, options);
    else this.box(el, state, lines, options);
  }

  private box(el: Element, state: Painted, lines: Lines, options: ReadOptions): void {
    const { name } = state;
    const block = BLOCK.has(state.display);
    const breaks = block ? (SPACED.has(name) && this.air.around(state) ? 2 : 1) : 0;
    if (breaks) lines.line(breaks);
    const item = name === 'li' && state.display === 'list-item';
    if (item) lines.bullet(markerOf(el));
    this.children(el, state, lines, options);
    if (item) lines.bullet('');
    if (breaks) lines.line(breaks);
  }

  private children(el: Element, state: Painted, lines: Lines, options: ReadOptions): void {
    const beside = sideBySide(state);
    const folded = state.name === 'details' && !(el as HTMLDetailsElement).open;
    const summary = folded ? el.querySelector(':scope > summary') : null;
    childrenOf(el, this.shadowOf(el), state.name, (child) => {
      const type = child.nodeType;
      if (folded && child !== summary) this.hidden += lostIn(child);
      else if (type === Node.TEXT_NODE) this.textNode(child as Text, state, lines, options);
      else if (type === Node.ELEMENT_NODE) this.child(child as Element, state, beside, lines, options);
      else if (type === Node.COMMENT_NODE && isWords((child as Comment).data)) this.hidden += 1;
    });
  }

  /** Nothing of it is text; counted here where words could be hidden in it. */
  private passes(el: Element, name: string): boolean {
    if (!isNoText(name)) return false;
    this.hidden += lostIn(el);
    return true;
  }

  private child(el: Element, parent: Painted, beside: boolean, lines: Lines, options: ReadOptions): void {
    const name = el.localName;
    if (this.passes(el, name)) return;
    const state = this.look.below(el, parent, name);
    if (!beside || !state.shown) {
      this.element(el, state, lines, options);
      return;
    }
    const part = new Lines();
    this.element(el, state, part, options);
    addBeside(lines, part.toString());
  }

  private textNode(node: Text, state: Painted, lines: Lines, options: ReadOptions): void {
    const raw = node.data;
    if (this.covers.size === 0 && WORDS.test(raw) && isPlainlyShown(state)) {
      lines.words(raw);
      return;
    }
    const blank = !/\S/.test(raw);
    const kept = /[\n\t]| {2}/.test(raw) && keepsSpace(state);
    if (blank) {
      if (raw !== '') lines.add(raw, kept && !/^\s*\n\s*$/.test(raw));
      return;
    }
    const range = this.rangeOf(node.ownerDocument);
    const shown = shownPart(node, state, range, options.whole ?? false);
    const part = shown === raw ? uncovered(node, state, this.covers.values(), range) : shown;
    if (part === '') {
      this.hidden += 1;
      return;
    }
    if (part !== raw) this.hidden += 1;
    const clean = withoutInvisible(part);
    if (clean.removed > 0) this.hidden += 1;
    lines.add(clean.text, kept);
  }

  /** A row of a table: its cells on one line where each of them is one line, else one below the other. */
  private row(el: Element, state: Painted, lines: Lines, options: ReadOptions): void {
    const cells: string[] = [];
    childrenOf(el, this.shadowOf(el), state.name, (child) => {
      if (child.nodeType !== Node.ELEMENT_NODE) return;
      const cell = new Lines();
      this.element(child as Element, this.look.below(child as Element, state), cell, options);
      const text = cell.toString();
      if (text) cells.push(text);
    });
    lines.line();
    const flat = cells.every((cell) => !cell.includes('\n'));
    lines.add(cells.join(flat ? ' | ' : '\n'), true);
    lines.line();
  }

  private shadowOf(el: Element): ShadowRoot | null {
    return this.trees ? (this.trees.shadows.get(el) ?? null) : shadowOf(el);
  }

  private frame(el: Element, state: Painted, lines: Lines, options: ReadOptions): void {
    const doc = frameDocument(el);
    const top = doc?.documentElement;
    if (!top) {
      if (!doc && this.sees(el)) this.closedFrames += 1;
      return;
    }
    lines.line();
    this.element(top, this.look.below(top, state), lines, options);
    lines.line();
  }

  private rangeOf(doc: Document): Range {
    const known = this.ranges.get(doc);
    if (known) return known;
    const range = doc.createRange();
    this.ranges.set(doc, range);
    return range;
  }
}
