import { addSelectors, emptyIndex, type SelectorIndex } from './selector-index';

/**
 * Which elements may have been styled in ways that hide text: read off the page's own rules, so that the slow
 * question ("how is this element painted?") is asked only where its answer can differ from the ordinary one.
 * Never the other way round: whatever cannot be judged from the rules counts as styled in every way.
 */
export const EFFECT = 1;
export const OVERFLOW = 2;
export const PLACE = 4;
export const SPACING = 8;
export const INK = 16;
export const BACK = 32;
/** How its box is laid out: a block, a line, a table's row. */
export const DISPLAY = 64;
/** Which white space of its text counts. */
export const WRAP = 128;
/** Air above and below. */
export const AIR = 256;
/** Of `PLACE`: drawn turned, shrunk or elsewhere than laid out; or taken out of the flow. */
export const TURN = 512;
export const STAND = 1024;
/** Lines up its children in another way than one after the other from the near side. */
export const LINE_UP = 2048;
/** In a flex box: centres them across, so that only what is larger than the box sticks out of its near side. */
export const CENTRE = 4096;
/** Lines them up from top to bottom. */
export const COLUMN = 8192;
export const ALL = 16_383;

const GROUPS: [RegExp, number][] = [
  [
    /^(?:opacity|filter|backdrop-filter|(?:-webkit-)?mask|content-visibility|clip|clip-path|(?:-webkit-)?backface-visibility)/,
    EFFECT,
  ],
  [
    /^(?:overflow(?!-wrap|-anchor)|contain|-webkit-line-clamp|line-clamp|max-lines|continue|block-ellipsis)/,
    OVERFLOW,
  ],
  [
    /^(?:position|inset|left$|right$|top$|bottom$|transform|translate|rotate|scale|zoom|offset|perspective|margin|float|justify-self|align-self|place-self|anchor)/,
    PLACE,
  ],
  [
    /^(?:(?:justify|align|place)-(?:content|items)|flex-direction|flex-flow|flex-wrap|grid-auto-flow)/,
    LINE_UP,
  ],
  [
    /^(?:text-indent|letter-spacing|word-spacing|direction|writing-mode|font-size-adjust|unicode-bidi)/,
    SPACING,
  ],
  [/^(?:color$|-webkit-text-fill-color|-webkit-text-security|visibility|font-size$|font$)/, INK],
  [/^(?:background|-webkit-background-clip|color-scheme)/, BACK],
  [/^(?:display$|float$)/, DISPLAY],
  [/^(?:white-space)/, WRAP],
  [/^(?:margin)/, AIR],
  [/^(?:transform|translate|rotate|scale|zoom|offset|perspective)/, TURN],
  [/^(?:position$)/, STAND],
];

const known = new Map<string, number>();

/** Values that line up from the near side on, or that fall back to it where there is no room. */
const NEAR_SIDE =
  /^\s*(?:normal|stretch|baseline|(?:flex-)?start|space-between|row|column|(?:no)?wrap|row (?:no)?wrap|dense|row dense)\s*$/;
const HANDED_DOWN = new Set(['color', 'font-size', 'visibility']);
const isJudged = (property: string): boolean =>
  property.startsWith('margin') ||
  property === 'float' ||
  property === 'position' ||
  HANDED_DOWN.has(property) ||
  (flagOf(property) & LINE_UP) !== 0;

/** What a property can do, whatever its value. */
function flagOf(property: string): number {
  let flag = known.get(property);
  if (flag === undefined) {
    flag = GROUPS.reduce((sum, [names, bit]) => (names.test(property) ? sum | bit : sum), 0);
    if (property === 'all') flag = ALL;
    known.set(property, flag);
  }
  return flag;
}

/** Margins push text out of sight only when negative or computed; floats only to the far side. */
function flagWith(property: string, value: string): number {
  if (property.startsWith('margin') && !/-\d|-\.|calc|var|env|min|max|clamp|attr/.test(value)) return AIR;
  if (property === 'float' && !/right|end|var/.test(value)) return DISPLAY;
  // where it stands is not where it would stand anyway only if something moves it, which is asked for by name
  if (property === 'position' && /^\s*(?:relative|static)\s*$/.test(value)) return STAND;
  if (flagOf(property) & LINE_UP && NEAR_SIDE.test(value)) return value.includes('column') ? COLUMN : 0;
  if (property === 'align-items' && value.trim() === 'center') return CENTRE;
  // what is inherited anyway makes no difference
  if (HANDED_DOWN.has(property) && value.trim() === 'inherit') return 0;
  return flagOf(property);
}

