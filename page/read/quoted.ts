/** Marks that mail programs leave around what they quote. */
const MARKS = [
  'blockquote[type="cite"]',
  '.gmail_quote',
  '.yahoo_quoted',
  '.moz-cite-prefix',
  '.protonmail_quote',
  '.zmail_extra',
  '#divRplyFwdMsg',
  '#mail-editor-reference-message-container',
  '.OutlookMessageHeader',
  '.message-stanza.collapsed + blockquote',
];

/** Outlook marks where a quote begins: all that follows is one. */
const BEGINS = ['appendonsend', 'divRplyFwdMsg'];
const FOLLOWS = BEGINS.map((id) => `#${id} ~ *`);

/** What {@link quotesIn} finds, in one selector. */
export const QUOTED = [...MARKS, ...FOLLOWS].join(', ');

/**
 * Every element of these trees that holds quoted history. One question per tree and mark instead of one per element;
 * the costly ones, about what follows a mark, only where there is such a mark.
 */
export function quotesIn(
  roots: readonly (Document | ShadowRoot)[],
  own: string | undefined,
): ReadonlySet<Element> {
  const quotes = new Set<Element>();
  for (const root of roots) {
    const follows = BEGINS.some((id) => root.getElementById(id)) ? FOLLOWS : [];
    for (const selector of own ? [own, ...MARKS, ...follows] : [...MARKS, ...follows])
      for (const el of root.querySelectorAll(selector)) quotes.add(el);
  }
  return quotes;
}

/** "On … wrote:" in the languages of the larger mail programs, on a line of its own. */
const WROTE =
  /^(?:on|am|le|el|il|em|op|den|w dniu|dnia|på|kuupäeval|a|в|ons|tor|fre|lör|sön|mån|tis)\b.{4,200}(?:wrote|schrieb|a écrit|escribió|ha scritto|escreveu|schreef|skrev|napisał(?:\(a\))?|írta|kirjoitti|написал(?:а)?|пишет)\b.{0,120}:\s*$/iu;

/** "-----Original Message-----" and its relatives. */
const ORIGINAL =
  /^[-_\s>]{2,}\s*(?:original message|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht|message d'origine|message transféré|mensaje original|messaggio originale|mensagem original|oorspronkelijk bericht|ursprungligt meddelande)\s*[-_\s]{2,}$/iu;

/** The long pattern is only asked where a line begins as it does. */
function isOriginal(line: string): boolean {
  const words = line.trim();
  return '-_>'.includes(words.charAt(0)) && ORIGINAL.test(words);
}

const QUOTE_LINE = /^\s*>/;

/**
 * Parts the history that a mail program quoted at the end from what was written.
 * Quotes with an answer below them stay where they are: there they are part of what was written.
 */
export function foldQuoted(text: string): { text: string; quoted: string } {
  const lines = text.split('\n');
  let cut = lines.findIndex(isOriginal);
  if (cut < 0) cut = trailingQuote(lines);
  if (cut < 0) return { text, quoted: '' };
  const written = lines.slice(0, cut).join('\n').trim();
  const quoted = lines.slice(cut).join('\n').trim();
  // a message that is nothing but a quote is shown as it is
  return written === '' ? { text, quoted: '' } : { text: written, quoted };
}

/** Index of the line where a quote starts that runs to the end; -1 when there is none. */
function trailingQuote(lines: readonly string[]): number {
  let start = lines.length;
  let quotes = 0;
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i] ?? '';
    if (QUOTE_LINE.test(line)) {
      quotes += 1;
      start = i;
    } else if (line.trim() !== '') break;
  }
  if (quotes === 0) return -1;
  // the attribution stands on the one or two lines above
  for (const back of [1, 2, 3]) {
    const above = lines
      .slice(Math.max(0, start - back), start)
      .join(' ')
      .trim();
    if (WROTE.test(above)) return Math.max(0, start - back);
  }
  return start;
}
