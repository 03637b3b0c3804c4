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

interface Merged {
  sheets: CSSStyleSheet[];
  counts: number[];
  index: StyleIndex;
  byClass: Map<string, number>;
}

const merged = new WeakMap<Document | ShadowRoot, Merged>();

/** Says of each element of one tree in which ways it may differ from an ordinary one. */
export class StyleGate {
  private readonly rules: Merged;
  private readonly animated: Set<Element>;
  private readonly open: boolean;
  private readonly byTag = new Map<string, number>();

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
    let flags = this.byTag.get(name) ?? this.tagFlags(name);
    if (flags === ALL || (this.animated.size > 0 && this.animated.has(el))) return ALL;
    if (!el.hasAttributes()) return flags;
    const classes = el.getAttribute('class');
    if (classes) flags |= this.classFlags(classes);
    const id = el.getAttribute('id');
    if (id) flags |= this.rules.index.ids.get(id) ?? 0;
    const style = el.getAttribute('style');
    if (style) flags |= inlineFlags(style);
    if (el.hasAttribute('bgcolor') || el.hasAttribute('background')) flags |= BACK;
    if (el.hasAttribute('dir')) flags |= SPACING;
    if (el.hasAttribute('align') || el.hasAttribute('hspace')) flags |= PLACE;
    return flags;
  }

  private tagFlags(name: string): number {
    let flags = this.rules.index.any | (this.rules.index.tags.get(name) ?? 0);
    if (INKED.has(name)) flags |= INK | (name === 'mark' ? BACK : 0);
    else if (!PLAIN.has(name) || this.open) flags = ALL;
    this.byTag.set(name, flags);
    return flags;
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
  const sheets = [...root.styleSheets, ...root.adoptedStyleSheets].filter((sheet) => !sheet.disabled);
  const counts = sheets.map(countOf);
  const seen = merged.get(root);
  const same =
    seen?.sheets.length === sheets.length &&
    sheets.every((sheet, i) => sheet === seen.sheets[i] && counts[i] === seen.counts[i]);
  if (seen && same) return seen;
  const index = emptyIndex();
  for (const sheet of sheets) merge(index, indexSheet(sheet));
  const fresh: Merged = { sheets, counts, index, byClass: new Map() };
  merged.set(root, fresh);
  return fresh;
}

/** -1 for a sheet whose rules cannot be read. */
function countOf(sheet: CSSStyleSheet): number {
  try {
    return sheet.cssRules.length;
  } catch (refused) {
    if (refused instanceof DOMException) return -1;
    throw refused;
  }
}
