import { LANGUAGES, type Language } from '../core/library';
import { STOP_WORDS } from './stop-words';
import { tokens } from './terms';

/** Letters that all but name their language, counted like a little word each. */
const LETTERS: Record<Language, RegExp> = {
  en: /(?!)/gu,
  fr: /[çèêœ]|\bd’|\bj’|\bl’|\bd'|\bj'|\bl'/giu,
  de: /[ßäöü]/giu,
  es: /[ñ¿¡]|ción/giu,
};

/**
 * The language of a text by its little words. Null when fewer than two speak for it, or when two languages
 * are nearly level: a wrong guess is worse than none.
 */
export function detectLanguage(text: string): Language | null {
  const words = tokens(text.slice(0, 4000));
  const ranked = LANGUAGES.map((language) => ({
    language,
    hits:
      words.filter((w) => STOP_WORDS[language].has(w)).length +
      Math.min(3, text.match(LETTERS[language])?.length ?? 0),
  })).sort((a, b) => b.hits - a.hits);
  const [first, second] = ranked;
  if (!first || !second || first.hits < 2) return null;
  if (first.hits < second.hits * 1.25) return null;
  return first.hits >= words.length * 0.08 ? first.language : null;
}
