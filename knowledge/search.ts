import MiniSearch from 'minisearch';
import type { KnowledgeItem } from '../core/knowledge';
import type { Found, SearchOptions } from '../core/library';
import { askedBy, judge, termWeight } from './judge';
import { term, tokens } from './terms';

export interface KnowledgeIndex {
  readonly size: number;
  /** Best first. Never throws; an empty or wordless query finds nothing. */
  search(query: string, options?: SearchOptions): Found[];
}

/** A customer's whole letter is a query; beyond this much it only gets slower, not better. */
const MAX_QUERY = 8_000;
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
      const question = askedBy(query.slice(0, MAX_QUERY));
      if (question.terms.length === 0) return [];
      const hits = engine.search(question.terms.slice(0, MAX_QUERY_TERMS).join(' '), {
        processTerm: (t) => t,
        boost: { title: 2.5, keywords: 3, tags: 0.5 },
        prefix: (t) => t.length >= 5,
        fuzzy: (t) => (t.length >= 6 && !/\d/.test(t) ? 0.17 : false),
        boostTerm: termWeight,
        weights: { prefix: 0.3, fuzzy: 0.25 },
        filter: (hit) => options.kind === undefined || byId.get(String(hit.id))?.kind === options.kind,
      });
      return hits
        .flatMap((hit) => {
          const item = byId.get(String(hit.id));
          return item ? [{ hit, item, score: hit.score * weight(item, options.language) }] : [];
        })
        .sort((a, b) => b.score - a.score || a.item.id.localeCompare(b.item.id))
        .slice(0, options.limit ?? 5)
        .map(({ hit, item, score }) => ({ item, score, ...judge(hit, item, question) }));
    },
  };
}

/** A macro is what the person wrote for this very case; a past reply was written for someone else. */
function weight(item: KnowledgeItem, language: string | undefined): number {
  const byKind = item.kind === 'macro' ? 1.15 : item.kind === 'past-reply' ? 0.9 : 1;
  return language === undefined || item.language === language ? byKind : byKind * 0.5;
}
