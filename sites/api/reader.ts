import { textAt, textsAt, valuesAt } from '../../core/json-path';
import { type FieldState, type Observation, RECIPIENTS } from '../../core/observation';
import type { RecordRef } from '../../core/record';
import { ok, type Result, refuse } from '../../core/result';
import type { ApiDescriptor, ApiField, AskedApi, RecordMap } from '../../core/site';
import { bodiesOf } from './bodies';
import { canFill, gather } from './gather';
import { lookAtFetchedPage } from './html-reader';
import { messagesOf, wantedRows } from './message-rows';
import { operationFor } from './operation';
import { ownFieldsIn } from './own-fields';
import { lackingIn, namingRight } from './rights';
import { type Answer, send, type Transport } from './send';

/** A look over the API, and the version that guards the next write. */
export interface ApiLook {
  seen: Observation;
  version: string;
  /** The record's page as it was fetched, where that is what was read. */
  page: Document | null;
  /** What a write may need besides the record's id. */
  facts: Record<string, string>;
}

const withAnswers = (json: unknown, answers: Record<string, unknown>): unknown =>
  json !== null && typeof json === 'object' && !Array.isArray(json) ? { ...json, ...answers } : json;

/** Reads record, conversation and account: what the API says, not what the page shows. */
export async function lookOverApi(
  api: ApiDescriptor,
  record: RecordRef,
  system: string,
  transport: Transport,
): Promise<Result<ApiLook>> {
  if (api.look === 'page') return lookAtFetchedPage(api, record, system, transport);
  const gathered = await gather(api, record.id, transport);
  if (!gathered.ok) return gathered;
  const { facts, answers } = gathered.value;
  const blanks = { id: record.id, facts };
  const talks = canFill(api.messages.request, facts);
  const [account, messages, main] = await Promise.all([
    'known' in api.account || !canFill(api.account.request, facts)
      ? null
      : send(api.account.request, blanks, transport),
    talks ? send(api.messages.request, blanks, transport) : null,
    send(api.record.request, blanks, transport),
  ]);
  if (!main.ok) return { ok: false, refusal: namingRight(main.refusal, api.record.request.right) };
  if (messages && !messages.ok) return messages;
  if (account && !account.ok) return account;
  const json = withAnswers(main.value.json, answers);
  for (const [fact, path] of Object.entries(api.record.facts ?? {})) facts[fact] = textAt(json, path);
  const talk = messages ? messages.value.json : null;
  const map = api.record.map;
  const id = textAt(json, map.id);
  if (id !== record.id)
    return refuse('other-record', `Asked for ${record.id}, the helpdesk answered ${id || 'nothing'}.`);
  const emails = [...new Set(textsAt(json, map.requesterEmail))];
  const email = emails[0] ?? '';
  const name = [map.requesterName]
    .flat()
    .map((path) => textAt(json, path))
    .filter(Boolean)
    .join(' ');
  const rows = wantedRows(api.messages.map, talk, answers);
  const bodies = await bodiesOf(api, record.id, rows, transport);
  const asking = api.messages.map.role.requester;
  const requesters = asking ? textsAt(json, asking.record) : [];
  const who = accountIn(api, account?.value ?? null);
  return ok({
    page: null,
    facts,
    version: api.version ? main.value.header(api.version.header) : '',
    seen: {
      record,
      system,
      subject: textAt(json, map.subject),
      requester: emails.length <= 1 && (email || name) ? { name, email } : null,
      account: who,
      messages: messagesOf(api.messages.map, rows, bodies, requesters),
      showsConversation: talks,
      fields: [
        ...map.fields.map((field) => fieldOf(field, json, canWrite(api, field))),
        ...ownFieldsIn(map, json),
        ...reachedBy(map, json, who),
      ],
      composer: {
        present: false,
        openable: false,
        visibility: 'unknown',
        recipients: email ? [email] : [],
        text: '',
      },
      abilities: [],
      lacking: lackingIn(api.write, main.value.json),
      hiddenCount: 0,
      missing: [],
      notes: [],
      documentId: '',
      url: '',
      title: '',
    },
  });
}

function canWrite(api: AskedApi, field: ApiField): boolean {
  if (field.scope === 'contact') return api.write.contact !== undefined;
  if (field.name === 'tags') return api.write['add-tag'] !== undefined;
  return api.write[operationFor(field)] !== undefined;
}

function fieldOf(field: ApiField, json: unknown, writable: boolean): FieldState {
  const raw = field.as && textAt(json, field.path) ? [filled(field.as, json)] : textsAt(json, field.path);
  const values = raw.map((value) =>
    field.labels && Object.hasOwn(field.labels, value) ? (field.labels[value] ?? value) : value,
  );
  return {
    name: field.name,
    label: field.label,
    scope: field.scope ?? 'record',
    kind: field.kind,
    values: field.kind === 'tags' ? values : values.slice(0, 1).filter((value) => value !== ''),
    options: field.kind === 'choice' && field.labels ? [...new Set(Object.values(field.labels))] : null,
    writable,
  };
}

const filled = (template: string, json: unknown): string =>
  template.replace(/\{([^}]+)\}/g, (_, path: string) => textAt(json, path));

/** A field that nobody sets: the people change it, and a reply is signed for those who stood there. */
function reachedBy({ reaches }: RecordMap, json: unknown, author: string): FieldState[] {
  if (!reaches) return [];
  const names = reaches.people
    .flatMap((path) => valuesAt(json, path))
    .map((one) => textAt(one, reaches.name));
  const values = [...new Set(names)].filter((one) => one && one !== author && one !== reaches.nobody);
  if (values.length === 0) return [];
  const label = 'Recipients of a reply';
  return [{ name: RECIPIENTS, label, scope: 'record', kind: 'tags', values, options: null, writable: false }];
}

/** A page in which nobody is signed in names nobody. */
function accountIn({ account }: AskedApi, answer: Answer | null): string {
  if ('known' in account) return account.known;
  if (!answer) return '';
  if (!account.pattern) return textAt(answer.json, account.path);
  return account.pattern.exec(answer.text)?.[1]?.trim() ?? '';
}
