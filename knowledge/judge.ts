import type { SearchResult } from 'minisearch';
import type { KnowledgeItem } from '../core/knowledge';
import type { Found } from '../core/library';
import { term, terms, tokens } from './terms';

/** A query, taken apart once for all that it finds. */
export interface Question {
  terms: readonly string[];
  /** Its tokens between spaces, to look for phrases in. */
  said: string;
  /** From a term to the word as the query spelled it. */
  spelled: ReadonlyMap<string, string>;
}

export function askedBy(query: string): Question {
  const spelled = new Map<string, string>();
  for (const word of query.match(/[\p{L}\p{N}]+/gu) ?? []) {
    const t = term(word);
    if (t && !spelled.has(t)) spelled.set(t, word.toLowerCase());
  }
  return { terms: [...terms(query)], said: ` ${tokens(query).join(' ')} `, spelled };
}

/** Words that stand in every other ticket: they help to find, but they weigh little and prove nothing. */
const GENERIC = terms(
  'order account problem issue help question number email mail customer service message time day delivery address change send missing wrong ask commande compte problème question numéro livraison adresse changer jour bestellung konto frage nummer problem lieferung adresse tag pedido cuenta problema número entrega dirección día',
);

export const termWeight = (t: string): number => (GENERIC.has(t) ? 0.35 : 1);

/**
 * Strong: a keyword phrase stands in the query as written, or two of its words meet the title or the keywords, or one
 * meets both of them or is backed by many others in the text. Fuzzy and prefix hits alone are never strong.
 */
export function judge(
  hit: SearchResult,
  item: KnowledgeItem,
  question: Question,
): Pick<Found, 'strong' | 'telling' | 'matched'> {
  const inField = (t: string, field: string) => hit.match[t]?.includes(field) ?? false;
  const phrase = item.keywords.some(
    (k) => k.includes(' ') && question.said.includes(` ${tokens(k).join(' ')} `),
  );
  const exact = question.terms.filter((t) => hit.match[t] !== undefined);
  const telling = exact.filter((t) => !GENERIC.has(t) && (inField(t, 'title') || inField(t, 'keywords')));
  const both = telling.some((t) => inField(t, 'title') && inField(t, 'keywords'));
  const met = new Set(hit.queryTerms);
  return {
    strong: phrase || both || telling.length >= 2 || (telling.length === 1 && exact.length >= 4),
    telling: phrase || telling.length > 0,
    matched: [...question.spelled].flatMap(([t, word]) => (met.has(t) ? [word] : [])).slice(0, 6),
  };
}
