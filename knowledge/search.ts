import MiniSearch, { type SearchResult } from 'minisearch';
import type { KnowledgeItem } from '../core/knowledge';
import type { Found, SearchOptions } from '../core/library';
import { term, terms, tokens } from './terms';

export interface KnowledgeIndex {
  readonly size: number;
  /** Best first. Never throws; an empty or wordless query finds nothing. */
  search(query: string, options?: SearchOptions): Found[];
}

/** Words that stand in every other ticket: they find, but they prove nothing. */
const GENERIC = terms(
  'order account problem issue help question number email mail customer service message time day commande compte problème question numéro bestellung konto frage nummer problem pedido cuenta problema número',
);

/** A customer's whole letter is a query; beyond this many terms it only gets slower, not better. */
const MAX_QUERY_TERMS = 120;

function tagsOf(item: KnowledgeItem): string[] {
  return item.steps.flatMap((s) => (s.tool === 'add_tag' ? [s.value] : []));
}

/** Full text over titles, keywords and texts: BM25, with a little tolerance for endings and typos. */
export function createIndex(items: readonly KnowledgeItem[]): KnowledgeIndex {
  const byId = new Map(items.map((item) => [item.id, item]));
  const engine = new MiniSearch<KnowledgeItem>({
    // Tags are indexed so that the same case in another language can be found.
    fields: ['title', 'keywords', 'text', 'tags'],
    extractField: (item, field) => {
      if (field === 'keywords') return item.keywords.join(' ');
      if (field === 'tags') return tagsOf(item).join(' ');
      // The name of a blank is no word of the text.
      return String(item[field as keyof KnowledgeItem]).replace(/\{\{[^{}]*\}\}/g, ' ');
    },
    tokenize: tokens,
    processTerm: term,
  });
  engine.addAll([...byId.values()]);

  return {
    size: byId.size,
    search(query, options = {}) {
      const wanted = [...terms(query)].slice(0, MAX_QUERY_TERMS);
      if (wanted.length === 0) return [];
      const hits = engine.search(wanted.join(' '), {
        processTerm: (t) => t,
        boost: { title: 2.5, keywords: 3, tags: 0.5 },
        prefix: (t) => t.length >= 5,
        fuzzy: (t) => (t.length >= 6 && !/\d/.test(t) ? 0.17 : false),
        weights: { prefix: 0.3, fuzzy: 0.25 },
        filter: (hit) => options.kind === undefined || byId.get(String(hit.id))?.kind === options.kind,
      });
      return hits
        .flatMap((hit) => found(hit, byId.get(String(hit.id)), query, options.language))
        .sort((a, b) => b.score - a.score || a.item.id.localeCompare(b.item.id))
        .slice(0, options.limit ?? 5);
    },
  };
}

function found(
  hit: SearchResult,
  item: KnowledgeItem | undefined,
  query: string,
  language?: string,
): Found[] {
  if (!item) return [];
  // A macro is what the person wrote for this very case; a past reply was written for someone else.
  const byKind = item.kind === 'macro' ? 1.15 : item.kind === 'past-reply' ? 0.9 : 1;
  const byLanguage = language === undefined || item.language === language ? 1 : 0.5;
  return [
    {
      item,
      score: hit.score * byKind * byLanguage,
      ...judge(hit, item, query),
      matched: spelled(new Set(hit.queryTerms), query),
    },
  ];
}

/**
 * Strong: a keyword phrase stands in the query as written, or two of its words meet the title or the keywords, or one
 * meets both of them or is backed by many others in the text. Fuzzy and prefix hits alone are never strong.
 */
function judge(hit: SearchResult, item: KnowledgeItem, query: string): Pick<Found, 'strong' | 'telling'> {
  const said = ` ${tokens(query).join(' ')} `;
  const phrase = item.keywords.some((k) => k.includes(' ') && said.includes(` ${tokens(k).join(' ')} `));
  const exact = [...terms(query)].filter((t) => hit.match[t] !== undefined);
  const telling = exact.filter(
    (t) => !GENERIC.has(t) && hit.match[t]?.some((f) => f === 'title' || f === 'keywords'),
  );
  const both = telling.some((t) => hit.match[t]?.includes('title') && hit.match[t]?.includes('keywords'));
  const strong = phrase || both || telling.length >= 2 || (telling.length === 1 && exact.length >= 4);
  return { strong, telling: phrase || telling.length > 0 };
}

/** Terms back to the words that the query used, for people. */
function spelled(found: Set<string>, query: string): string[] {
  const words = new Map<string, string>();
  for (const word of query.match(/[\p{L}\p{N}]+/gu) ?? []) {
    const t = term(word);
    if (t && found.has(t) && !words.has(t)) words.set(t, word.toLowerCase());
  }
  return [...words.values()].slice(0, 6);
}