const inline = new Map<string, number>();

/** Of a `style` attribute. Comments and escapes can hide a name, so they count as everything. */
export function inlineFlags(css: string): number {
  const seen = inline.get(css);
  if (seen !== undefined) return seen;
  let flags = /\\|\/\*/.test(css) ? ALL : 0;
  for (const part of css.split(';')) {
    const colon = part.indexOf(':');
    if (colon > 0)
      flags |= flagWith(part.slice(0, colon).trim().toLowerCase(), part.slice(colon + 1).toLowerCase());
  }
  if (inline.size > 2_000) inline.clear();
  inline.set(css, flags);
  return flags;
}

/**
 * An index, and what shows that its rules are still as they were: how much each declares, and the values for which one
 * counts as less than its property could do.
 */
interface Indexed {
  count: number;
  index: SelectorIndex;
  lengths: [CSSStyleDeclaration, number][];
  judged: [style: CSSStyleDeclaration, property: string, value: string][];
}

const bySheet = new WeakMap<CSSStyleSheet, Indexed>();

const holds = (known: Indexed, count: number): boolean =>
  known.count === count &&
  known.lengths.every(([style, length]) => style.length === length) &&
  known.judged.every(([style, property, value]) => style.getPropertyValue(property) === value);

/** The index of one sheet; of a sheet of another origin, whose rules cannot be read, it is everything. */
export function indexSheet(sheet: CSSStyleSheet): SelectorIndex {
  const rules = rulesIn(sheet);
  const seen = bySheet.get(sheet);
  if (seen && holds(seen, rules?.length ?? -1)) return seen.index;
  const made: Indexed = { count: rules?.length ?? -1, index: emptyIndex(), lengths: [], judged: [] };
  if (rules) indexRules(rules, made, false);
  else made.index.any = ALL;
  bySheet.set(sheet, made);
  return made.index;
}

function rulesIn(sheet: CSSStyleSheet): CSSRuleList | null {
  try {
    return sheet.cssRules;
  } catch (refused) {
    // a sheet of another origin: the browser says no by throwing
    if (refused instanceof DOMException) return null;
    throw refused;
  }
}

function indexRules(rules: CSSRuleList, made: Indexed, nested: boolean): void {
  const { index } = made;
  for (const rule of rules) {
    const style = (rule as CSSStyleRule).style as CSSStyleDeclaration | undefined;
    const selector = (rule as CSSStyleRule).selectorText as string | undefined;
    if (style && (selector !== undefined || nested)) {
      const flags = declared(style, made);
      if (flags && (nested || selector === undefined)) index.any |= flags;
      else if (flags && selector) addSelectors(index, selector, flags);
    }
    const imported = (rule as CSSImportRule).styleSheet as CSSStyleSheet | null | undefined;
    const theirs = imported ? rulesIn(imported) : null;
    if (theirs) indexRules(theirs, made, nested);
    else if (imported) index.any = ALL;
    const inner = (rule as CSSGroupingRule).cssRules as CSSRuleList | undefined;
    if (inner?.length && rule.constructor.name !== 'CSSKeyframesRule') {
      indexRules(inner, made, nested || selector !== undefined || rule.constructor.name === 'CSSScopeRule');
    }
  }
}

function declared(style: CSSStyleDeclaration, made: Indexed): number {
  let flags = 0;
  for (let i = 0; i < style.length; i += 1) {
    const property = style[i] ?? '';
    let flag = flagOf(property);
    if (isJudged(property)) {
      const value = style.getPropertyValue(property);
      const less = flagWith(property, value || 'var');
      if (less !== flag) made.judged.push([style, property, value]);
      flag = less;
    }
    flags |= flag;
  }
  made.lengths.push([style, style.length]);
  return flags;
}
