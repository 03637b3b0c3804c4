import type { GenericWords } from '../../core/generic-words';
import { isTool } from './hints';
import { oneLine } from './one-line';
import type { Sight } from './visible-text';

const SHORT = 80;

/** The name of a file. */
export const FILE =
  /[^\s/\\]{1,120}\.(?:pdf|png|jpe?g|gif|webp|svg|docx?|xlsx?|csv|txt|log|zip|eml|ics|mp4|mov|heic|pptx?)(?=$|[\s(,])/i;

/** Where in a message the body and the time stand. */
interface Around {
  item: Element;
  body: Element;
  stamp: Element | null;
}

/** Who wrote a message whose author has no name of class: strong letters or a link, else what stands beside the time. */
export function authorBeside(
  sight: Sight,
  { item, body, stamp }: Around,
  words: GenericWords,
): Element | null {
  return (
    [...item.querySelectorAll('strong, b, h2, h3, h4, h5, h6, a, cite, th')].find(
      (el) =>
        isShort(el) &&
        !body.contains(el) &&
        el !== stamp &&
        !el.contains(stamp) &&
        !isTool(el, item) &&
        !isOwnLink(el) &&
        !FILE.test(el.textContent ?? '') &&
        words.send.exec((el.textContent ?? '').trim())?.index !== 0 &&
        // the words of an icon are there, and not to be seen
        sight.text(el, { whole: true }).trim() !== '',
    ) ??
    beforeStamp(sight, { item, body, stamp }, words) ??
    besideStamp(sight, body, stamp, words)
  );
}

/** A short text before the time, where nothing else says who wrote: the first that is no badge. */
function beforeStamp(sight: Sight, { item, body, stamp }: Around, words: GenericWords): Element | null {
  if (!stamp) return null;
  const short = [...item.querySelectorAll('span, div, p, td')].find(
    (el) =>
      el.childElementCount === 0 &&
      isShort(el) &&
      !isInitials(el) &&
      !/[:\d]/.test(el.textContent ?? '') &&
      !saysRole((el.textContent ?? '').trim(), words) &&
      !body.contains(el) &&
      (el.compareDocumentPosition(stamp) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
      sight.sees(el),
  );
  return short ?? null;
}

const saysRole = (text: string, words: GenericWords): boolean =>
  [words.note, words.customer, words.agent, words.system].some((word) => word.test(text)) ||
  /^(?:via|über|par) /i.test(text);

/** The cell right of the time, where a conversation is a table. */
function besideStamp(
  sight: Sight,
  body: Element,
  stamp: Element | null,
  words: GenericWords,
): Element | null {
  const cell = stamp?.closest('td')?.nextElementSibling;
  if (cell?.localName !== 'td' || !isShort(cell) || cell.contains(body) || body.contains(cell)) return null;
  const text = (cell.textContent ?? '').trim();
  return /[:#\d]/.test(text) || saysRole(text, words) || !sight.sees(cell) ? null : cell;
}

/** `Comment #3`: the number of a message and the link to itself, and nobody's name. */
const isOwnLink = (el: Element): boolean =>
  /#\s*\d+\s*$/.test(el.textContent ?? '') || (el.getAttribute('href') ?? '').startsWith('#');

/** The name in a label of the whole message that says no more than who and when: `Tamsin Orrey, 08:41`. */
export function labelled(item: Element, at: string, words: GenericWords): string {
  const label = item.getAttribute('aria-label') ?? '';
  const [before, after] = label.split(at);
  const name = before?.replace(/[\s,;:·|–—-]+(?:(?:at|said|wrote)\s*)?$/i, '').replace(BY, '') ?? '';
  const fits = at !== '' && after === '' && /^\p{Lu}[\p{L}.'’-]+(?: [\p{L}.'’-]+){0,3}$/u.test(name);
  return fits && !saysRole(name, words) ? name : '';
}

/** Words before an author’s name. */
export const BY = /^(?:\p{L}+ )?(?:from|by|von|par) /iu;

/** The name that a picture of the author carries. */
export function pictured(item: Element, body: Element): string {
  for (const el of item.querySelectorAll('img[alt], [role="img"][aria-label], [class*="avatar" i][title]')) {
    const name = oneLine(
      el.getAttribute('alt') || el.getAttribute('aria-label') || el.getAttribute('title') || '',
    );
    if (
      !body.contains(el) &&
      name.length < SHORT &&
      / /.test(name) &&
      !/image|photo|picture|avatar/i.test(name)
    )
      return name;
  }
  return '';
}

/** `TO`: what stands in a round field where there is no picture, and is no name. */
export const isInitials = (el: Element): boolean => /^\p{Lu}{1,3}$/u.test((el.textContent ?? '').trim());

/** A name's length, with letters in it. */
export function isShort(el: Element): boolean {
  const text = (el.textContent ?? '').trim();
  return text.length > 1 && text.length <= SHORT && /\p{L}/u.test(text);
}
