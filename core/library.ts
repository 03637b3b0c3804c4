import type { KnowledgeItem } from './knowledge';
import type { Observation } from './observation';

/** Languages that the built-in engine can greet, ask and close in. */
export const LANGUAGES = ['en', 'fr', 'de', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

export interface SearchOptions {
  kind?: KnowledgeItem['kind'];
  /** At most this many; 5 when left out. */
  limit?: number;
  /** Prefers, but does not insist on, items in this language. */
  language?: string;
}

/** One piece of knowledge that a query found. */
export interface Found {
  item: KnowledgeItem;
  /** BM25 with field weights; comparable within one search only. */
  score: number;
  /** Good enough to write a reply from. Weak ones are worth a look, no more. */
  strong: boolean;
  /** A word of the query stands in the title or among the keywords. Enough for a short query that a person typed. */
  telling: boolean;
  /** Words of the query that were met, as the query spelled them. */
  matched: string[];
}

/** What the ticket says that fits a blank such as `{{order}}`. Only text of a strict shape gets in here. */
export interface Blanks {
  /** The requester's first name; null when it is not plainly a name. */
  name: string | null;
  email: string | null;
  order: string[];
  invoice: string[];
  amount: string[];
  date: string[];
}

/** One step of a macro: `{tool: 'set_status', value: 'Solved'}`. */
export type KnowledgeStep = KnowledgeItem['steps'][number];

/** What a readable rule proposes, and why. */
export interface Advice {
  step: KnowledgeStep;
  why: string;
}

/** The person's knowledge, and what can be read off a ticket without a language model. Pure and synchronous. */
export interface Library {
  search(query: string, options?: SearchOptions): Found[];
  /** Null when the text is too short or in none of the known languages. */
  language(text: string): Language | null;
  blanks(seen: Observation): Blanks;
  advice(seen: Observation): Advice[];
}
