import type { KnowledgeItem } from '../core/knowledge';
import type { Library } from '../core/library';
import { detectLanguage } from './language';
import { forgetTheOther } from './past-reply';
import { adviceFor } from './rules';
import { createIndex } from './search';
import { findBlanks } from './slots';

/** Everything an engine may ask about the person's knowledge. Build it anew after an import: it is cheap. */
export function createLibrary(items: readonly KnowledgeItem[]): Library {
  const index = createIndex(items.map(forgetTheOther));
  return { search: index.search, language: detectLanguage, blanks: findBlanks, advice: adviceFor };
}
