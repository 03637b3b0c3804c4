import { type Box, fullyInside, readableInside } from './boxes';
import { colourTells, groundTells } from './ink';
import type { Painted } from './painted';

/** Below this no letter can be read. */
const LEAST_FONT = 3;

/**
 * The part of a text node that a person can see: all of it, the words that are not cut away, or nothing ('').
 * @param whole keep a line that is cut at its end (an ellipsis in a narrow column) as a whole
 */
export function shownPart(node: Text, state: Painted, range: Range, whole: boolean): string {
  const text = node.data;
  if (isTold(state) === 'never') return '';
  if (isPlainlyShown(state)) return text;
  const clip = state.clip.box;
  range.selectNodeContents(node);
  const box = range.getBoundingClientRect();
  if (box.width === 0 && box.height === 0) return '';
  if (tooNarrow(text, box, state.letters.size)) return '';
  if (!colourTells(state, box)) return '';
  if (fullyInside(box, clip) && box.height >= LEAST_FONT) return text;
  const lines = [...range.getClientRects()].filter((r) => r.width > 0);
  const readable = lines.filter((line) => readableInside(line, clip));
  if (readable.length === 0) return '';
  if (whole || (readable.length === lines.length && lines.every((line) => insideAlong(line, clip))))
    return text;
  return wordsInside(node, clip, range);
}

/** Text of this element is in sight and can be told from its ground, wherever it stands in it. */
export const isPlainlyShown = (state: Painted): boolean =>
  state.steady && !state.cut && !state.bent && isTold(state) === 'yes';

/** Colour, visibility and size, asked once for all that shares them; `maybe`: what lies under it must be looked at. */
function isTold({ ink }: Painted): 'yes' | 'maybe' | 'never' {
  if (ink.told === true) return 'yes';
  if (ink.told === undefined) {
    const { visible, size, dotted } = ink.letters;
    const drawn = visible && size >= LEAST_FONT && !dotted;
    if (!drawn) ink.faded = true;
    ink.told = drawn && groundTells(ink);
    if (ink.told) return 'yes';
  }
  return ink.faded ? 'never' : 'maybe';
}

/** Letters drawn on top of each other (a negative letter spacing) are no text. */
function tooNarrow(text: string, box: DOMRect, size: number): boolean {
  const room = (box.width * Math.max(1, box.height / 8)) / (0.1 * size);
  if (room >= text.length) return false;
  const letters = text.replace(/[\s\p{M}\p{Cf}]/gu, '').length;
  return letters >= 4 && room < letters;
}

function insideAlong(line: Box, clip: Box): boolean {
  return line.left >= clip.left - 4 && line.right <= clip.right + 4;
}

/** Word by word, because the edge runs through this text. */
function wordsInside(node: Text, clip: Box, range: Range): string {
  let shown = '';
  for (const part of node.data.matchAll(/\s+|\S{1,40}/g)) {
    if (/^\s/.test(part[0])) {
      shown += part[0];
      continue;
    }
    range.setStart(node, part.index);
    range.setEnd(node, part.index + part[0].length);
    const lines = [...range.getClientRects()];
    if (lines.some((line) => readableInside(line, clip) && mostlyAlong(line, clip))) shown += part[0];
  }
  return shown.trim() === '' ? '' : shown;
}

function mostlyAlong(line: Box, clip: Box): boolean {
  const seen = Math.min(line.right, clip.right) - Math.max(line.left, clip.left);
  return seen >= (line.right - line.left) / 2;
}
