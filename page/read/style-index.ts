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
export const ALL = 63;

const GROUPS: [RegExp, number][] = [
  [
    /^(?:opacity|filter|backdrop-filter|(?:-webkit-)?mask|content-visibility|clip|clip-path|(?:-webkit-)?backface-visibility|all$)/,
    EFFECT,
  ],
  [/^(?:overflow|contain|-webkit-line-clamp|line-clamp|max-lines|continue|block-ellipsis|all$)/, OVERFLOW],
  [
    /^(?:position|transform|translate|rotate|scale|zoom|offset|perspective|margin|float|justify|align|place|flex-direction|flex-flow|flex-wrap|anchor|all$)/,
    PLACE,
  ],
  [
    /^(?:text-indent|letter-spacing|word-spacing|direction|writing-mode|font-size-adjust|unicode-bidi|all$)/,
    SPACING,
  ],
  [/^(?:color$|-webkit-text-fill-color|-webkit-text-security|visibility|font-size$|font$|all$)/, INK],
  [/^(?:background|-webkit-background-clip|color-scheme|all$)/, BACK],
];

const known = new Map<string, number>();

/** Margins push text out of sight only when negative or computed; floats only to the far side. */
function flagOf(property: string, value: string): number {
  if (property.startsWith('margin') && !/-\d|-\.|calc|var|env|min|max|clamp|attr/.test(value)) return 0;
  if (property === 'float' && !/right|end|var/.test(value)) return 0;
  let flag = known.get(property);
  if (flag === undefined) {
    flag = GROUPS.reduce((sum, [names, bit]) => (names.test(property) ? sum | bit : sum), 0);
    known.set(property, flag);
  }
  return flag;
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
      flags |= flagOf(part.slice(0, colon).trim().toLowerCase(), part.slice(colon + 1).toLowerCase());
  }
  if (inline.size > 2_000) inline.clear();
  inline.set(css, flags);
  return flags;
}

/** Flags by what the last part of a selector names: an element can match only if it has that too. */
export interface StyleIndex {
  any: number;
  tags: Map<string, number>;
  classes: Map<string, number>;
  ids: Map<string, number>;
}

const bySheet = new WeakMap<CSSStyleSheet, { count: number; index: StyleIndex }>();

export const emptyIndex = (): StyleIndex => ({ any: 0, tags: new Map(), classes: new Map(), ids: new Map() });

/** The index of one sheet; of a sheet of another origin, whose rules cannot be read, it is everything. */
export function indexSheet(sheet: CSSStyleSheet): StyleIndex {
  let rules: CSSRuleList;
  try {
    rules = sheet.cssRules;
  } catch (refused) {
    if (refused instanceof DOMException) return { ...emptyIndex(), any: ALL };
    throw refused;
  }
  const seen = bySheet.get(sheet);
  if (seen?.count === rules.length) return seen.index;
  const index = emptyIndex();
  indexRules(rules, index, false);
  bySheet.set(sheet, { count: rules.length, index });
  return index;
}

function indexRules(rules: CSSRuleList, index: StyleIndex, nested: boolean): void {
  for (const rule of rules) {
    const style = (rule as CSSStyleRule).style as CSSStyleDeclaration | undefined;
    const selector = (rule as CSSStyleRule).selectorText as string | undefined;
    if (style && selector !== undefined) {
      const flags = declared(style);
      if (flags && nested) index.any |= flags;
      else if (flags) for (const one of splitList(selector)) addSelector(index, one, flags);
    } else if (style && nested) index.any |= declared(style);
    const imported = (rule as CSSImportRule).styleSheet as CSSStyleSheet | null | undefined;
    if (imported) merge(index, indexSheet(imported));
    const inner = (rule as CSSGroupingRule).cssRules as CSSRuleList | undefined;
    if (inner?.length && rule.constructor.name !== 'CSSKeyframesRule') {
      indexRules(inner, index, nested || selector !== undefined || rule.constructor.name === 'CSSScopeRule');
    }
  }
}

function declared(style: CSSStyleDeclaration): number {
  let flags = 0;
  for (let i = 0; i < style.length; i += 1) {
    const property = style[i] ?? '';
    const judged = property.startsWith('margin') || property === 'float';
    flags |= flagOf(property, judged ? style.getPropertyValue(property) || 'var' : '');
    if (flags === ALL) break;
  }
  return flags;
}

export function merge(into: StyleIndex, other: StyleIndex): void {
  into.any |= other.any;
  for (const key of ['tags', 'classes', 'ids'] as const) {
    for (const [name, flags] of other[key]) into[key].set(name, (into[key].get(name) ?? 0) | flags);
  }
}

/** Commas inside brackets do not part selectors. */
function splitList(selector: string): string[] {
  if (!selector.includes(',')) return [selector];
  return selector.split(/,(?![^([]*[)\]])/);
}

const ELSEWHERE =
  /::?(?:before|after|placeholder|marker|selection|backdrop|file-selector-button|-webkit-[\w-]+|-moz-[\w-]+)/;
const NAME = '((?:\\\\[0-9a-f]{1,6}\\s?|\\\\.|[\\w-]|[^\\x00-\\x7f])+)';
const ID = new RegExp(`#${NAME}`, 'i');
const CLASS = new RegExp(`\\.${NAME}`, 'i');

function addSelector(index: StyleIndex, selector: string, flags: number): void {
  const last =
    selector
      .replace(/\[[^\]]*\]/g, '')
      .trim()
      .split(/[\s>+~|]+(?![^(]*\))/)
      .at(-1) ?? '';
  if (ELSEWHERE.test(last)) return;
  const plain = last.replace(/:[\w-]+\(.*$/, '').replace(/(?<!\\):[\w-]+/g, '');
  const add = (map: Map<string, number>, name: string): void =>
    void map.set(name, (map.get(name) ?? 0) | flags);
  const id = ID.exec(plain)?.[1];
  const name = CLASS.exec(plain)?.[1];
  const tag = /^[a-z][\w-]*/i.exec(plain)?.[0];
  if (id) add(index.ids, unescapeName(id));
  else if (name) add(index.classes, unescapeName(name));
  else if (tag) add(index.tags, tag.toLowerCase());
  else index.any |= flags;
}

function unescapeName(name: string): string {
  return name.replace(/\\([0-9a-f]{1,6})\s?|\\(.)/gi, (_all, hex: string | undefined, char: string) =>
    hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : char,
  );
}
