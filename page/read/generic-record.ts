import type { GenericWords } from '../../core/generic-words';
import { findSeen } from './find';
import { pathOf } from './identity';
import { oneLine } from './probe';
import type { Sight } from './visible-text';

export interface FoundRecord {
  type: 'ticket' | 'contact';
  id: string;
  /** The heading that shows the id, and its text without it. */
  subject: string;
}

const HEADINGS =
  'h1, h2, h3, h4, [role="heading"], header *, [class*="title" i], [class*="subject" i], [class*="number" i], [class*="breadcrumb" i] *';

/** The record of a page that nobody described: an id in the address that a heading shows as well. */
export function genericRecord(
  sight: Sight,
  words: GenericWords,
): { record: FoundRecord | null; note: string } {
  const path = decodeURI(pathOf(sight.doc));
  const ids = [...new Set(words.url.flatMap((pattern) => pattern.exec(path)?.groups?.id ?? []))];
  if (ids.length === 0) return { record: null, note: 'The address of this page names no ticket.' };
  const headings = findSeen(sight, HEADINGS).flatMap((el) => {
    const text = oneLine(sight.text(el, { whole: true }));
    return text !== '' && text.length <= 250 ? [{ el, text }] : [];
  });
  for (const id of ids) {
    const showing = headings.filter(({ text }) => shows(text, id));
    const best = showing.toSorted((a, b) => rank(a.el) - rank(b.el) || b.text.length - a.text.length)[0];
    const title = shows(sight.doc.title, id);
    if (!best && !title) continue;
    const type = words.contactUrl.test(path) ? 'contact' : 'ticket';
    // a box around the heading shows the same number with everything else in it
    const inner = headings.find(({ el }) => best && rank(el) < rank(best.el) && best.el.contains(el));
    const subject =
      subjectFrom((inner ?? best)?.text ?? '', id, words) ||
      mainHeading(headings, id) ||
      subjectFrom(sight.doc.title, id, words);
    return { record: { type, id, subject }, note: '' };
  }
  return {
    record: null,
    note: `The address names ${ids.slice(0, 2).join(' or ')}, but no heading on this page does.`,
  };
}

/** The id stands there as a word of its own: 12 is not in 2012 nor in 12:30 or 12.50. */
function shows(text: string, id: string): boolean {
  const plain = id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(
    `(?:^|[^\\p{L}\\p{N}.,:/-])(?:\\p{L}{1,8}[-#])?0*${plain}(?![\\p{L}\\p{N}]|[.,:/-]\\d)`,
    'iu',
  ).test(text);
}

const rank = (el: Element): number => {
  const level = /^h([1-6])$/.exec(el.localName)?.[1];
  return level ? Number(level) : 7;
};

/** The heading without the number and the word before it: `Ticket #12: Torn sleeve` → `Torn sleeve`. */
function subjectFrom(text: string, id: string, words: GenericWords): string {
  const plain = id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const number = `[\\[(]?(?:${words.record.source}\\s*)?(?:#|no\\.?|nr\\.?|n°|id:?)?\\s*(?:\\p{L}{1,8}[-#])?0*${plain}[\\])]?`;
  return oneLine(text.replace(new RegExp(`(?:^|\\s)${number}(?=$|[\\s:·|–—-])\\s*[:·|–—-]?`, 'iu'), ' '));
}

function mainHeading(headings: readonly { el: Element; text: string }[], id: string): string {
  const real = headings.filter(({ el, text }) => rank(el) < 7 && !shows(text, id));
  return real.toSorted((a, b) => rank(a.el) - rank(b.el))[0]?.text ?? '';
}
