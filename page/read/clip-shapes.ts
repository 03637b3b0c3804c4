import { type Box, EVERYWHERE, NOWHERE } from './boxes';

/**
 * The rectangle around what a computed `clip-path` lets through of a box.
 * Shapes that cannot be measured from the style alone (`url()`, `path()`, `shape()`) let nothing through: who writes a
 * mail in one has something to hide.
 */
export function clipPathBox(value: string, box: Box): Box {
  if (value === 'none') return EVERYWHERE;
  const shape = /^(inset|circle|ellipse|polygon)\((.*?)\)(?:\s+[a-z-]+)?$/.exec(value);
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  const args = shape?.[2] ?? '';
  switch (shape?.[1]) {
    case 'inset': {
      const sides = args.split(' round ')[0]?.trim().split(/\s+/) ?? [];
      const [top, right, bottom, left] = fourSides(sides);
      return solid({
        left: box.left + length(left, width),
        top: box.top + length(top, height),
        right: box.right - length(right, width),
        bottom: box.bottom - length(bottom, height),
      });
    }
    case 'circle':
    case 'ellipse': {
      const [radii = '', place = '50% 50%'] = args.split(/(?:^|\s+)at\s+/);
      const [rx = 'closest-side', ry = rx] = radii.trim().split(/\s+/).filter(Boolean);
      const [x = '50%', y = '50%'] = place.trim().split(/\s+/);
      const h = /^-?[\d.]/.test(rx) ? length(rx, width) : width / 2;
      const v = /^-?[\d.]/.test(ry) ? length(ry, height) : height / 2;
      const cx = box.left + length(x, width);
      const cy = box.top + length(y, height);
      return solid({ left: cx - h, right: cx + h, top: cy - v, bottom: cy + v });
    }
    case 'polygon': {
      const points = args
        .replace(/^(nonzero|evenodd),\s*/, '')
        .split(',')
        .map((p) => p.trim().split(/\s+/));
      const xs = points.map((p) => box.left + length(p[0], width));
      const ys = points.map((p) => box.top + length(p[1], height));
      return solid({
        left: Math.min(...xs),
        right: Math.max(...xs),
        top: Math.min(...ys),
        bottom: Math.max(...ys),
      });
    }
    default:
      return value.includes('(') ? NOWHERE : EVERYWHERE;
  }
}

/** The same for the old `clip: rect(top, right, bottom, left)`, which counts from the top left corner. */
export function clipRectBox(value: string, box: Box): Box {
  const sides = /^rect\((.*)\)$/.exec(value)?.[1]?.split(/[\s,]+/);
  if (!sides) return EVERYWHERE;
  const at = (side: string | undefined, otherwise: number): number =>
    side === undefined || side === 'auto' ? otherwise : Number.parseFloat(side);
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  return solid({
    top: box.top + at(sides[0], 0),
    right: box.left + at(sides[1], width),
    bottom: box.top + at(sides[2], height),
    left: box.left + at(sides[3], 0),
  });
}

function fourSides(sides: string[]): [string, string, string, string] {
  const [top = '0', right = top, bottom = top, left = right] = sides;
  return [top, right, bottom, left];
}

function length(value: string | undefined, whole: number): number {
  const number = Number.parseFloat(value ?? '0');
  if (Number.isNaN(number)) return 0;
  return value?.endsWith('%') ? (number / 100) * whole : number;
}

const solid = (box: Box): Box => (box.right - box.left >= 1 && box.bottom - box.top >= 1 ? box : NOWHERE);
