import type { GenericWords } from '../../core/generic-words';
import type { Message } from '../../core/observation';
import { authorBeside, BY, FILE, isInitials, isShort, labelled, pictured } from './generic-author';
import { type Parts, roleFromSigns } from './generic-role';
import { mailsIn, shownSizeOf } from './generic-text';
import { hintsOf, isToolbar } from './hints';
import { digestKey } from './messages';
import { oneLine } from './one-line';
import { foldQuoted, QUOTED } from './quoted';
import type { Sight } from './visible-text';

/** The body is the largest part that holds neither the time nor the author; the author is a short text before it. */
export function partsOf(
  sight: Sight,
  item: Element,
  stamp: Element | null,
  words: GenericWords,
  shell: Element | null,
): Parts {
  const named = [...item.querySelectorAll('*')].find(
    (el) =>
      words.author.test(ownHints(el)) &&
      isShort(el) &&
      !isInitials(el) &&
      el !== stamp &&
      !el.contains(stamp) &&
      sight.sees(el),
  );
  const body = mailOf(largestWithout(item, [stamp, named ?? null], words) ?? item);
  const author =
    (named && !body.contains(named) ? named : null) ?? authorBeside(sight, { item, body, stamp }, words);
  return { item, shell, body, author, stamp };
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
        shownSizeOf(child) + (child.querySelector('iframe') || child.localName === 'iframe' ? FRAME : 0);
      const size = length * (words.body.test(hintsOf(child)) ? 1.5 : 1);
      if (size > (best?.size ?? 0)) best = { el: child, size };
    }
  };
  visit(unwrapped(item));
  return (best as { el: Element } | null)?.el ?? null;
}

/** A frame weighs more than the letters in it: its mail may be short, or not be there yet. */
const FRAME = 200;

/** Of a mail that is shown in a frame, the frame: what stands around it is the helpdesk's. */
function mailOf(body: Element): Element {
  const [frame, second] = mailsIn(body);
  if (!frame || second) return body;
  for (let at: Element = frame; at !== body && at.parentElement; at = at.parentElement) {
    const most = shownSizeOf(at) + FRAME;
    if ([...at.parentElement.children].some((beside) => shownSizeOf(beside) > most)) return body;
  }
  return frame;
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

const TOOLS = 'a, button, label, select';

/** Links that do something with the message, and who wrote it in two letters: in a mail of its own nothing is left out. */
function isAroundMail(el: Element): boolean {
  if (/initials|avatar/i.test(el.getAttribute('class') ?? '') && isInitials(el)) return true;
  if (!isToolbar(el)) return false;
  const tools = [...el.querySelectorAll(TOOLS)].filter((tool) => !tool.parentElement?.closest(TOOLS));
  const letters = (all: readonly Element[]): number[] =>
    all.map((at) => (at.textContent ?? '').replace(/\s/g, '').length);
  const each = letters(tools);
  return (
    each.every((count) => count < 30) && each.reduce((sum, count) => sum + count, 0) === letters([el])[0]
  );
}

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
  const quoted = new Set<Element>();
  const skipped = (el: Element): boolean => {
    if (el.matches(QUOTED)) return quoted.add(el).size > 0;
    if (body === item && (el === author || el === stamp)) return true;
    return /^(button|form)$/.test(el.localName) || (body.contains(el) && isAroundMail(el));
  };
  const read = sight.read(body, { covered: true, skip: skipped });
  const folded = foldQuoted(read.text);
  const quotes = [...quoted].map((q) => sight.text(q));
  const time = stamp ? oneLine(sight.text(stamp)) : '';
  const name = author
    ? oneLine(sight.text(author, { whole: true })).replace(BY, '')
    : pictured(item, body) || labelled(item, time, words);
  const role = roleFromSigns(sight, parts, words, shared);
  const attribute = KEYS.map((key) => item.getAttribute(key)).find((value) => value && /\d/.test(value));
  return {
    message: {
      key: attribute || digestKey(role, name, folded.text),
      role,
      author: name,
      at: stamp ? stamp.getAttribute('datetime') || time : looseTime(item, body, words),
      text: folded.text,
      quoted: [folded.quoted, ...quotes].filter(Boolean).join('\n'),
      attachments: attachmentsIn(sight, item),
    },
    hidden: read.hidden,
  };
}

function attachmentsIn(sight: Sight, item: Element): string[] {
  const named = [...item.querySelectorAll('a[download], a[href]')].flatMap((a) => {
    const text = oneLine(a.textContent ?? '');
    const name = a.getAttribute('download') || (FILE.exec(text)?.[0] ?? '');
    return name !== '' && name.length < 160 && sight.sees(a) ? [name] : [];
  });
  return [...new Set(named)];
}
