import type { Found, Language } from '../../core/library';
import { agreement, paragraphsOf } from './letter';
import { PHRASES } from './phrases';

/** An article is longer than a reply should be; this many characters of it are quoted. */
const MAX_ARTICLE = 900;

/** The text of a macro, or the part of an article or past reply that answers. */
export function bodyFrom(found: Found, shorter: boolean, language: Language): string {
  const { item } = found;
  const paragraphs = paragraphsOf(item.text);
  if (shorter) return best(paragraphs, found.matched, 1);
  if (item.kind !== 'article') return item.text;
  const excerpt = item.text.length <= MAX_ARTICLE ? item.text : best(paragraphs, found.matched, 3);
  return `${PHRASES[language].articleIntro}\n\n${excerpt}`;
}

/** The paragraphs that agree most with the question, in their own order; of equals, the longer says more. */
function best(paragraphs: string[], matched: string[], count: number): string {
  const ranked = paragraphs
    .map((text, at) => ({ text, at, score: agreement(text, matched) * 1000 + Math.min(999, text.length) }))
    .sort((a, b) => b.score - a.score);
  const kept: typeof ranked = [];
  let length = 0;
  for (const p of ranked) {
    if (kept.length >= count || (kept.length > 0 && length + p.text.length > MAX_ARTICLE)) break;
    kept.push(p);
    length += p.text.length;
  }
  return kept
    .sort((a, b) => a.at - b.at)
    .map((p) => p.text)
    .join('\n\n');
}
