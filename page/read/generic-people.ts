import type { GenericWords } from '../../core/generic-words';
import type { Message, Observation } from '../../core/observation';
import { findOwn } from './find';
import type { Labelled } from './generic-fields';
import { oneLine } from './probe';
import type { Sight } from './visible-text';

const ADDRESS = /[^\s<>()"',;:]+@[^\s<>()"',;:]+\.[\p{L}\d-]+/u;

/** The person who asked: what the page labels so, else the author of the first message of a customer. */
export function genericRequester(
  sight: Sight,
  labelled: readonly Labelled[],
  messages: readonly Message[],
  words: GenericWords,
): Observation['requester'] {
  const said = labelled.filter((l) => words.requester.test(l.label) && l.values[0]);
  const mails = [...new Set(said.flatMap((l) => ADDRESS.exec(l.values.join(' '))?.[0].toLowerCase() ?? []))];
  const name = said.map((l) => nameIn(l.values[0] ?? '')).find((n) => n !== '') ?? '';
  if (mails.length > 1) return null;
  const first = messages.find((m) => m.role === 'customer');
  const email =
    mails[0] ??
    ADDRESS.exec(first?.author ?? '')?.[0].toLowerCase() ??
    (loneAddress(sight) || addressShown(sight));
  const called = name || nameIn(first?.author ?? '');
  return called || email ? { name: called, email } : null;
}

/** The words of a person's line that are no address. */
function nameIn(text: string): string {
  return oneLine(text.replace(ADDRESS, '').replace(/[<>()[\]"|]+/g, ' '))
    .replace(/[,;:–-]+$/, '')
    .trim();
}

/** The one address that the page links outside of what people wrote; '' when there are several. */
function loneAddress(sight: Sight): string {
  const all = findOwn(sight, 'a[href^="mailto:"]').filter((a) => sight.sees(a));
  const mails = [
    ...new Set(all.map((a) => (a.getAttribute('href') ?? '').slice(7).split('?')[0]?.toLowerCase() ?? '')),
  ];
  return mails.length === 1 ? (mails[0] ?? '') : '';
}

/** The one address that stands by itself outside of what people wrote; '' when there are several. */
function addressShown(sight: Sight): string {
  const alone = findOwn(sight, 'span, div, p, td, dd, small, a, li').flatMap((el) => {
    const text = oneLine(el.textContent ?? '');
    if (el.childElementCount > 0 || text.length > 80 || ADDRESS.exec(text)?.[0] !== text) return [];
    return sight.sees(el) && !el.closest('header, nav') ? [text.toLowerCase()] : [];
  });
  const mails = [...new Set(alone)];
  return mails.length === 1 ? (mails[0] ?? '') : '';
}

/** Who is signed in, where the page says so in its head. */
export function genericAccount(sight: Sight, words: GenericWords): string {
  const places = findOwn(sight, '[class], [id], [aria-label], header a, header button, nav a');
  for (const el of places) {
    const hints = `${el.getAttribute('class') ?? ''} ${el.getAttribute('id') ?? ''} ${el.getAttribute('aria-label') ?? ''}`;
    const text = oneLine(el.textContent ?? '');
    const prefixed = words.accountPrefix.test(text) && text.length < 80;
    if (
      !prefixed &&
      !(words.account.test(hints) && text.length > 1 && text.length < 50 && el.childElementCount < 3)
    )
      continue;
    if (
      !el.closest('header, nav, [role="banner"], [class*="top" i], [class*="nav" i], [class*="header" i]') ||
      !sight.sees(el)
    )
      continue;
    const name = oneLine(sight.text(el, { whole: true })).replace(words.accountPrefix, '');
    if (name && !/^(?:account|profile|my profile|settings|log ?out|sign ?out)$/i.test(name)) return name;
  }
  return '';
}
