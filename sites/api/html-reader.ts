import type { FieldState, Message, Observation } from '../../core/observation';
import type { RecordRef } from '../../core/record';
import { ok, type Result, refuse } from '../../core/result';
import type { FieldDescriptor, MessagesDescriptor, PageReadApi, RecordPage, RoleRule } from '../../core/site';
import { documentOf, firstInHtml, probeHtml, standsBeside, textOf } from './html-text';
import type { ApiLook } from './reader';
import { send, type Transport } from './send';

/** The record's own page, fetched anew with the session: also for what the tab in front of the person shows late. */
export async function lookAtFetchedPage(
  api: PageReadApi,
  record: RecordRef,
  system: string,
  transport: Transport,
): Promise<Result<ApiLook>> {
  const page = await fetchRecordPage(api, record, transport);
  if (!page.ok) return page;
  return ok({ version: '', facts: {}, page: page.value, seen: observeHtml(api, record, system, page.value) });
}

/** Refused with `signed-out` where the answer is no record's page, and `other-record` where it is another's. */
export async function fetchRecordPage(
  api: PageReadApi,
  record: RecordRef,
  transport: Transport,
): Promise<Result<Document>> {
  const answer = await send(
    { method: 'GET', path: api.path, ok: [200], answer: 'html' },
    { id: record.id },
    transport,
  );
  if (!answer.ok) return answer;
  const doc = documentOf(answer.value.text);
  const ids = [...new Set([api.page.id].flat().flatMap((place) => probeHtml(doc, place)))];
  // a log-in page has no number of a record
  if (ids.length === 0) return refuse('signed-out');
  if (ids.length > 1 || ids[0] !== record.id) {
    return refuse('other-record', `Asked for ${record.id}, the helpdesk answered ${ids.join(', ')}.`);
  }
  return ok(doc);
}

function observeHtml(api: PageReadApi, record: RecordRef, system: string, doc: Document): Observation {
  const { page } = api;
  const name = firstInHtml(doc, page.requester?.name);
  const email = firstInHtml(doc, page.requester?.email).toLowerCase();
  return {
    record,
    system,
    subject: firstInHtml(doc, page.subject),
    requester: name || email ? { name, email } : null,
    account: accountOf(page, doc),
    messages: page.messages ? messagesOf(page.messages, doc) : [],
    showsConversation: page.messages !== undefined,
    fields: page.fields.flatMap((where) => fieldOf(api, where, doc) ?? []),
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
  };
}

function accountOf(page: RecordPage, doc: Document): string {
  const name = firstInHtml(doc, page.account);
  const id = firstInHtml(doc, page.accountId);
  return id ? `${name} (${id})` : name;
}

function fieldOf(api: PageReadApi, where: FieldDescriptor, doc: Document): FieldState | null {
  const { selector, beside } = where.read;
  if (![...doc.querySelectorAll(selector)].some((el) => standsBeside(el, beside))) return null;
  const values = probeHtml(doc, where.read).map((text) => text.replace(/\s+/g, ' '));
  const one = values.slice(0, 1);
  return {
    name: where.name,
    label: where.label,
    scope: where.scope ?? 'record',
    kind: where.kind,
    values: where.kind === 'tags' ? [...new Set(values)] : one,
    options: optionsOf(api, where, doc, one),
    writable: canWrite(api, where),
  };
}

/** Those that the request knows, else those of the page's menu. */
function optionsOf({ write }: PageReadApi, where: FieldDescriptor, doc: Document, now: string[]) {
  const { name, edit } = where;
  const known = name === 'status' || name === 'priority' || name === 'assignee' ? write[name]?.labels : null;
  if (known) return [...new Set([...now, ...Object.keys(known)])];
  return edit?.by === 'menu' ? choicesIn(doc, edit.item, now) : null;
}

function choicesIn(doc: Document, item: string, now: readonly string[]): string[] {
  const labels = probeHtml(doc, { selector: item }).map((text) => text.replace(/\s+/g, ' '));
  return [...new Set([...now, ...labels])];
}

function canWrite({ write }: PageReadApi, where: FieldDescriptor): boolean {
  if (where.scope === 'contact') return write.contact !== undefined;
  if (where.kind === 'tags') return write['add-tag'] !== undefined;
  const { name } = where;
  if (name === 'status' || name === 'priority' || name === 'assignee') return write[name] !== undefined;
  return write.field !== undefined;
}

function messagesOf(where: MessagesDescriptor, doc: Document): Message[] {
  const messages = [...doc.querySelectorAll(where.item)].map((item): Message => {
    const bodies = [...item.querySelectorAll(where.body.selector)];
    return {
      key: item.getAttribute(where.key) ?? '',
      role: roleOf(where.roles, item),
      author: firstInHtml(item, where.author),
      at: firstInHtml(item, where.at),
      text: bodies.map(textOf).join('\n').trim(),
      quoted: '',
      attachments: where.attachments ? [...new Set(probeHtml(item, where.attachments))] : [],
    };
  });
  if (where.order === 'newest-first') return messages.reverse();
  return where.order === 'by-time' ? messages.sort((a, b) => a.at.localeCompare(b.at)) : messages;
}

function roleOf(rules: readonly RoleRule[], item: Element): Message['role'] {
  const holds = (rule: RoleRule): boolean =>
    (!rule.selector || item.matches(rule.selector)) &&
    (!rule.probe || probeHtml(item, rule.probe).length > 0) &&
    !rule.equals;
  return rules.find(holds)?.role ?? 'unknown';
}
