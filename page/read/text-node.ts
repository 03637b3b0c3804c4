import { type Box, fullyInside, intersect, NOWHERE, readableInside } from './boxes';
import { groundTells, underTells } from './ink';
import type { Painted } from './painted';
import { LINE_UP } from './style-flags';

/** Below this no letter can be read. */
const LEAST_FONT = 3;

/**
 * The part of a text node that a person can see: all of it, the words that are not cut away, or nothing ('').
 * @param whole keep a line that is cut at its end (an ellipsis in a narrow column) as a whole
 */
export function shownPart(node: Text, state: Painted, range: Range, whole: boolean): string {
  const text = node.data;
  const told = isTold(state);
  if (told === 'never') return '';
  if (told === 'yes' && isUpright(state)) return text;
  const clip = state.clip.box;
  if (clip === NOWHERE) return '';
  range.selectNodeContents(node);
  const box = range.getBoundingClientRect();
  // nothing of it is drawn, or nothing where it could be seen
  if ((box.width === 0 && box.height === 0) || intersect(box, clip) === NOWHERE) return '';
  if (tooNarrow(text, box, state.letters.size)) return '';
  if (told === 'maybe' && !underTells(state, box)) return '';
  if (fullyInside(box, clip) && box.height >= LEAST_FONT) return text;
  const lines = [...range.getClientRects()].filter((r) => r.width > 0);
  const readable = lines.filter((line) => readableInside(line, clip));
  if (readable.length === 0) return '';
  if (whole || (readable.length === lines.length && lines.every((line) => insideAlong(line, clip))))
    return text;
  return wordsWhere(node, range, (line) => readableInside(line, clip) && mostlyAlong(line, clip));
}

/** Text of this element is in sight and can be told from its ground, wherever it stands in it. */
export const isPlainlyShown = (state: Painted): boolean => isUpright(state) && isTold(state) === 'yes';

/** Words of its own, too, may be pushed over a side by how it lines up what is in it. */
const isUpright = ({ steady, cut, bent, flags }: Painted): boolean =>
  steady && !cut && !bent && !(flags & LINE_UP);

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

/** Word by word, because something runs through this text: those of which one line is kept; '' where no word is. */
export function wordsWhere(node: Text, range: Range, keeps: (line: Box) => boolean): string {
  let shown = '';
  for (const { 0: part, index } of node.data.matchAll(/\s+|\S{1,40}/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + part.length);
    if (/^\s/.test(part) || [...range.getClientRects()].some(keeps)) shown += part;
  }
  return shown.trim() === '' ? '' : shown;
}

function mostlyAlong(line: Box, clip: Box): boolean {
  const seen = Math.min(line.right, clip.right) - Math.max(line.left, clip.left);
  return seen >= (line.right - line.left) / 2;
}
