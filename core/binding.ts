import * as z from 'zod/mini';
import { findField, isMessage, type Observation } from './observation';
import { RecordRef, sameRecord } from './record';
import type { Refusal } from './result';
import { Channel, Visibility } from './words';

/** The part of a look that an approval holds on to. Read again at the click and in the task of the act. */
export const Binding = z.strictObject({
  record: RecordRef,
  account: z.string(),
  /** Address of the requester, or the name where the page shows no address; empty when there is none. */
  requester: z.string(),
  /** Keys of the messages that a person wrote, in order; null when the page did not show them. */
  conversation: z.nullable(z.array(z.string())),
  /** Every value that the action changes, as it was. */
  values: z.array(
    z.strictObject({ scope: z.enum(['record', 'contact']), name: z.string(), values: z.array(z.string()) }),
  ),
  /** For an action that writes into the reply box; null for all others. */
  composer: z.nullable(
    z.strictObject({
      visibility: Visibility,
      recipients: z.array(z.string()),
      text: z.string(),
      mustBePresent: z.boolean(),
    }),
  ),
  channel: Channel,
  documentId: z.string(),
  /** For a tool of a file: what the card said of its server's own values. Compared there, right before the act. */
  outside: z.optional(z.string()),
});
export type Binding = z.infer<typeof Binding>;

/** The messages that people wrote; system lines and entries come and go. */
export function conversationOf(seen: Observation): string[] | null {
  if (!seen.showsConversation) return null;
  return seen.messages.filter(isMessage).map((m) => m.key);
}

export function requesterOf(seen: Observation): string {
  return seen.requester?.email || seen.requester?.name || '';
}

/** A composer on a page of its own may not say whose record it is; then there is nothing to compare. */
export function otherRequester(bound: string, live: Observation): boolean {
  const isShown = live.requester !== null || live.showsConversation;
  return isShown && bound !== requesterOf(live);
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((x, i) => x === b[i]);

/**
 * Compares a binding with a fresh look. Pure and synchronous, so that it can run in the task of the act.
 * @returns null when nothing changed, else the first thing that did.
 */
export function checkBinding(bound: Binding, live: Observation): Refusal | null {
  if (!sameRecord(bound.record, live.record)) {
    return { code: 'other-record', detail: `Approved for ${bound.record.id}; open is ${live.record.id}.` };
  }
  if (bound.account !== live.account) {
    return {
      code: 'other-account',
      detail: `Approved as ${bound.account || 'nobody'}; now ${live.account || 'nobody'}.`,
    };
  }
  if (otherRequester(bound.requester, live)) {
    return { code: 'other-requester', detail: `Approved for ${bound.requester}; now ${requesterOf(live)}.` };
  }
  // A page that could not be recognised has no conversation: its text changes with every word typed.
  if (bound.record.type !== 'document' && bound.conversation && live.showsConversation) {
    const now = conversationOf(live) ?? [];
    if (!same(bound.conversation, now)) return { code: 'new-messages' };
  }
  for (const value of bound.values) {
    const field = findField(live, value.name, value.scope);
    if (!field) return { code: 'no-such-field', detail: value.name };
    if (!same(value.values, field.values)) {
      return {
        code: 'changed-since',
        detail: `${field.label}: was “${value.values.join(', ')}”, is now “${field.values.join(', ')}”.`,
      };
    }
  }
  return checkComposer(bound, live);
}

function checkComposer(bound: Binding, live: Observation): Refusal | null {
  const box = bound.composer;
  if (!box) return null;
  if (!live.composer.present) return box.mustBePresent ? { code: 'no-composer' } : null;
  if (box.mustBePresent && live.composer.visibility !== box.visibility) return { code: 'wrong-visibility' };
  const added = live.composer.recipients.filter((r) => !box.recipients.includes(r));
  if (box.mustBePresent && box.visibility === 'public' && added.length > 0) {
    return { code: 'other-requester', detail: `Not on the card: ${added.join(', ')}.` };
  }
  // What stands in the box is sent along: half a sentence typed since is not what was signed.
  if (box.mustBePresent && live.composer.text !== box.text) return { code: 'editor-changed' };
  return null;
}
