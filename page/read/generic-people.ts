import type { GenericWords } from '../../core/generic-words';
import type { Message, Observation } from '../../core/observation';
import { findOwn } from './find';
import { isInitials } from './generic-author';
import type { Labelled } from './generic-fields';
import { aroundOf } from './generic-visibility';
import { oneLine } from './one-line';
import type { Sight } from './visible-text';

const ADDRESS = /[^\s<>()"',;:]+@[^\s<>()"',;:]+\.[\p{L}\d-]+/u;

/** The person who asked: what the page labels so, else the author of the first message of a customer. */
export function genericRequester(
  sight: Sight,
  labelled: readonly Labelled[],
  messages: readonly Message[],
  words: GenericWords,
  box: Element | null,
): Observation['requester'] {
  // where a mail is being written, “from” is who writes it
  const writing = labelled.some((l) => /^(?:to|an|à|para|a|aan)$/i.test(l.label));
  const asks = writing ? words.clearRequester : words.requester;
  const said = labelled.filter((l) => asks.test(l.label) && l.values[0]);
  const mails = [...new Set(said.flatMap((l) => ADDRESS.exec(l.values.join(' '))?.[0].toLowerCase() ?? []))];
  if (mails.length > 1) return null;
  // “from” and “e-mail” may be anybody's; a label that means who asked comes first
  const clear = said.filter((l) => words.clearRequester.test(l.label));
  const best = clear.length > 0 ? clear : said;
  const name = best.map((l) => nameIn(l.values[0] ?? '')).find((n) => n !== '') ?? '';
  const first = messages.find((m) => m.role === 'customer');
  const own = best.some((l) => ADDRESS.test(l.values.join(' ')));
  // a name and an address that two unclear labels give need not belong together
  const called = (clear.length > 0 || own || mails.length === 0 ? name : '') || nameIn(first?.author ?? '');
  const email =
    mails[0] ??
    ADDRESS.exec(first?.author ?? '')?.[0].toLowerCase() ??
    (loneAddress(sight, besides(box, words)) || addressShown(sight, besides(box, words)));
  return called || email ? { name: called, email } : null;
}

/** The words of a person's line that are no address. */
function nameIn(text: string): string {
  const rest = oneLine(text.replace(ADDRESS, '').replace(/[<>()[\]"|]+/g, ' '))
    .replace(/[,;:–-]+$/, '')
    .trim();
  // a part of an address that was cut short
  return /\S@\S/.test(rest) ? '' : rest;
}

/**
 * Whether an author's line is that of a person: the very name, the address, or a name of two words and more with
 * something beside it. One word alone is many people's.
 */
export function isOf(author: string, person: string): boolean {
  const [line, who] = [author.toLowerCase(), person.toLowerCase().trim()];
  if (who === '') return false;
  if (nameIn(line) === who || ADDRESS.exec(line)?.[0] === who) return true;
  const plain = who.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return / /.test(who) && new RegExp(`(?:^|[^\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}])`, 'u').test(line);
}

/** Who wrote what a ticket opened with: a line for it close before, outside of the conversation; '' without one. */
export function openerOf(
  sight: Sight,
  words: GenericWords,
  opening: Element | null,
  items: readonly Element[],
): string {
  let up = opening?.parentElement ?? null;
  for (let level = 0; opening && up && level < 3; level += 1, up = up.parentElement) {
    if (items.some((item) => up?.contains(item))) return '';
    const line = [...up.querySelectorAll('[class], [data-testid]')].find(
      (el) =>
        words.opener.test(`${el.getAttribute('class') ?? ''} ${el.getAttribute('data-testid') ?? ''}`) &&
        !/^(?:th|dt|label)$/.test(el.localName) &&
        !opening.contains(el) &&
        (el.compareDocumentPosition(opening) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
        oneLine(el.textContent ?? '').length <= 120 &&
        sight.sees(el),
    );
    const name = line && (line.querySelector('a') ?? line);
    if (name) return oneLine(sight.text(name, { whole: true }));
  }
  return '';
}

type Counts = (el: Element) => boolean;

/** Whom a message is about to go to is not yet who asked: what stands around the reply box does not count. */
function besides(box: Element | null, words: GenericWords): Counts {
  const around = box ? aroundOf(box, words) : null;
  const own = around?.querySelector('time, article, [datetime], h1') ? null : around;
  return (el) => !own?.contains(el);
}

/** The one address that the page links outside of what people wrote; '' when there are several. */
function loneAddress(sight: Sight, counts: Counts): string {
  const all = findOwn(sight, 'a[href^="mailto:"]').filter((a) => counts(a) && sight.sees(a));
  const mails = [
    ...new Set(all.map((a) => (a.getAttribute('href') ?? '').slice(7).split('?')[0]?.toLowerCase() ?? '')),
  ];
  return mails.length === 1 ? (mails[0] ?? '') : '';
}

/** An address that a narrow column cuts short has all of its letters in what is shown when one points at it. */
function wholeAddress(el: Element, text: string): string {
  const start = /^(\S+@\S*?)(?:…|\.\.\.|\[\.\.\.\])$/.exec(text)?.[1];
  const whole = el.getAttribute('title') ?? '';
  return start && whole.startsWith(start) ? whole : text;
}

/** The one address that stands by itself outside of what people wrote; '' when there are several. */
function addressShown(sight: Sight, counts: Counts): string {
  const alone = findOwn(sight, 'span, div, p, td, dd, small, a, li').flatMap((el) => {
    const text = wholeAddress(el, oneLine(el.textContent ?? ''));
    if (el.childElementCount > 0 || !counts(el) || text.length > 80 || ADDRESS.exec(text)?.[0] !== text)
      return [];
    return sight.sees(el) && !el.closest('header, nav') ? [text.toLowerCase()] : [];
  });
  const mails = [...new Set(alone)];
  return mails.length === 1 ? (mails[0] ?? '') : '';
}

/** A menu of the person's, and not their name. */
const NO_NAME =
  /^(?:account|profile|my profile|settings)$|\b(?:log ?out|sign ?out|my account)\b|abmelden|déconnexion|cerrar sesión/i;

/** No place that names somebody is as long as this, the blanks of its source with it. Characters. */
const LONGEST = 2_000;

/** Who is signed in, where the page says so in its head. */
export function genericAccount(sight: Sight, words: GenericWords, talk: readonly Element[] = []): string {
  return accountShown(sight, words, talk) || accountTold(sight, words);
}

/** `Log out (You are logged in as Maya Lindqvist)`: the words of a button in the head. */
function accountTold(sight: Sight, words: GenericWords): string {
  for (const el of findOwn(sight, ':is(header, nav, [role="banner"]) :is([title], [aria-label])')) {
    const said = el.getAttribute('title') || el.getAttribute('aria-label') || '';
    const told = words.accountTold.exec(said)?.groups?.name ?? /^account: (.+)/i.exec(said)?.[1];
    const name = told?.trim() ?? '';
    if (name.length > 1 && name.length < 50 && !NO_NAME.test(name)) return name;
  }
  return '';
}

function accountShown(sight: Sight, words: GenericWords, talk: readonly Element[]): string {
  const places = findOwn(sight, '[class], [id], [aria-label], header a, header button, nav a');
  for (const el of places) {
    const hints = `${el.getAttribute('class') ?? ''} ${el.getAttribute('id') ?? ''} ${el.getAttribute('aria-label') ?? ''}`;
    const own = el.textContent ?? '';
    // what holds half a page, or a sheet of styles, is nobody's name
    const text = own.length < LONGEST ? oneLine(own) : '';
    const prefixed = words.accountPrefix.test(text) && text.length < 80;
    if (
      !prefixed &&
      !(words.account.test(hints) && text.length > 1 && text.length < 50 && el.childElementCount < 3)
    )
      continue;
    if (talk.some((item) => item.contains(el))) continue;
    if (
      !el.closest(
        'header, nav, [role="banner"], [class*="top" i], [class*="nav" i], [class*="header" i], [id*="top" i], [id*="header" i]',
      ) ||
      el.closest('[class*="breadcrumb" i], [class*="crumbs" i]') ||
      !sight.sees(el)
    )
      continue;
    const name = oneLine(sight.text(el, { whole: true }))
      .replace(/^(?:[-•]|\d+\.)\s+/, '')
      .replace(words.accountPrefix, '');
    if (name && !NO_NAME.test(name) && !isInitials(el)) return name;
  }
  return '';
}
