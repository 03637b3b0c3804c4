import { textAt } from '../../core/json-path';
import { markupToHtml, markupToText } from '../../core/markup';
import { findField, type Observation } from '../../core/observation';
import type { FieldAddress, Guard, WriteAnswer, Writer } from '../../core/ports';
import type { RecordRef } from '../../core/record';
import { ok, type Refusal, type Result } from '../../core/result';
import type { ApiDescriptor, RequestDescriptor, WriteOperation } from '../../core/site';
import type { Channel } from '../../core/words';
import type { Blanks } from './fill';
import { formFields } from './form-body';
import { whyNothing, whyRefused } from './nothing-done';
import { operationFor } from './operation';
import { type ApiLook, lookOverApi } from './reader';
import { send, type Transport } from './send';
import { wireValue } from './wire';
import { inWordsOf, wireOf } from './words';

export interface ApiWriterOptions {
  api: ApiDescriptor;
  record: RecordRef;
  system: string;
  transport: Transport;
  channel: Channel;
  /** Sent as the idempotency key where the descriptor asks for one. */
  key: string;
  /** What the record's page shows, where it is on the screen: its words are those that were signed. */
  shown?: Observation | null;
}

const refused = (refusal: Refusal) => ({ outcome: 'refused', refusal }) as const;

/** Writes by the site's request descriptors. Looks over the API first and hands that look to the guard. */
export function createApiWriter(options: ApiWriterOptions): Writer {
  const { api, record, system, transport, channel, key, shown = null } = options;

  async function lookNow(): Promise<Result<ApiLook>> {
    const look = await lookOverApi(api, record, system, transport);
    return look.ok ? ok({ ...look.value, seen: inWordsOf(shown, look.value.seen) }) : look;
  }

  async function write(
    operation: WriteOperation,
    guard: Guard,
    blanksOf: (look: ApiLook) => Omit<Blanks, 'id'>,
  ): Promise<WriteAnswer> {
    const usual = api.write[operation];
    if (!usual) return refused({ code: 'not-supported' });
    const look = await lookNow();
    if (!look.ok) return refused(look.refusal);
    const blanks: Blanks = { id: record.id, key, facts: look.value.facts, ...blanksOf(look.value) };
    const label = String(blanks.value ?? '');
    const request =
      usual.instead && Object.hasOwn(usual.instead, label) ? (usual.instead[label] ?? usual) : usual;
    if (request.labels) {
      // a label that this request does not know is never sent as it stands
      if (!Object.hasOwn(request.labels, label)) return refused({ code: 'unknown-value', detail: label });
      blanks.value = request.labels[label];
    }
    if (request.part) {
      const part = request.part.exec(label)?.[1];
      if (part === undefined) return refused({ code: 'unknown-value', detail: label });
      blanks.value = part;
    }
    // before anything is prepared, and again when it is
    const early = guard(look.value.seen);
    if (early) return refused(early);
    const prepared = await prepare(request, blanks, look.value, transport);
    if (!prepared.ok) return refused(prepared.refusal);
    const guarded: Record<string, string> =
      api.version && look.value.version && !request.unguarded
        ? { [api.version.guard]: look.value.version }
        : {};
    const stale = guard(look.value.seen);
    if (stale) return refused(stale);
    const again = async () => {
      const later = await lookNow();
      return later.ok ? later.value : null;
    };
    const { version } = look.value;
    const sent = { operation, request, version, id: record.id, transport, guard, again };
    const answer = await send(request, blanks, transport, guarded, prepared.value);
    if (!answer.ok && answer.dispatched) return { outcome: 'unknown', refusal: answer.refusal };
    if (!answer.ok) return { ...refused(await whyRefused(answer.refusal, sent)), sent: true };
    const nothing = api.look === 'page' ? null : await whyNothing(api, answer.value, sent);
    if (nothing) return refused(nothing);
    const messageKey = request.messageKey ? textAt(answer.value.json, request.messageKey) : '';
    return { outcome: 'accepted', ...(messageKey ? { messageKey } : {}) };
  }

  const tagsOf = (look: ApiLook) => findField(look.seen, 'tags')?.values ?? [];

  return {
    channel,
    setField: (field: FieldAddress, value, guard) =>
      write(operationFor(field), guard, () => ({
        value: wireOf(shown, record, field, value),
        field: field.name,
      })),
    addTag: (tag, guard) =>
      write('add-tag', guard, (look) => ({ value: tag, values: [...tagsOf(look), tag] })),
    removeTag: (tag, guard) =>
      write('remove-tag', guard, (look) => ({ value: tag, values: tagsOf(look).filter((t) => t !== tag) })),
    post: (visibility, body, guard) =>
      write(visibility === 'internal' ? 'note' : 'reply', guard, () => ({
        html: markupToHtml(body),
        text: markupToText(body),
      })),
    removeMessage: (messageKey, guard) => write('remove-note', guard, () => ({ messageKey })),
    operate: (operation, given, guard) => write(operation, guard, () => ({ given })),
    insertDraft: async () => refused({ code: 'not-supported' }),
    restoreDraft: async () => refused({ code: 'not-supported' }),
  };
}

/** What only the helpdesk knows: the value on the wire, and the fields of its own form. */
async function prepare(
  request: RequestDescriptor,
  blanks: Blanks,
  look: ApiLook,
  transport: Transport,
): Promise<Result<[string, string][] | null>> {
  if (request.wire) {
    const found = await wireValue(request.wire, String(blanks.value ?? ''), blanks, look.page, transport);
    if (!found.ok) return found;
    blanks.value = found.value;
  }
  return request.form ? await formFields(request.form, blanks, look.page, transport) : ok(null);
}
