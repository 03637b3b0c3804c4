import { digest } from '../../core/digest';
import type { Message } from '../../core/observation';
import type { MessagesDescriptor, Probe, RoleRule } from '../../core/site';
import { Crowd } from './crowd';
import { distrust, findAll, findOwn, findSeen } from './find';
import { oneLine } from './one-line';
import { readFirst, readProbe } from './probe';
import { foldQuoted, quotesIn } from './quoted';
import { inOrder } from './time-order';
import type { Sight } from './visible-text';

export interface Conversation {
  /** Oldest first. */
  messages: Message[];
  hidden: number;
  missing: string[];
}

/** The conversation as the page shows it now. */
export function readMessages(sight: Sight, where: MessagesDescriptor): Conversation {
  const items = outermost(findSeen(sight, where.item));
  sight.crowd = crowdOf(items);
  distrust(
    sight,
    items.flatMap((item) => findAll(sight, where.body.selector, item)),
  );
  let hidden = 0;
  let collapsed = 0;
  const quotes = quotesIn(sight.roots, where.quoted);
  const messages = items.map((item) => {
    const { message, left } = readMessage(sight, item, where, quotes);
    hidden += left;
    if (message.text === '' && message.quoted === '' && message.role !== 'system') collapsed += 1;
    return message;
  });
  const ordered = inOrder(messages, where.order);
  const missing = [...unloaded(sight, where), ...offersMore(sight, items)];
  if (collapsed > 0) missing.push(`Messages folded up on the page: ${collapsed}.`);
  return { messages: distinct(ordered), hidden, missing };
}

/** Messages of one tree; those of several trees are asked one by one. */
function crowdOf(items: readonly Element[]): Crowd | undefined {
  const root = items[0]?.getRootNode() as Document | ShadowRoot | undefined;
  return root && new Crowd(new Set(items.filter((item) => item.getRootNode() === root)), root);
}

function readMessage(
  sight: Sight,
  item: Element,
  where: MessagesDescriptor,
  quotes: ReadonlySet<Element>,
): { message: Message; left: number } {
  const body = readBody(sight, item, where, quotes);
  const role = roleOf(sight, item, where.roles);
  const author = readFirst(sight, where.author, item);
  const key = item.getAttribute(where.key) || digestKey(role, author, body.text);
  return {
    message: {
      key,
      role,
      author,
      at: readFirst(sight, where.at, item),
      text: body.text,
      quoted: body.quoted,
      attachments: attachmentsOf(sight, item, where.attachments),
    },
    left: body.hidden,
  };
}

/** A key for a message to which the page gives none. */
export function digestKey(role: string, author: string, text: string): string {
  return `~${digest(JSON.stringify([role, author, text]))}`;
}

function readBody(
  sight: Sight,
  item: Element,
  where: MessagesDescriptor,
  isQuote: ReadonlySet<Element>,
): { text: string; quoted: string; hidden: number } {
  let hidden = 0;
  const texts: string[] = [];
  const quotes: string[] = [];
  for (const el of outermost(findAll(sight, where.body.selector, item))) {
    if (isQuote.has(el)) {
      quotes.push(sight.text(el));
      continue;
    }
    const met = new Set<Element>();
    const read = sight.read(el, {
      covered: true,
      skip: (inner) => {
        const quote = isQuote.has(inner);
        if (quote) met.add(inner);
        return quote;
      },
    });
    hidden += read.hidden;
    if (read.text) texts.push(read.text);
    for (const quote of met) {
      const inner = sight.read(quote);
      // history that the helpdesk itself folds away is one click off, and nobody hid it
      if (!where.quoted || !quote.matches(where.quoted)) hidden += inner.hidden;
      if (inner.text) quotes.push(inner.text);
    }
  }
  const folded = foldQuoted(texts.join('\n'));
  if (folded.quoted) quotes.unshift(folded.quoted);
  // nothing but a quote: then the quote is what was written
  if (folded.text === '' && quotes.length > 0) return { text: quotes.join('\n'), quoted: '', hidden };
  return { text: folded.text, quoted: quotes.join('\n'), hidden };
}

/** Of elements in document order, those that stand in none of the others. */
function outermost(elements: readonly Element[]): Element[] {
  const kept: Element[] = [];
  for (const el of elements) {
    const last = kept.at(-1);
    if (last !== el && !last?.contains(el)) kept.push(el);
  }
  return kept;
}

function roleOf(sight: Sight, item: Element, rules: readonly RoleRule[]): Message['role'] {
  for (const rule of rules) {
    if (rule.selector && !item.matches(rule.selector)) continue;
    if (rule.probe && readProbe(sight, rule.probe, item).length === 0) continue;
    if (rule.equals && !shareText(sight, item, rule.equals)) continue;
    return rule.role;
  }
  return 'unknown';
}

/** True when a text of the message is also one of the page. */
function shareText(
  sight: Sight,
  item: Element,
  { item: inside, page }: NonNullable<RoleRule['equals']>,
): boolean {
  const there = new Set(readProbe(sight, page).map(oneLine));
  return readProbe(sight, inside, item).some((text) => there.has(oneLine(text)));
}

function attachmentsOf(sight: Sight, item: Element, probe: Probe | undefined): string[] {
  if (!probe) return [];
  return [...new Set(readProbe(sight, probe, item, true).map(oneLine))];
}

/** Two messages under one key would be one for whoever compares: the later ones get a number. */
function distinct(messages: Message[]): Message[] {
  const seen = new Map<string, number>();
  return messages.map((message) => {
    const count = (seen.get(message.key) ?? 0) + 1;
    seen.set(message.key, count);
    return count === 1 ? message : { ...message, key: `${message.key}#${count}` };
  });
}

const MORE =
  /^(?:show|load|view|see|fetch|expand)?\s*(?:(?:all|the)\s+)?(\d+\s+)?(?:more|older|earlier|previous|hidden)\s+(?:messages?|comments?|repl(?:y|ies)|conversations?|entries|articles?|notes?|threads?|e-?mails?|history)/i;

function unloaded(sight: Sight, where: MessagesDescriptor): string[] {
  return (where.unloaded ?? [])
    .filter(({ sign }) => findOwn(sight, sign).length > 0)
    .map(({ words }) => words);
}

/** Buttons and links beside the conversation that would load more of it. */
export function offersMore(sight: Sight, items: readonly Element[]): string[] {
  const around = items[0]?.parentElement?.parentElement ?? items[0]?.parentElement;
  if (!around) return [];
  const said = new Set<string>();
  for (const kind of ['button', 'a', '[role="button"]']) {
    for (const el of around.querySelectorAll(kind)) {
      const label = (el.textContent ?? '').trim();
      if (label.length > 60 || !MORE.test(label) || !sight.sees(el)) continue;
      said.add(`The page offers “${oneLine(label)}”; those are not loaded.`);
    }
  }
  return [...said];
}
