import {
  ALL,
  BACK,
  emptyIndex,
  INK,
  indexSheet,
  inlineFlags,
  merge,
  PLACE,
  SPACING,
  type StyleIndex,
  WRAP,
} from './style-index';

/** Elements that browsers draw as nothing but text in a box; all else has a look of its own. */
const PLAIN = new Set(
  'div span p li ul ol section article header footer main nav aside b i em strong u s tr td tbody thead tfoot blockquote dl dt dd label figure figcaption time br address'.split(
    ' ',
  ),
);
/** These differ in colour or size alone. */
const INKED = new Set(
  'a h1 h2 h3 h4 h5 h6 code kbd samp small big sub sup th pre tt cite q abbr font table caption mark'.split(
    ' ',
  ),
);

/** The browser's own rules for these hide; a part is styled by rules of another tree. */
const OF_ALL_KINDS = ['hidden', 'popover', 'part'];

/** More selectors than these are not worth asking: then the element counts as styled by them. */
const MOST_ASKED = 80;

/** What is sure of every element of one name, and the selectors that tell the rest. */
interface ByTag {
  sure: number;
  asked: { flags: number; selector: string }[];
  /** All of these in one. */
  any: string;
}

interface Merged {
  parts: StyleIndex[];
  index: StyleIndex;
  byClass: Map<string, number>;
  byTag: Map<string, ByTag>;
}

const merged = new WeakMap<Document | ShadowRoot, Merged>();

/** Says of each element of one tree in which ways it may differ from an ordinary one. */
export class StyleGate {
  private readonly rules: Merged;
  private readonly animated: Set<Element>;
  private readonly open: boolean;

  constructor(root: Document | ShadowRoot) {
    this.rules = rulesOf(root);
    const doc = root.nodeType === Node.DOCUMENT_NODE ? (root as Document) : (root.ownerDocument as Document);
    // in quirks mode names match whatever their case
    this.open = doc.compatMode === 'BackCompat';
    this.animated = new Set(
      doc.getAnimations().flatMap((a) => (a.effect as KeyframeEffect | null)?.target ?? []),
    );
  }

  flagsOf(el: Element): number {
    const name = el.localName;
    const { sure, asked, any } = this.rules.byTag.get(name) ?? this.tagFlags(name);
    if (sure === ALL || (this.animated.size > 0 && this.animated.has(el))) return ALL;
    let flags = sure;
    if (el.hasAttributes()) {
      const classes = el.getAttribute('class');
      if (classes) flags |= this.classFlags(classes);
      const id = el.getAttribute('id');
      if (id) flags |= this.rules.index.ids.get(id) ?? 0;
      const style = el.getAttribute('style');
      if (style) flags |= inlineFlags(style);
      if (OF_ALL_KINDS.some((attribute) => el.hasAttribute(attribute))) return ALL;
      if (el.hasAttribute('bgcolor') || el.hasAttribute('background')) flags |= BACK;
      if (el.hasAttribute('dir')) flags |= SPACING;
      if (el.hasAttribute('align') || el.hasAttribute('hspace')) flags |= PLACE;
    }
    if (any === '' || !el.matches(any)) return flags;
    for (const one of asked)
      if ((flags | one.flags) !== flags && el.matches(one.selector)) flags |= one.flags;
    return flags;
  }

  private tagFlags(name: string): ByTag {
    const { index } = this.rules;
    const own = index.tags.get(name);
    const known: ByTag = { sure: index.any | (own?.sure ?? 0), asked: [], any: '' };
    if (INKED.has(name)) known.sure |= INK | (name === 'mark' ? BACK : 0) | (name === 'pre' ? WRAP : 0);
    else if (!PLAIN.has(name) || this.open) known.sure = ALL;
    const lists = new Map<number, string[]>();
    for (const [flags, selectors] of [...index.loose, ...(own?.asked ?? [])]) {
      lists.set(flags, [...(lists.get(flags) ?? []), ...selectors]);
    }
    for (const [flags, selectors] of lists) {
      if (selectors.length > MOST_ASKED) known.sure |= flags;
      else if ((known.sure | flags) !== known.sure)
        known.asked.push({ flags, selector: selectors.join(',') });
    }
    known.any = known.asked.map((one) => one.selector).join(',');
    this.rules.byTag.set(name, known);
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

function rulesOf(root: Document | ShadowRoot): Merged {
  const parts = [...root.styleSheets, ...root.adoptedStyleSheets]
    .filter((sheet) => !sheet.disabled)
    .map(indexSheet);
  const seen = merged.get(root);
  if (seen?.parts.length === parts.length && parts.every((part, i) => part === seen.parts[i])) return seen;
  const index = emptyIndex();
  for (const part of parts) merge(index, part);
  const fresh: Merged = { parts, index, byClass: new Map(), byTag: new Map() };
  merged.set(root, fresh);
  return fresh;
}
