import { textAt, valuesAt } from '../../core/json-path';
import type { MessageMap } from '../../core/message-map';
import type { Message } from '../../core/observation';
import { plain } from './bodies';

/**
 * The rows of an answer that are messages, as they stand there. Only rows with a role of their own are messages; the
 * rest is the helpdesk's bookkeeping.
 * @param answers what else was asked, by `$name`
 */
export function wantedRows(map: MessageMap, json: unknown, answers: Record<string, unknown>): unknown[] {
  if (json === null) return [];
  const flat = (path: string) =>
    valuesAt(path.startsWith('$') ? answers : json, path).flatMap((list) =>
      Array.isArray(list) ? list : [list],
    );
  const people = map.people ? flat(map.people.list) : [];
  return [...(map.first ? flat(map.first) : []), ...[map.list].flat().flatMap(flat)]
    .map((item) => withAuthor(map, item, people))
    .filter((item) => !map.except?.values.includes(textAt(item, map.except.path)))
    .filter((item) => roleOf(map, item) !== 'unknown');
}

function withAuthor({ people }: MessageMap, item: unknown, all: readonly unknown[]): unknown {
  if (!people || item === null || typeof item !== 'object') return item;
  const id = textAt(item, people.of);
  return { ...item, $author: all.find((one) => id !== '' && textAt(one, people.id) === id) ?? null };
}

/** Rows as messages, oldest first. */
export function messagesOf(
  map: MessageMap,
  rows: readonly unknown[],
  bodies: Map<string, string>,
  requesters: readonly string[],
): Message[] {
  const items = rows.map((item): Message => {
    const key = textAt(item, map.key);
    return {
      key,
      role: roleOf(map, item, requesters),
      author: firstOf(item, map.author),
      at: timeOf(map, firstOf(item, map.at)),
      text: map.body ? plain(firstOf(item, map.body)) : (bodies.get(key) ?? ''),
      quoted: '',
      attachments: [],
    };
  });
  if (map.order === 'by-time') return items.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return map.order === 'newest-first' ? items.reverse() : items;
}

const firstOf = (item: unknown, paths: string | string[]): string =>
  [paths]
    .flat()
    .map((path) => textAt(item, path))
    .find((text) => text !== '') ?? '';

function timeOf({ seconds }: MessageMap, at: string): string {
  const number = Number(at);
  return seconds && at !== '' && Number.isFinite(number) ? new Date(number * 1000).toISOString() : at;
}

function roleOf(map: MessageMap, item: unknown, requesters: readonly string[] = []): Message['role'] {
  const { role } = map;
  const value = textAt(item, role.path);
  const said = value === '' ? role.otherwise : undefined;
  if (said === 'customer' || said === 'note') return said;
  if (role.customer?.includes(value)) return 'customer';
  for (const kind of ['note', 'task', 'call'] as const) if (role[kind]?.includes(value)) return kind;
  if (!role.agent?.includes(value) && !said) return 'unknown';
  const { requester, customerWhen, noteWhen } = role;
  if (noteWhen?.values.includes(textAt(item, noteWhen.path))) return 'note';
  if (customerWhen?.values.includes(textAt(item, customerWhen.path))) return 'customer';
  return requester && requesters.includes(textAt(item, requester.author)) ? 'customer' : 'agent';
}
