import type { GenericWords } from '../../core/generic-words';
import { findSeen } from './find';
import type { Labelled } from './generic-fields';
import { pathOf } from './identity';
import { oneLine } from './one-line';
import type { Sight } from './visible-text';

export interface FoundRecord {
  type: 'ticket' | 'contact';
  id: string;
  /** The heading that shows the id, and its text without it. */
  subject: string;
  /** Where the number stands. */
  heading: Element | null;
}

interface Heading {
  el: Element;
  text: string;
}

const HEADINGS =
  'h1, h2, h3, h4, [role="heading"], header *, [class*="title" i], [class*="subject" i], [class*="number" i], [class*="breadcrumb" i] *, [class~="header" i], [class*="heading" i], :is(h1, h2, h3, h4) + :is(span, small, code)';

/**
 * The record of a page that nobody described: an id in the address that a heading, the title or a label for numbers
 * shows as well. Articles, lists and settings have numbers too, and are no record.
 */
export function genericRecord(
  sight: Sight,
  words: GenericWords,
  labelled: readonly Labelled[],
  box: Element | null,
): { record: FoundRecord | null; note: string } {
  const path = decodeURI(pathOf(sight.doc));
  const ids = [...new Set(words.url.flatMap((pattern) => pattern.exec(path)?.groups?.id ?? []))].filter(
    (id) => !words.notRecord.test(path.slice(0, path.indexOf(id))),
  );
  if (ids.length === 0) return { record: null, note: 'The address of this page names no ticket.' };
  const headings = findSeen(sight, HEADINGS).flatMap((el) => {
    const text = oneLine(sight.text(el, { whole: true }));
    return text !== '' && text.length <= 250 ? [{ el, text }] : [];
  });
  for (const id of ids) {
    const showing = headings.filter(({ text }) => shows(text, id));
    const best = showing.toSorted((a, b) => rank(a.el) - rank(b.el) || b.text.length - a.text.length)[0];
    const titled = shows(sight.doc.title, id);
    const labels = labelled.some((l) => words.number.test(l.label) && l.values.some((v) => shows(v, id)));
    const held =
      words.namesRecord.test(path.replace(id, '')) && holds(sight, id, box ?? headings[0]?.el ?? null);
    if (!best && !titled && !labels && !held) continue;
    const type = words.contactUrl.test(path) ? 'contact' : 'ticket';
    // a page that keeps the id shows people another number: by that it names the record
    const numbered = held
      ? headings.find(({ el, text }) => rank(el) === 1 && otherNumber(words).test(text))
      : null;
    if (held && (numbered || !best)) {
      const own = numbered ?? headings.find(({ el, text }) => rank(el) < 4 && text.length > 1) ?? null;
      const subject = (own?.text ?? sight.doc.title).replace(otherNumber(words), '');
      return { record: { type, id, subject, heading: own?.el ?? null }, note: '' };
    }
    // a box around the heading shows the same number with everything else in it
    const inner = headings.find(({ el }) => best && rank(el) < rank(best.el) && best.el.contains(el));
    const before = best && rank(best.el) === 7 ? best.el.previousElementSibling : null;
    const beside = headings.find(({ el }) => el === before && rank(el) < 5);
    const subject =
      beside?.text ?? subjectOf(sight.doc.title, headings, (inner ?? best)?.text ?? '', id, words);
    return { record: { type, id, subject, heading: best?.el ?? null }, note: '' };
  }
  return {
    record: null,
    note: `The address names ${ids.slice(0, 2).join(' or ')}, but no heading on this page does.`,
  };
}

/** `Add note to Ticket#2026112610000015 —`: a number of its own, and what stands before it. */
const otherNumber = (words: GenericWords): RegExp =>
  new RegExp(`^.*?${words.record.source}\\s*[#:]?\\s*\\d{5,}\\s*[—–:|-]*\\s*`, 'iu');

/** What the record is called: its heading without the number, else what heading and title agree on. */
function subjectOf(
  title: string,
  headings: readonly Heading[],
  shown: string,
  id: string,
  words: GenericWords,
): string {
  const own = subjectFrom(shown, id, words);
  const fromTitle = shows(title, id) ? subjectFrom(title, id, words) : '';
  const real = headings.filter(({ el, text }) => rank(el) < 7 && !shows(text, id));
  const agreed = real.map((h) => h.text).filter((text) => text !== '' && fromTitle.includes(text));
  const longest = agreed.toSorted((a, b) => b.length - a.length)[0] ?? '';
  // one word beside the number may be the kind of record
  if (own !== '' && !/\s/.test(own) && longest.length > own.length) return longest;
  const main = real.toSorted((a, b) => rank(a.el) - rank(b.el))[0]?.text ?? '';
  // one heading of the first order that is not the head of the page says it, where the title does not
  const first = real.filter(({ el }) => rank(el) === 1 && !el.closest('header, nav, [role="banner"]'));
  if (own === '' && longest === '' && first.length === 1) return first[0]?.text ?? '';
  return own || longest || (shown !== '' || fromTitle === '' ? main : '') || fromTitle || main;
}

/** Names of what a page keeps of its record. */
const OWN_ID = /(?:^|[^a-z])(?:id|key|uuid|guid|record|ticket|case|issue|conversation|thread|session|chat)/i;

/**
 * The page itself keeps the id: an element around the reply box is marked with it, or its forms send it along and no
 * other under that name. Rows of a list are marked, too, and hold no reply box.
 */
function holds(sight: Sight, id: string, anchor: Element | null): boolean {
  const isIt = (value: string): boolean =>
    value === id || (value.endsWith(id) && /[-_:/]$/.test(value.slice(0, -id.length)));
  for (let up = anchor; up; up = up.parentElement) {
    const marks = [...up.attributes].filter(({ name }) => name === 'id' || name.startsWith('data-'));
    if (marks.some(({ name, value }) => OWN_ID.test(name) && isIt(value))) return true;
  }
  const kept = [...sight.doc.querySelectorAll<HTMLInputElement>('input[type="hidden"][name]')];
  const own = kept.filter((el) => OWN_ID.test(el.name) && el.value === id);
  return own.some((el) => kept.every((other) => other.name !== el.name || other.value === id));
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
  const number = `[\\[(]?(?:${words.record.source}\\s*)?(?:#|no\\.?|nr\\.?|n°|№|id:?)?\\s*(?:\\p{L}{1,8}[-#])?0*${plain}[\\])]?`;
  return oneLine(text.replace(new RegExp(`(?:^|\\s)${number}(?=$|[\\s:·|–—-])\\s*[:·|–—-]?`, 'iu'), ' '));
}
