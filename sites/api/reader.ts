import type { FieldState, Message, Observation } from '../../core/observation';
import type { RecordRef } from '../../core/record';
import { ok, type Result, refuse } from '../../core/result';
import type { ApiDescriptor, ApiField, MessageMap } from '../../core/site';
import { textAt, textsAt, valuesAt } from './json-path';
import { send, type Transport } from './send';

/** A look over the API, and the version that guards the next write. */
export interface ApiLook {
  seen: Observation;
  version: string;
}

/** Reads record, conversation and account: what the API says, not what the page shows. */
export async function lookOverApi(
  api: ApiDescriptor,
  record: RecordRef,
  system: string,
  transport: Transport,
): Promise<Result<ApiLook>> {
  const blanks = { id: record.id };
  const [account, messages, main] = await Promise.all([
    send(api, api.account.request, blanks, transport),
    send(api, api.messages.request, blanks, transport),
    send(api, api.record.request, blanks, transport),
  ]);
  if (!main.ok) return main;
  if (!messages.ok) return messages;
  if (!account.ok) return account;
  const map = api.record.map;
  const id = textAt(main.value.json, map.id);
  if (id !== record.id)
    return refuse('other-record', `Asked for ${record.id}, the helpdesk answered ${id || 'nothing'}.`);
  const email = textAt(main.value.json, map.requesterEmail);
  const name = textAt(main.value.json, map.requesterName);
  const bodies = await bodiesOf(api, messages.value.json, transport);
  return ok({
    version: api.version ? main.value.header(api.version.header) : '',
    seen: {
      record,
      system,
      subject: textAt(main.value.json, map.subject),
      requester: email || name ? { name, email } : null,
      account: textAt(account.value.json, api.account.path),
      messages: messagesOf(api.messages.map, messages.value.json, bodies),
      fields: map.fields.map((field) => fieldOf(field, main.value.json, canWrite(api, field))),
      composer: {
        present: false,
        openable: false,
        visibility: 'unknown',
        recipients: email ? [email] : [],
        text: '',
      },
      abilities: [],
      hiddenCount: 0,
      missing: [],
      notes: [],
      documentId: '',
      url: '',
      title: '',
    },
  });
}

function canWrite(api: ApiDescriptor, field: ApiField): boolean {
  if (field.scope === 'contact') return api.write.contact !== undefined;
  if (field.name === 'tags') return api.write['add-tag'] !== undefined;
  if (field.name === 'status' || field.name === 'priority' || field.name === 'assignee') {
    return api.write[field.name] !== undefined;
  }
  return api.write.field !== undefined;
}

function fieldOf(field: ApiField, json: unknown, writable: boolean): FieldState {
  const raw = textsAt(json, field.path);
  const values = raw.map((value) =>
    field.labels && Object.hasOwn(field.labels, value) ? (field.labels[value] ?? value) : value,
  );
  return {
    name: field.name,
    label: field.label,
    scope: field.scope ?? 'record',
    kind: field.kind,
    values: field.kind === 'tags' ? values : values.slice(0, 1).filter((value) => value !== ''),
    options: field.kind === 'choice' && field.labels ? Object.values(field.labels) : null,
    writable,
  };
}

async function bodiesOf(
  api: ApiDescriptor,
  json: unknown,
  transport: Transport,
): Promise<Map<string, string>> {
  const { map } = api.messages;
  const single = map.bodyRequest;
  if (!single) return new Map();
  const keys = wanted(map, json).map((item) => textAt(item, map.key));
  const found = await Promise.all(
    keys.map(async (key) => {
      const answer = await send(api, single.request, { id: key, messageKey: key }, transport);
      return [key, answer.ok ? plain(textAt(answer.value.json, single.path)) : ''] as const;
    }),
  );
  return new Map(found);
}

/** Only rows with a role of their own are messages; the rest is the helpdesk's bookkeeping. */
function wanted(map: MessageMap, json: unknown): unknown[] {
  return valuesAt(json, map.list)
    .flatMap((list) => (Array.isArray(list) ? list : [list]))
    .filter((item) => roleOf(map, item) !== 'unknown');
}

function messagesOf(map: MessageMap, json: unknown, bodies: Map<string, string>): Message[] {
  const items = wanted(map, json).map((item): Message => {
    const key = textAt(item, map.key);
    return {
      key,
      role: roleOf(map, item),
      author: textAt(item, map.author),
      at: textAt(item, map.at),
      text: map.body ? plain(textAt(item, map.body)) : (bodies.get(key) ?? ''),
      quoted: '',
      attachments: [],
    };
  });
  return map.order === 'newest-first' ? items.reverse() : items;
}

function roleOf(map: MessageMap, item: unknown): Message['role'] {
  const value = textAt(item, map.role.path);
  if (map.role.customer?.includes(value)) return 'customer';
  if (map.role.note?.includes(value)) return 'note';
  if (map.role.agent?.includes(value)) return 'agent';
  return 'unknown';
}

/** Text of an HTML message, for comparing and reading; entities of the five basic kinds only. */
export function plain(html: string): string {
  return html
    .replace(/<(br|\/p|\/div|\/li|\/tr)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;|&#160;/g, ' ')
    .replace(/&#(\d+);/g, (_, n: string) => String.fromCodePoint(Math.min(Number(n), 0x10ffff)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;|&apos;/g, "'")
    .replace(/&amp;/g, '&')
    .trim();
}
