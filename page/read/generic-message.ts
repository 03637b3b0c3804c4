import type { GenericWords } from '../../core/generic-words';
import type { Message } from '../../core/observation';
import { authorBeside, isShort, pictured } from './generic-author';
import { hintsOf } from './hints';
import { digestKey } from './messages';
import { oneLine } from './probe';
import { foldQuoted, QUOTED } from './quoted';
import type { Sight } from './visible-text';

/** Where the parts of one message stand. */
export interface Parts {
  item: Element;
  body: Element;
  author: Element | null;
  stamp: Element | null;
}

/** The body is the largest part that holds neither the time nor the author; the author is a short text before it. */
export function partsOf(sight: Sight, item: Element, stamp: Element | null, words: GenericWords): Parts {
  const named = [...item.querySelectorAll('*')].find(
    (el) =>
      words.author.test(ownHints(el)) && isShort(el) && el !== stamp && !el.contains(stamp) && sight.sees(el),
  );
  const body = largestWithout(item, [stamp, named ?? null], words) ?? item;
  const author =
    (named && !body.contains(named) ? named : null) ?? authorBeside(sight, { item, body, stamp }, words);
  return { item, body, author, stamp };
}

/** Words of names that all messages of a conversation share: they tell none from another. */
export function sharedNames(all: readonly Parts[]): Set<string> {
  const each = all.map(
    (parts) => new Set([...namesOf(parts), ...namesAround(parts)].flatMap((names) => names.split(' '))),
  );
  return new Set([...(each[0] ?? [])].filter((word) => each.every((words) => words.has(word))));
}

/** How the page calls a message, the parts beside its text, and its author. */
const namesOf = ({ item, body, author }: Parts): string[] =>
  [item, ...headOf(item, body), ...(author ? [author] : [])].map(hintsOf);

/**
 * How the page calls what holds the text, and what stands around that. A customer's own markup may begin here, so it
 * settles nothing; but it can raise a doubt.
 */
function namesAround({ item, body }: Parts): string[] {
  const names: string[] = [];
  for (let el: Element | null = body; el && el !== item; el = el.parentElement) names.push(hintsOf(el));
  return names;
}

const NAMES = ['class', 'rel', 'itemprop', 'data-testid', 'data-test-id', 'data-id', 'data-qa'];
const ownHints = (el: Element): string => NAMES.map((name) => el.getAttribute(name) ?? '').join(' ');

function largestWithout(
  item: Element,
  held: readonly (Element | null)[],
  words: GenericWords,
): Element | null {
  let best: { el: Element; size: number } | null = null;
  const visit = (el: Element): void => {
    for (const child of el.children) {
      if (held.some((h) => h !== null && (child === h || child.contains(h)))) {
        if (!held.some((h) => child === h)) visit(child);
        continue;
      }
      if (/^(button|form|menu|nav|header|script|style)$/.test(child.localName)) continue;
      const length =
        // what is painted, not what a closed menu holds
        ((child as HTMLElement).innerText ?? '').trim().length +
        (child.querySelector('iframe') || child.localName === 'iframe' ? 200 : 0);
      const size = length * (words.body.test(hintsOf(child)) ? 1.5 : 1);
      if (size > (best?.size ?? 0)) best = { el: child, size };
    }
  };
  visit(unwrapped(item));
  return (best as { el: Element } | null)?.el ?? null;
}

/** Boxes with one box inside and no words of their own say nothing about the parts. */
function unwrapped(el: Element): Element {
  let at = el;
  for (;;) {
    const only = at.childElementCount === 1 ? at.firstElementChild : null;
    if (!only?.childElementCount || (at.textContent ?? '').trim() !== (only.textContent ?? '').trim())
      return at;
    at = only;
  }
}

/** A time that stands there without an element of its own. */
function looseTime(item: Element, body: Element, words: GenericWords): string {
  const texts = item.ownerDocument.createTreeWalker(item, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const text = oneLine(node.nodeValue ?? '').replace(/^[\s,·|–(-]+|[\s,·|–)-]+$/g, '');
    if (text !== '' && text.length < 60 && !body.contains(node) && words.time.test(text)) return text;
  }
  return '';
}

/** Words before an author’s name. */
const BY = /^(?:\p{L}+ )?(?:from|by|von|par) /iu;

/** Attributes that give a message its own number. */
const KEYS = [
  'data-message-id',
  'data-id',
  'data-comment-id',
  'data-entry-id',
  'data-article-id',
  'data-thread-id',
  'data-key',
  'id',
];

export function readParts(
  sight: Sight,
  parts: Parts,
  words: GenericWords,
  shared: ReadonlySet<string> | null,
): { message: Message; hidden: number } {
  const { item, body, author, stamp } = parts;
  const skipped = (el: Element): boolean =>
    el.matches(QUOTED) ||
    (body === item && (el === author || el === stamp)) ||
    /^(button|form)$/.test(el.localName);
  const read = sight.read(body, { skip: skipped });
  const folded = foldQuoted(read.text);
  const quotes = [...body.querySelectorAll(QUOTED)]
    .filter((q) => !q.parentElement?.closest(QUOTED))
    .map((q) => sight.text(q));
  const name = author ? oneLine(sight.text(author, { whole: true })).replace(BY, '') : pictured(item, body);
  const role = roleFromSigns(sight, parts, words, shared);
  const attribute = KEYS.map((key) => item.getAttribute(key)).find((value) => value && /\d/.test(value));
  return {
    message: {
      key: attribute || digestKey(role, name, folded.text),
      role,
      author: name,
      at: stamp ? stamp.getAttribute('datetime') || oneLine(sight.text(stamp)) : looseTime(item, body, words),
      text: folded.text,
      quoted: [folded.quoted, ...quotes].filter(Boolean).join('\n'),
      attachments: attachmentsIn(sight, item),
    },
    hidden: read.hidden,
  };
}

/**
 * What the page's own names and badges say; where they speak for both sides, nobody knows.
 * @param shared names that say nothing; null for a message that stands alone, of which only clear words count
 */
function roleFromSigns(
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
  const said = [...names, ...shown];
  const holds = (pattern: RegExp, all = said): boolean => all.some((text) => pattern.test(text));
  // who may read it is not who wrote it
  const wrote = said.map((text) => text.replace(/(?:not )?visible (?:to|for) (?:the )?customers?/gi, ' '));
  if (names.some((text) => /(?:^| )system(?: |$)/.test(text))) return 'system';
  const note = shared
    ? holds(words.note)
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

const FILE =
  /[^\s/\\]{1,120}\.(?:pdf|png|jpe?g|gif|webp|svg|docx?|xlsx?|csv|txt|log|zip|eml|ics|mp4|mov|heic|pptx?)(?=$|[\s(,])/i;

function attachmentsIn(sight: Sight, item: Element): string[] {
  const named = [...item.querySelectorAll('a[download], a[href]')].flatMap((a) => {
    const text = oneLine(a.textContent ?? '');
    const name = a.getAttribute('download') || (FILE.exec(text)?.[0] ?? '');
    return name !== '' && name.length < 160 && sight.sees(a) ? [name] : [];
  });
  return [...new Set(named)];
}
