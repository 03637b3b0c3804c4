import type { KnowledgeItem } from '../core/knowledge';
import { toTemplate } from './slots';

const GREETING =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|day)|bonjour|cher|chère|hallo|guten|liebe[rs]?|sehr|hola|estimad[oa])(?!\p{L})[^.\n]{0,60}[,!:]?\s*\n/iu;

/**
 * A past reply was written to somebody else: their greeting goes, and their order numbers, sums, dates and addresses
 * become blanks again before anything can be drafted from it.
 */
export function forgetTheOther(item: KnowledgeItem): KnowledgeItem {
  if (item.kind !== 'past-reply') return item;
  return { ...item, text: toTemplate(item.text.trim().replace(GREETING, '').trim()) };
}
