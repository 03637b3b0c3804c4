/** A piece of a text as it is shown: the text itself, or a mark that stands for what cannot be seen. */
export interface Piece {
  kind: 'text' | 'mark';
  shown: string;
}

/** Characters that draw nothing, turn the direction of reading, or hide data. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u;
/** What honest text needs of these: emoji made of parts, and joiners inside words of scripts that join letters. */
const EMOJI_PART = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}0-9#*]/u;
const JOINING =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Oriya}\p{Script=Sinhala}\p{Script=Tamil}\p{Script=Telugu}]/u;

/**
 * Splits a text so that everything a reader would miss becomes a mark: `⟨U+202E⟩` for a character that cannot be
 * seen, `⟨12 blank lines⟩`, `⟨U+0301 ×40⟩` for marks piled on one letter. An opening `⟨` that could pass for such a mark
 * is marked itself, so two texts that differ in more than spaces never show the same.
 */
export function visiblePieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  const add = (kind: Piece['kind'], shown: string): void => {
    const last = pieces.at(-1);
    if (kind === 'text' && last?.kind === 'text') last.shown += shown;
    else if (shown !== '') pieces.push({ kind, shown });
  };
  for (const part of text.split(/((?:\n[ \t]*){5,}|\p{M}{7,})/u)) {
    if (/^(?:\n[ \t]*){5,}$/.test(part)) blankLines(part, add);
    else if (/^\p{M}{7,}$/u.test(part) && !UNSEEN.test(part)) piledMarks(part, add);
    else characters(part, add);
  }
  return pieces;
}

function blankLines(part: string, add: (kind: Piece['kind'], shown: string) => void): void {
  const lines = part.split('\n');
  const indent = lines.at(-1) ?? '';
  const spaces = lines.slice(0, -1).join('').length;
  add('text', '\n');
  add('mark', `⟨${lines.length - 2} blank lines${spaces > 0 ? ` with ${spaces} spaces` : ''}⟩`);
  add('text', `\n${indent}`);
}

function piledMarks(part: string, add: (kind: Piece['kind'], shown: string) => void): void {
  for (const [run] of part.matchAll(/(\p{M})\1*/gu)) {
    const count = [...run].length;
    add('mark', `⟨U+${codePoint(run)}${count > 1 ? ` ×${count}` : ''}⟩`);
  }
}

function characters(part: string, add: (kind: Piece['kind'], shown: string) => void): void {
  const all = [...part];
  all.forEach((char, i) => {
    const hidden =
      UNSEEN.test(char) && char !== '\n' && char !== '\t' && !isHonest(char, all[i - 1], all[i + 1]);
    const forged = char === '⟨' && /^(U\+|\d)/.test(all.slice(i + 1, i + 3).join(''));
    if (hidden || forged) add('mark', `⟨U+${codePoint(char)}⟩`);
    else add('text', char);
  });
}

function isHonest(char: string, before: string | undefined, after: string | undefined): boolean {
  if (before === undefined) return false;
  if (char === '\ufe0f' || char === '\ufe0e') return EMOJI_PART.test(before);
  if (after === undefined) return false;
  if (char === '\u200d' && (EMOJI_PART.test(before) || before === '\ufe0f'))
    return /\p{Extended_Pictographic}/u.test(after);
  return (char === '\u200d' || char === '\u200c') && JOINING.test(before) && JOINING.test(after);
}

const codePoint = (char: string): string =>
  (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
