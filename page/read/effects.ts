import { gradientColours } from './colours';
import { isOpaque } from './cover';
import { LEAST_OPACITY, type Painted } from './painted';

/** Of `contain`: nothing is drawn outside of its box. */
const PAINTS_INSIDE = /strict|content|paint/;

/** A box within a line has no size to ask for, and keeps nothing inside. */
const hasNoSize = ({ element, display }: Painted): boolean =>
  display !== 'inline' && Math.min(element.clientWidth, element.clientHeight) < 3;

/** Filters, masks, mixed colours, turned-away faces, thick lines, and contents that are skipped or have a picture in their place. */
export function goneByEffect(state: Painted): boolean {
  const { style } = state;
  if (PAINTS_INSIDE.test(style.contain) && hasNoSize(state)) return true;
  if (style.contentVisibility === 'hidden' || style.content.includes('(')) return true;
  if (style.mixBlendMode !== 'normal') return true;
  const size = Number.parseFloat(style.fontSize);
  const { filter, transform } = style;
  if (filter !== 'none' && goneByFilter(state, filter, size)) return true;
  if (isMasked(style)) return true;
  if (
    style.textDecorationLine.includes('through') &&
    Number.parseFloat(style.textDecorationThickness) > size / 2
  )
    return true;
  if (transform.startsWith('matrix3d') && style.backfaceVisibility === 'hidden') {
    const depth = Number(transform.slice(9, -1).split(',')[10]);
    if (depth < 0) return true;
  }
  return false;
}

/** Seen through it, letters are gone, or as light as what they stand on. One on the whole page is how somebody reads it. */
function goneByFilter(state: Painted, filter: string, size: number): boolean {
  const amount = (name: string): number => Number(new RegExp(`${name}\\(([\\d.]+)`).exec(filter)?.[1]);
  if (filter.includes('url(') || amount('opacity') < LEAST_OPACITY || amount('blur') >= size / 2) return true;
  const evened = amount('contrast') < 0.1 || amount('brightness') < 0.1;
  return isOpaque(state) ? evened : amount('invert') > 0.4 && state.parent !== null;
}

/** A mask lets through what it covers: read only where it is a gradient over all of it. */
function isMasked(style: CSSStyleDeclaration): boolean {
  if (!['none', ''].includes(style.getPropertyValue('-webkit-mask-box-image-source'))) return true;
  if (style.maskImage === 'none') return false;
  const colours = gradientColours(style.maskImage) ?? [];
  return (
    style.maskSize !== 'auto' ||
    style.maskPosition !== '0% 0%' ||
    colours.every((colour) => colour.a < LEAST_OPACITY)
  );
}
