import type { Box } from './boxes';
import { type Colour, canBeTold, gradientColours, over, parseColour } from './colours';
import { LEAST_OPACITY, type Painted } from './painted';
import { BACK, EFFECT } from './style-flags';

/** The colours of the elements around it say that a person can tell text of this element from what it stands on. */
export function groundTells(state: Painted): boolean {
  const { colour } = state.letters;
  const ink: Colour = { ...colour, a: colour.a * state.opacity };
  const under = backdrop(state);
  if (ink.a < LEAST_OPACITY) return shadowTells(state, under) || paintedThroughText(state);
  return tells(ink, under) || shadowTells(state, under);
}

/** Where the colours around it say no: what the browser draws under the text says that it can be told. */
export function underTells(state: Painted, at: Box): boolean {
  const { colour } = state.letters;
  const ink: Colour = { ...colour, a: colour.a * state.opacity };
  if (ink.a < LEAST_OPACITY) return false;
  const real = whatLiesUnder(state, at);
  return real === 'unknown' || (real !== null && canBeTold(ink, real));
}

const tells = (ink: Colour, under: Colour[] | null): boolean =>
  !under || under.some((ground) => canBeTold(ink, ground));

/** Farther off than this, a shadow stands somewhere else. CSS pixels. */
const NEAR = 99;

/** A shadow of the letters, near them and in a colour of its own, can be read in their place. */
function shadowTells({ style, opacity }: Painted, under: Colour[] | null): boolean {
  for (const [, colour = '', x, y] of style.textShadow.matchAll(/([^,\s]+\([^)]*\)) (\S+)px (\S+)px/g)) {
    const ink = parseColour(colour);
    if (
      Math.abs(Number(x)) < NEAR &&
      Math.abs(Number(y)) < NEAR &&
      tells({ ...ink, a: ink.a * opacity }, under)
    )
      return true;
  }
  return false;
}

/** The ground of an element around is drawn in the shape of the letters, and can be told from what lies under it. */
function paintedThroughText(state: Painted): boolean {
  for (let up: Painted | null = state; up; up = up.parent) {
    const { style, parent } = up;
    if (style.backgroundClip.includes('text')) {
      const colours = gradientColours(style.backgroundImage);
      const under = parent && backdrop(parent);
      return (
        !colours ||
        [parseColour(style.backgroundColor), ...colours].some(
          (ink) => ink.a >= LEAST_OPACITY && tells(ink, under),
        )
      );
    }
    if (up.display !== 'inline') return false;
  }
  return false;
}

const WHITE: Colour = { r: 255, g: 255, b: 255, a: 1 };
const DARK: Colour = { r: 18, g: 18, b: 18, a: 1 };

/** The colours that may lie under an element's text; null when there is a picture under it. */
function backdrop(state: Painted): Colour[] | null {
  const found = ground(state);
  return found === 'picture' ? null : found;
}

function ground(state: Painted): Colour[] | 'picture' {
  state.ground ??= computeGround(state);
  return state.ground;
}

function computeGround(state: Painted): Colour[] | 'picture' {
  const { parent } = state;
  const around = (): Colour[] | 'picture' => (parent ? ground(parent) : [canvas(state)]);
  if (state.display === 'contents' || (parent && !(state.flags & (BACK | EFFECT)))) return around();
  const { style } = state;
  const image = style.backgroundImage;
  if (style.backgroundClip.includes('text')) return around();
  const gradient = image === 'none' ? [] : gradientColours(image);
  if (gradient === null) return 'picture';
  const colour = parseColour(style.backgroundColor);
  const below = colour.a >= 1 ? [colour] : around();
  if (below === 'picture') return 'picture';
  const flat = colour.a > 0 && colour.a < 1 ? below.map((u) => over(colour, u)) : below;
  if (gradient.length === 0) return flat;
  const first = flat[0] ?? WHITE;
  return gradient.map((g) => over(g, first));
}

function canvas({ element, style }: Painted): Colour {
  const scheme = style.colorScheme;
  const dark = scheme.includes('dark') && (!scheme.includes('light') || prefersDark(element.ownerDocument));
  return dark ? DARK : WHITE;
}

const prefersDark = (doc: Document): boolean =>
  doc.defaultView?.matchMedia('(prefers-color-scheme: dark)').matches ?? false;

/** What the browser paints below the text at its middle, where that is in the window; null when it cannot be told. */
function whatLiesUnder(state: Painted, at: Box): Colour | 'unknown' | null {
  const root = state.element.getRootNode() as Document | ShadowRoot;
  const stack = root.elementsFromPoint?.((at.left + at.right) / 2, (at.top + at.bottom) / 2) ?? [];
  const self = stack.indexOf(state.element);
  if (self < 0) return null;
  let foreign = false;
  for (const el of stack.slice(self)) {
    if (!el.contains(state.element)) foreign = true;
    if (/^(img|video|canvas|svg|picture|object|embed)$/i.test(el.localName)) return 'unknown';
    const style = el.ownerDocument.defaultView?.getComputedStyle(el);
    if (!style) return null;
    if (style.backgroundImage !== 'none' && gradientColours(style.backgroundImage) === null) return 'unknown';
    const colour = parseColour(style.backgroundColor);
    if (colour.a >= 0.9) return foreign ? colour : null;
  }
  return null;
}
