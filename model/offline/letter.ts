import type { Language } from '../../core/library';
import { PHRASES } from './phrases';

const GREETING =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|bonjour|bonsoir|salut|cher|chère|hallo|guten (?:tag|morgen|abend)|moin|liebe[rs]?|sehr geehrte[rs]?|hola|buen[oa]s|estimad[oa])(?!\p{L})[^\n]{0,60}$/iu;

const SIGN_OFF =
  /^(?:(?:best|kind|warm|many)?\s*(?:regards|wishes)|cheers|sincerely|yours\s\p{L}+|mit (?:freundlichen|besten|lieben) grüßen|(?:viele|beste|liebe) grüße|cordialement|bien à vous|bien cordialement|sincères salutations|(?:un )?saludos?|atentamente)[\s,.!]*$/iu;

export const paragraphsOf = (text: string): string[] =>
  text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n+/u)
    .map((p) => p.trim())
    .filter((p) => p !== '');

/** The greeting line of a text, if it opens with one, and the rest without a sign-off: the box has the signature. */
export function openLetter(text: string): { greeting: string | null; body: string } {
  const lines = text.trim().replace(/\r\n?/g, '\n').split('\n');
  const first = lines[0]?.trim() ?? '';
  const greeted = GREETING.test(first);
  const rest = greeted ? lines.slice(1) : lines;
  const end = rest.findIndex((line, i) => i > 0 && SIGN_OFF.test(line.trim()));
  return {
    greeting: greeted ? first : null,
    body: rest
      .slice(0, end < 0 ? undefined : end)
      .join('\n')
      .trim(),
  };
}

/** Greeting, body, questions and a closing sentence. A letter that ends with a question needs no closing. */
export function closeLetter(parts: {
  greeting: string;
  body: string;
  questions: string[];
  language: Language;
  closing: boolean;
}): string {
  const { closing } = PHRASES[parts.language];
  const blocks = [parts.greeting, parts.body, parts.questions.join('\n')].filter((b) => b.trim() !== '');
  const last = blocks.at(-1) ?? '';
  // A question invites an answer by itself, and so does a text that speaks of one.
  if (parts.closing && !/[?？]\s*$/u.test(last) && !SPEAKS_OF_REPLY.test(last)) blocks.push(closing);
  return blocks.join('\n\n');
}

const SPEAKS_OF_REPLY = /(?<!\p{L})(?:reply|répond\p{L}*|antwort\p{L}*|respon\p{L}*)(?!\p{L})/iu;

/** How many of the words stand in the text, by their first letters, so that endings do not matter. */
export function agreement(text: string, words: readonly string[]): number {
  const low = text.toLowerCase();
  return words.filter((w) => low.includes(w.slice(0, Math.max(4, w.length - 3)))).length;
}
