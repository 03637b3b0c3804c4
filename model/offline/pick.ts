import type { KnowledgeItem } from '../../core/knowledge';
import type { Found, Language, Library } from '../../core/library';
import type { Observation } from '../../core/observation';
import type { Wishes } from './wishes';

export interface Picked {
  found: Found | null;
  /** The language the reply will be in. */
  language: Language;
  /** What the person should know about the choice of language; null when there is nothing to say. */
  remark: string | null;
}

/** The newest words of the customer, or what a page without roles shows last. */
export function lastLetter(seen: Observation): string {
  const letters = seen.messages.filter((m) => m.role === 'customer' || m.role === 'unknown');
  return letters.at(-1)?.text ?? '';
}

export function subjectMatter(seen: Observation): string {
  return `${seen.subject}\n${lastLetter(seen)}`;
}

function languageOf(seen: Observation, library: Library): Language {
  return library.language(lastLetter(seen)) ?? library.language(subjectMatter(seen)) ?? 'en';
}

/** The piece of knowledge to write from: the person's words decide before the ticket's, its language before another. */
export function pick(
  seen: Observation,
  wishes: Wishes,
  library: Library,
  names: Record<Language, string>,
): Picked {
  const wanted = wishes.language ?? languageOf(seen, library);
  const byWish = wishes.topic !== '';
  const hits = library
    .search(byWish ? wishes.topic : subjectMatter(seen), { language: wanted, limit: 10 })
    .filter((f) => f.strong || (byWish && f.telling));
  const best = hits[0] ?? null;
  if (!best) return { found: null, language: wanted, remark: null };
  const same = best.item.language === wanted ? best : (hits.find((f) => f.item.language === wanted) ?? null);
  const found = same ?? counterpart(best.item, wanted, library);
  if (found) return { found, language: wanted, remark: null };
  const written = asLanguage(best.item.language);
  // Better a fitting text in another language than a fitting language without a text; the person is told.
  return {
    found: best,
    language: written,
    remark: `Your knowledge has nothing in ${names[wanted]} for this, so the draft is in ${names[written]}.`,
  };
}

/** The same case in another language: the item that sets the same tag. */
function counterpart(item: KnowledgeItem, language: Language, library: Library): Found | null {
  const tags = item.steps.filter((s) => s.tool === 'add_tag').map((s) => s.value);
  if (tags.length === 0) return null;
  const shares = (f: Found) => f.item.steps.some((s) => s.tool === 'add_tag' && tags.includes(s.value));
  const hits = library.search(tags.join(' '), { language, limit: 50 });
  return hits.find((f) => f.item.language === language && f.item.kind === item.kind && shares(f)) ?? null;
}

function asLanguage(language: string): Language {
  return language === 'fr' || language === 'de' || language === 'es' ? language : 'en';
}
