import { STOP_WORDS } from './stop-words';

const IS_STOP = new Set(Object.values(STOP_WORDS).flatMap((set) => [...set]));

/** Endings of the four languages, longest first; what is left must keep four letters. */
const ENDINGS = [
  'ements',
  'ungen',
  'ement',
  'ments',
  'ions',
  'ment',
  'ings',
  'ung',
  'ing',
  'ers',
  'ion',
  'ed',
  'es',
  'er',
  'en',
  'e',
  's',
];

/** Lower case, no accents: `Réglée` and `reglee` are one word. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Words and numbers of a text, folded, in order. */
export function tokens(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A word as it is indexed: without its ending, or null when it says nothing. */
export function term(word: string): string | null {
  const folded = fold(word);
  if (folded.length < 2 || IS_STOP.has(folded)) return null;
  if (/\d/.test(folded)) return folded;
  for (const ending of ENDINGS) {
    if (folded.length - ending.length >= 4 && folded.endsWith(ending)) return folded.slice(0, -ending.length);
  }
  return folded;
}

/** The distinct terms of a text. */
export function terms(text: string): Set<string> {
  const found = new Set<string>();
  for (const token of tokens(text)) {
    const t = term(token);
    if (t) found.add(t);
  }
  return found;
}
