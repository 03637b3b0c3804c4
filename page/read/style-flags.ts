/**
 * In which ways a declaration may let an element differ from an ordinary one. Never too little: what cannot be judged
 * counts as all that its property can do.
 */
export const EFFECT = 1;
export const OVERFLOW = 2;
export const PLACE = 4;
export const SPACING = 8;
/** Of letters: their colour and edge. */
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
/** Of letters: how large they are, whether they are drawn, and whether as dots. */
export const SIZE = 4096;
export const SEEN = 8192;
export const DOTS = 16_384;
export const LETTERS = INK | SIZE | SEEN | DOTS;
/** In front of others or behind them. */
export const DEPTH = 32_768;
export const ALL = 65_535;
/** Of a property, never of an element: some of its values do less. */
export const JUDGED = 65_536;

/** Of a property, and of all whose names begin with it and a dash, unless these have a line of their own. */
const FAMILIES: readonly [string, number][] = [
  ['opacity filter backdrop-filter mask content clip backface-visibility mix-blend-mode', EFFECT],
  ['contain', OVERFLOW | DEPTH | EFFECT],
  ['overflow container line-clamp max-lines continue block-ellipsis', OVERFLOW],
  ['overflow-wrap overflow-anchor', 0],
  ['inset left right top bottom justify-self align-self place-self anchor', PLACE],
  ['transform translate rotate scale zoom offset perspective', PLACE | TURN],
  ['position', PLACE | STAND | JUDGED],
  ['margin', PLACE | AIR | JUDGED],
  ['float', PLACE | DISPLAY | JUDGED],
  ['justify-content justify-items align-content align-items place-content place-items', LINE_UP | JUDGED],
  ['flex-direction flex-flow flex-wrap grid-auto-flow', LINE_UP | JUDGED],
  ['box-pack box-align box-direction box-orient', LINE_UP | JUDGED],
  ['text-indent letter-spacing word-spacing direction writing-mode font-size-adjust unicode-bidi', SPACING],
  ['text-fill-color', INK],
  ['text-security', DOTS],
  ['text-stroke', INK | SPACING],
  ['background color-scheme', BACK],
  ['white-space', WRAP],
];
const EXACT: readonly [string, number][] = [
  ['color', INK | JUDGED],
  ['font-size', SIZE | JUDGED],
  ['visibility', SEEN | JUDGED],
  ['font', SIZE],
  ['display', DISPLAY],
  ['grid', LINE_UP],
  ['z-index', DEPTH],
  ['isolation', DEPTH],
  ['will-change', DEPTH],
  ['text-decoration', EFFECT | JUDGED],
  ['text-decoration-thickness', EFFECT | JUDGED],
  ['all', ALL],
];

const tableOf = (lines: readonly [string, number][]): Map<string, number> =>
  new Map(lines.flatMap(([names, flags]) => names.split(' ').map((name) => [name, flags] as const)));

const families = tableOf(FAMILIES);
const known = tableOf(EXACT);

/** What a property can do, whatever its value; with {@link JUDGED} where its value should be looked at. */
export function abilityOf(property: string): number {
  const seen = known.get(property);
  if (seen !== undefined) return seen;
  const flags = property.startsWith('--') ? 0 : lookUp(property);
  known.set(property, flags);
  return flags;
}

function lookUp(property: string): number {
  // browsers go on understanding the names that they gave a property before it had one
  const name = property.replace(/^-[a-z]+-/, '');
  if (name !== property && known.has(name)) return known.get(name) ?? 0;
  for (let end = name.length; end > 0; end = name.lastIndexOf('-', end - 1)) {
    const flags = families.get(name.slice(0, end));
    if (flags !== undefined) return flags;
  }
  return 0;
}

/** Values that line up from the near side on, or that fall back to it where there is no room. */
const NEAR_SIDE =
  /^(?:normal|stretch|baseline|(?:flex-)?start|space-between|row|column|(?:no)?wrap|row (?:no)?wrap|dense|row dense|horizontal|vertical|inline-axis|block-axis)$/;
/** Sizes without a sign, and nothing to reckon: what is taken from the parent may push once more. */
const FORWARD = /^(?!.*(?:inherit|revert))[\w.% ]+$/;

/**
 * What a declaration can do.
 * @param value lower case, no blanks around it
 */
export function flagWith(property: string, value: string): number {
  const flags = abilityOf(property) & ALL;
  // margins push text out of sight only when negative or computed; floats only to the far side
  if (flags & AIR) return FORWARD.test(value) ? AIR : flags;
  if (property === 'float') return /^(?:none|left|inline-start)$/.test(value) ? DISPLAY : flags;
  // where it stands is not where it would stand anyway only if something moves it, which is asked for by name
  if (property === 'position') return value === 'relative' || value === 'static' ? STAND : flags;
  if (property.startsWith('text-decoration')) return /\d/.test(value) ? flags : 0;
  if (flags & LINE_UP && NEAR_SIDE.test(value)) return 0;
  // what is inherited anyway makes no difference
  return flags & LETTERS && value === 'inherit' ? 0 : flags;
}

const inline = new Map<string, number>();

/** Of a `style` attribute. Comments and escapes can hide a name, so they count as everything. */
export function inlineFlags(css: string): number {
  const seen = inline.get(css);
  if (seen !== undefined) return seen;
  let flags = css.includes('\\') || css.includes('/*') ? ALL : 0;
  for (const part of css.toLowerCase().split(';')) {
    const colon = part.indexOf(':');
    if (colon <= 0) continue;
    const value = part.slice(colon + 1).replace(/!\s*important\s*$/, '');
    flags |= flagWith(part.slice(0, colon).trim(), value.trim());
  }
  if (inline.size > 2_000) inline.clear();
  inline.set(css, flags);
  return flags;
}
