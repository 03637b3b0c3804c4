import type { GenericWords } from '../../core/generic-words';
import type { Message } from '../../core/observation';
import { isShort } from './generic-author';
import { sizeOf } from './generic-text';
import { hintsOf } from './hints';
import { oneLine } from './one-line';
import type { Sight } from './visible-text';

/** Where the parts of one message stand. */
export interface Parts {
  item: Element;
  /** The one child that holds all of it, where each message has one that is called alike. */
  shell: Element | null;
  body: Element;
  author: Element | null;
  stamp: Element | null;
}

/** Words of names that all messages of a conversation share: they tell none from another. */
export function sharedNames(all: readonly Parts[]): Set<string> {
  const each = all.map(
    (parts) => new Set([...namesOf(parts), ...namesAround(parts)].flatMap((names) => names.split(' '))),
  );
  return new Set([...(each[0] ?? [])].filter((word) => each.every((words) => words.has(word))));
}

/** How the page calls a message, the parts beside its text, and its author. */
const namesOf = ({ item, shell, body, author }: Parts): string[] =>
  [item, ...headOf(shell ?? item, body), ...(author ? [author] : [])].map(callOf);

/** The one phrase whose words others may share, without the first of them. */
const callOf = (el: Element): string =>
  hintsOf(el).replace(/not visible (?:to|for) (?:the )?customers?/g, 'internal');

/** Of messages whose words all stand in one child each, called alike: these children. */
export function shellsOf(items: readonly Element[]): Map<Element, Element> {
  const shells = new Map<Element, Element>();
  for (const item of items) {
    const full = [...item.children].filter((child) => sizeOf(child) > 0);
    if (full.length === 1 && full[0] && sizeOf(full[0]) === sizeOf(item)) shells.set(item, full[0]);
  }
  const [first, ...others] = shells.values();
  const shared = [...(first?.classList ?? [])].some((name) =>
    others.every((el) => el.classList.contains(name)),
  );
  return others.length > 0 && shells.size === items.length && shared ? shells : new Map();
}

/**
 * How the page calls what holds the text, and what stands around that. A customer's own markup may begin here, so it
 * settles nothing; but it can raise a doubt.
 */
function namesAround({ item, body }: Parts): string[] {
  const names: string[] = [];
  for (let el: Element | null = body; el && el !== item; el = el.parentElement) names.push(callOf(el));
  return names;
}

/**
 * What the page's own names and badges say; where they speak for both sides, nobody knows.
 * @param shared names that say nothing; null for a message that stands alone, of which only clear words count
 */
export function roleFromSigns(
  sight: Sight,
  parts: Parts,
  words: GenericWords,
  shared: ReadonlySet<string> | null,
): Message['role'] {
  const { item, body, author, stamp } = parts;
  const badges = [...item.querySelectorAll('*')].filter(
    (el) =>
      el.childElementCount === 0 &&
      !body.contains(el) &&
      el !== stamp &&
      el !== author &&
      isShort(el) &&
      sight.sees(el),
  );
  const telling = (all: string): string =>
    all
      .split(' ')
      .filter((word) => !shared?.has(word))
      .join(' ');
  const names = namesOf(parts).map(telling);
  const shown = [
    ...badges.map((el) => oneLine(el.textContent ?? '')),
    item.getAttribute('aria-label') ?? '',
    ...[...item.querySelectorAll('[aria-label]')]
      .filter((el) => !body.contains(el))
      .map((el) => el.getAttribute('aria-label') ?? ''),
  ];
  const own = parts.shell ? [telling(callOf(parts.shell))] : [];
  const said = [...names, ...shown];
  const holds = (pattern: RegExp, all = said): boolean => all.some((text) => pattern.test(text));
  // who may read it is not who wrote it
  const wrote = [...said, ...own].map((text) =>
    text.replace(/(?:not )?visible (?:to|for) (?:the )?customers?/gi, ' '),
  );
  if (names.some((text) => /(?:^| )system(?: |$)/.test(text))) return 'system';
  const note = shared
    ? holds(words.note) || holds(words.clearNote, own)
    : names.some((text) => words.clearNote.test(text)) || shown.some((text) => words.note.test(text));
  const [customer, agent] = [holds(words.customer, wrote), holds(words.agent, wrote)];
  if (note) return 'note';
  const doubt = namesAround(parts).some((all) => (shared ? words.note : words.clearNote).test(telling(all)));
  if (doubt) return 'unknown';
  if (customer !== agent) return customer ? 'customer' : 'agent';
  if (!customer && holds(words.system)) return 'system';
  return 'unknown';
}

/** Parts of a message that are not its text: their names speak for the helpdesk. */
function headOf(item: Element, body: Element): Element[] {
  return [...item.children].filter((child) => child !== body && !child.contains(body)).slice(0, 8);
}
