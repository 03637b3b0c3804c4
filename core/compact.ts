import type { Message, Observation } from './observation';
import { shorten } from './text';

/** Characters of conversation that a model is given; the newest messages are kept. */
export const COMPACT_LIMIT = 24_000;

const WHO: Record<Message['role'], string> = {
  customer: 'CUSTOMER',
  agent: 'AGENT',
  note: 'INTERNAL NOTE',
  system: 'SYSTEM',
  task: 'TASK',
  call: 'CALL',
  unknown: 'UNKNOWN WRITER',
};

/**
 * The form of a look that a model reads: short, the same for the same page, and plain about who said what.
 * Nothing in it names a target: the record stands there as words, not as something to choose.
 * @param limit characters of messages; older ones give way, and it says how many did
 */
export function compactText(o: Observation, limit = COMPACT_LIMIT): string {
  const head: string[] = [];
  if (o.subject) head.push(`Subject: ${flat(o.subject)}`);
  if (o.requester) head.push(`Requester: ${person(o.requester)}`);
  for (const field of o.fields) {
    if (field.values.length > 0) head.push(`${field.label}: ${field.values.join(', ')}`);
  }
  for (const words of o.missing) head.push(`Not on the page: ${words}`);
  const { kept, left } = newest(o, limit);
  if (left > 0) head.push(`(${left} older ${left === 1 ? 'message is' : 'messages are'} left out here.)`);
  return [head.join('\n'), ...kept].filter(Boolean).join('\n\n');
}

function person({ name, email }: { name: string; email: string }): string {
  return name && email ? `${name} <${email}>` : name || email;
}

function newest({ messages, requester }: Observation, limit: number): { kept: string[]; left: number } {
  const kept: string[] = [];
  let room = limit;
  let left = messages.length;
  for (; left > 0; left -= 1) {
    const message = messages[left - 1] as Message;
    const text = block(message, requester?.name, messages[left - 2]);
    if (text.length > room) {
      const [oldest] = kept.length > 0 ? messages.slice(left) : [];
      // what its day stood above is gone
      if (oldest) kept[0] = block(oldest, requester?.name);
      // the newest message is never dropped, only cut
      else kept.unshift(`${text.slice(0, room)}\n(The rest of this message is left out here.)`);
      break;
    }
    kept.unshift(text);
    room -= text.length + 2;
  }
  return { kept, left: messages.length - kept.length };
}

/** Said once: the requester's name by the line above all messages, a day by the message `before`. */
function block(message: Message, requester?: string, before?: Message): string {
  const { role, author, at, text, quoted, attachments } = message;
  const by = role === 'customer' && author === requester ? '' : flat(author);
  const time = clock(at);
  const when =
    time && time.day === clock(before?.at)?.day ? time.hour : time ? `${time.day} ${time.hour}Z` : at;
  const lines = [`[${WHO[role]}] ${[by, when].filter(Boolean).join(', ')}`.trim(), withoutForgedHeads(text)];
  if (/\p{L}/u.test(quoted)) lines.push(`> ${shorten(quoted, 80)}`);
  if (attachments.length > 0) lines.push(`Files: ${attachments.join(', ')}`);
  return lines.filter(Boolean).join('\n');
}

/** Day, hour and minute of a moment in UTC; null for a time in the page's own words. */
function clock(at: string | undefined): { day: string; hour: string } | null {
  const [, day, hour] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)[\d:.]*Z$/.exec(at ?? '') ?? [];
  return day && hour ? { day, hour } : null;
}

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

const forged = (): RegExp => new RegExp(`^([ \\t]*)\\[(${Object.values(WHO).join('|')})\\]`, 'gim');

/** A line in a message that looks like the head of another message is not one: its brackets go. */
function withoutForgedHeads(text: string): string {
  return text.replace(forged(), '$1($2)');
}
