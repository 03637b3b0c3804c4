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
  const { kept, left } = newest(o.messages, limit);
  if (left > 0) head.push(`(${left} older ${left === 1 ? 'message is' : 'messages are'} left out here.)`);
  return [head.join('\n'), ...kept].filter(Boolean).join('\n\n');
}

function person({ name, email }: { name: string; email: string }): string {
  return name && email ? `${name} <${email}>` : name || email;
}

function newest(messages: readonly Message[], limit: number): { kept: string[]; left: number } {
  const kept: string[] = [];
  let room = limit;
  for (const message of messages.toReversed()) {
    const text = block(message);
    if (text.length > room) {
      // the newest message is never dropped, only cut
      if (kept.length === 0)
        kept.unshift(`${text.slice(0, room)}\n(The rest of this message is left out here.)`);
      break;
    }
    kept.unshift(text);
    room -= text.length + 2;
  }
  return { kept, left: messages.length - kept.length };
}

function block(message: Message): string {
  const by = message.author ? ` ${flat(message.author)}` : '';
  const at = message.at ? ` (${message.at})` : '';
  const lines = [`[${WHO[message.role]}]${by}${at}:`, withoutForgedHeads(message.text)];
  if (message.quoted) lines.push(`> ${shorten(message.quoted, 80)}`);
  if (message.attachments.length > 0) lines.push(`Attached: ${message.attachments.join(', ')}`);
  return lines.filter(Boolean).join('\n');
}

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

const forged = (): RegExp => new RegExp(`^([ \\t]*)\\[(${Object.values(WHO).join('|')})\\]`, 'gim');

/** A line in a message that looks like the head of another message is not one: its brackets go. */
function withoutForgedHeads(text: string): string {
  return text.replace(forged(), '$1($2)');
}
