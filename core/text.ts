/** Letters and digits only, so that two renderings of one text (bullets, quotes, line breaks) compare equal. */
export function lettersOf(text: string): string {
  // Twice: what was kept apart by a sign may join when the sign is gone, and a capital may become a letter and a mark.
  return strip(strip(text));
}

function strip(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

/** True when `text` holds `part`, however it is laid out. A part without any letter never matches. */
export function holdsText(text: string, part: string): boolean {
  const wanted = lettersOf(part);
  return wanted.length > 0 && lettersOf(text).includes(wanted);
}

/** Cuts at a word, with an ellipsis, for titles and receipts. */
export function shorten(text: string, length: number): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= length) return flat;
  const cut = flat.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length - 20))}…`;
}

/** True when `text` begins with `part`, however both are laid out. A part without any letter never does. */
export function beginsWith(text: string, part: string): boolean {
  const wanted = lettersOf(part);
  return wanted.length > 0 && lettersOf(text).startsWith(wanted);
}
