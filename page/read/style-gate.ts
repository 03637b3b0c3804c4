import { emptyIndex, merge, type SelectorIndex } from './selector-index';
import { ALL, BACK, DISPLAY, INK, inlineFlags, PLACE, SIZE, SPACING, WRAP } from './style-flags';
import { indexSheet } from './style-index';
import { USUAL } from './usual';

/** Drawn as text in a box; all else has a look of its own. */
const isPlain = (name: string): boolean => USUAL.has(name) || /^t(?:r|d|body|head|foot)$/.test(name);

/** These differ in colour or size alone, and a few in one thing more. */
const INKED = new Set(
  'a h1 h2 h3 h4 h5 h6 code kbd samp small big sub sup th tt cite q abbr font table caption mark pre button'.split(
    ' ',
  ),
);
const MORE: Readonly<Record<string, number>> = {
  mark: BACK,
  pre: WRAP,
  button: DISPLAY | BACK,
  summary: DISPLAY,
};

/**
 * Attributes that style by themselves. The browser's own rules for the first three hide, and a part is styled by rules
 * of another tree.
 */
const BY_ATTRIBUTE = new Map([
  ['hidden', ALL],
  ['popover', ALL],
  ['part', ALL],
  ['bgcolor', BACK],
  ['background', BACK],
  ['dir', SPACING],
  ['align', PLACE],
  ['hspace', PLACE],
]);

/** More selectors than these are not worth asking: then the element counts as styled by them. */
const MOST_ASKED = 300;

/** What is sure of every element of one name, and the selectors that tell the rest. */
interface ByTag {
  sure: number;
  asked: Question[];
}

/** Which elements match, and what that says of them. */
interface Question {
  flags: number;
  selector: string;
}

interface Merged {
  parts: SelectorIndex[];
  index: SelectorIndex;
  /** Of selectors that name nothing: any element may match. */
  loose: ByTag;
  byClass: Map<string, number>;
  byTag: Map<string, ByTag>;
}

const merged = new WeakMap<Document | ShadowRoot, Merged>();

/**
 * Says of each element of one tree in which ways it may differ from an ordinary one. A selector is asked of the whole
 * tree at once, which is faster than asking each element; attributes of each that is met, since a list of attribute
 * names is the slowest of all selectors.
 */
export class StyleGate {
  private readonly rules: Merged;
  /** Of single elements: what animations and matching selectors say. */
  private readonly special = new Map<Element, number>();
  /** Of every element with a name that was met. */
  private readonly sure = new Map<string, number>();
  private readonly always: number;
  private readonly open: boolean;
  /** The window that draws the tree. */
  readonly view: Window;

  constructor(private readonly root: Document | ShadowRoot) {
    this.rules = rulesOf(root);
    const doc = root.nodeType === Node.DOCUMENT_NODE ? (root as Document) : (root.ownerDocument as Document);
    if (!doc.defaultView) throw new Error('A document without a window was asked how it is painted');
    this.view = doc.defaultView;
    // in quirks mode names match whatever their case
    this.open = doc.compatMode === 'BackCompat';
    for (const { effect } of doc.getAnimations()) {
      const target = (effect as KeyframeEffect | null)?.target;
      if (target) this.special.set(target, ALL);
    }
    this.always = this.answer(this.rules.loose);
  }

  /** @param name the element's local name */
  flagsOf(el: Element, name: string): number {
    let flags = (this.sure.get(name) ?? this.meet(name)) | (this.special.get(el) ?? 0);
    if (flags === ALL || !el.hasAttributes()) return flags;
    for (const attribute of el.getAttributeNames()) flags |= this.attributeFlags(el, attribute);
    return flags;
  }

  private attributeFlags(el: Element, attribute: string): number {
    if (attribute === 'class') return this.classFlags(el.getAttribute('class') ?? '');
    if (attribute === 'style') return inlineFlags(el.getAttribute('style') ?? '');
    if (attribute === 'id') return this.rules.index.ids.get(el.id) ?? 0;
    return BY_ATTRIBUTE.get(attribute) ?? 0;
  }

  private meet(name: string): number {
    const { byTag } = this.rules;
    const known = byTag.get(name) ?? this.tagFlags(name);
    byTag.set(name, known);
    const sure = this.always | this.answer(known);
    this.sure.set(name, sure);
    return sure;
  }

  /** Asks what is not known yet; returns what then holds for all. */
  private answer({ sure, asked }: ByTag): number {
    return asked.reduce((all, one) => ((all | one.flags) === all ? all : all | this.ask(one)), sure);
  }

  /** Marks the elements that match. Returns flags that hold for every element, because the question was not understood. */
  private ask({ selector, flags }: Question): number {
    try {
      for (const el of this.root.querySelectorAll(selector)) this.add(el, flags);
      return 0;
    } catch (refused) {
      // a selector that only a style sheet can say, as with a namespace
      if (refused instanceof DOMException) return flags;
      throw refused;
    }
  }

  private add(el: Element, flags: number): void {
    if (flags) this.special.set(el, (this.special.get(el) ?? 0) | flags);
  }

  private tagFlags(name: string): ByTag {
    const { index } = this.rules;
    const own = index.tags.get(name);
    const known = byTagOf(index.any | (own?.sure ?? 0), own?.asked ?? []);
    const inked = INKED.has(name);
    if (this.open || !(inked || isPlain(name))) known.sure = ALL;
    else known.sure |= (inked ? INK | SIZE : 0) | (MORE[name] ?? 0);
    return known;
  }

  private classFlags(classes: string): number {
    const seen = this.rules.byClass.get(classes);
    if (seen !== undefined) return seen;
    let flags = 0;
    for (const name of classes.split(/\s+/)) flags |= this.rules.index.classes.get(name) ?? 0;
    this.rules.byClass.set(classes, flags);
    return flags;
  }
}

function byTagOf(sure: number, lists: Iterable<[number, Set<string>]>): ByTag {
  const known: ByTag = { sure, asked: [] };
  for (const [flags, selectors] of lists) {
    if (selectors.size > MOST_ASKED) known.sure |= flags;
    // one at a time: of a list, the browser asks every element of the page
    else for (const selector of selectors) known.asked.push({ flags, selector });
  }
  return known;
}

function rulesOf(root: Document | ShadowRoot): Merged {
  const parts = [...root.styleSheets, ...root.adoptedStyleSheets]
    .filter((sheet) => !sheet.disabled)
    .map(indexSheet);
  const seen = merged.get(root);
  if (seen?.parts.length === parts.length && parts.every((part, i) => part === seen.parts[i])) return seen;
  const [only = emptyIndex()] = parts;
  const index = parts.length > 1 ? emptyIndex() : only;
  if (parts.length > 1) for (const part of parts) merge(index, part);
  const loose = byTagOf(0, index.loose);
  const fresh: Merged = { parts, index, loose, byClass: new Map(), byTag: new Map() };
  merged.set(root, fresh);
  return fresh;
}
