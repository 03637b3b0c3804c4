/** Red, green, blue 0–255, alpha 0–1. */
export interface Colour {
  r: number;
  g: number;
  b: number;
  a: number;
}

const known = new Map<string, Colour>();

/** A computed CSS colour. Forms other than `rgb()` are painted on a spare pixel and read back. */
export function parseColour(value: string): Colour {
  const seen = known.get(value);
  if (seen) return seen;
  const parts = /^rgba?\(([^)]*)\)$/
    .exec(value)?.[1]
    ?.split(/[\s,/]+/)
    .map(Number.parseFloat);
  const [r, g, b, a = 1] = parts ?? paint(value);
  const colour = { r: r ?? 0, g: g ?? 0, b: b ?? 0, a };
  if (known.size > 500) known.clear();
  known.set(value, colour);
  return colour;
}

let pixel: OffscreenCanvasRenderingContext2D | null = null;

function paint(value: string): number[] {
  pixel ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  // without a canvas the colour is taken for a visible one: nothing is left out on a guess
  if (!pixel) return [0, 0, 0, 1];
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = '#000';
  pixel.fillStyle = value;
  pixel.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0, alpha = 255] = pixel.getImageData(0, 0, 1, 1).data;
  return [r, g, b, alpha / 255];
}

/** What shows when `top` is painted over an opaque `under`. */
export function over(top: Colour, under: Colour): Colour {
  const mix = (a: number, b: number): number => a * top.a + b * (1 - top.a);
  return { r: mix(top.r, under.r), g: mix(top.g, under.g), b: mix(top.b, under.b), a: 1 };
}

function luminance({ r, g, b }: Colour): number {
  const linear = (channel: number): number => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** The WCAG contrast ratio, 1 (same lightness) to 21. */
function contrast(a: Colour, b: Colour): number {
  const [one, two] = [luminance(a), luminance(b)];
  return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
}

/** Below this contrast and with no channel differing much, a person sees no text at all. */
const LEAST_CONTRAST = 1.2;
const LEAST_DIFFERENCE = 48;

export function canBeTold(text: Colour, under: Colour): boolean {
  const shown = over(text, under);
  const difference = Math.max(
    Math.abs(shown.r - under.r),
    Math.abs(shown.g - under.g),
    Math.abs(shown.b - under.b),
  );
  return difference >= LEAST_DIFFERENCE || contrast(shown, under) >= LEAST_CONTRAST;
}

/** The colours of a computed gradient, or null when there is a picture among the layers. */
export function gradientColours(image: string): Colour[] | null {
  if (/url\(|image\(|image-set\(|element\(|paint\(/.test(image)) return null;
  return (image.match(/(?:rgba?|hsla?|color|oklch|oklab|lch|lab|hwb)\([^()]*\)/g) ?? []).map(parseColour);
}
