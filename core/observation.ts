import * as z from 'zod/mini';
import { RecordRef } from './record';
import { Channel, EffectClass, Visibility } from './words';

/** `task` and `call` are entries that stand in the thread and are no message to anybody. */
export const MessageRole = z.enum(['customer', 'agent', 'note', 'system', 'task', 'call', 'unknown']);

/** One message of the conversation, as a person sees it. */
export const Message = z.strictObject({
  /** The helpdesk's own id of the message, or a digest of its text where the page shows none. */
  key: z.string(),
  role: MessageRole,
  author: z.string(),
  /** As printed by the page, or ISO where the page says so; empty when there is none. */
  at: z.string(),
  /** Visible text without the quoted history. */
  text: z.string(),
  /** Visible quoted history, folded away from `text`. */
  quoted: z.string(),
  attachments: z.array(z.string()),
});
export type Message = z.infer<typeof Message>;

export const FieldKind = z.enum(['choice', 'text', 'tags', 'flag']);

/** A field of the record or of its requester's contact. */
export const FieldState = z.strictObject({
  /** `status`, `priority`, `assignee`, `tags`, or the label of a custom field. */
  name: z.string(),
  label: z.string(),
  scope: z.enum(['record', 'contact']),
  kind: FieldKind,
  /** Labels as the page shows them; one entry for everything but tags; empty when unset. */
  values: z.array(z.string()),
  /** The labels one may choose, or null when any text may be entered or the list is not on the page. */
  options: z.nullable(z.array(z.string())),
  writable: z.boolean(),
  /** From labels to what the helpdesk's API calls them, where the page tells: labels come in the person's language. */
  wire: z.optional(z.record(z.string(), z.string())),
});
export type FieldState = z.infer<typeof FieldState>;

export const Composer = z.strictObject({
  /** A box into which text can be put is on the page now. */
  present: z.boolean(),
  /** It can be opened (by a click or by loading the composer's own page). */
  openable: z.boolean(),
  visibility: Visibility,
  /** Addresses the message would go to, as the page shows them. */
  recipients: z.array(z.string()),
  /** Text in the box now, as a person sees it: signature, quote, half-typed words. */
  text: z.string(),
});
export type Composer = z.infer<typeof Composer>;

/** What can be done here, and how. */
export const Ability = z.strictObject({
  tool: z.string(),
  class: EffectClass,
  channel: Channel,
});
export type Ability = z.infer<typeof Ability>;

/** What this account may not do here, and the helpdesk's own name of the right that it lacks. */
export const Lack = z.strictObject({ operation: z.string(), right: z.string() });
export type Lack = z.infer<typeof Lack>;

/** A look at the bound record: only what a person can see. */
export const Observation = z.strictObject({
  record: RecordRef,
  /** The product's name for the record region: `Request Tracker`, `Unknown page`. */
  system: z.string(),
  subject: z.string(),
  requester: z.nullable(z.strictObject({ name: z.string(), email: z.string() })),
  /** Who is signed in to the helpdesk, as the page says; empty when it does not. */
  account: z.string(),
  messages: z.array(Message),
  /** False on a page that shows the record without its conversation (a composer on a page of its own). */
  showsConversation: z.boolean(),
  fields: z.array(FieldState),
  composer: Composer,
  abilities: z.array(Ability),
  /** Left out where the helpdesk does not show who may do what. */
  lacking: z.optional(z.array(Lack)),
  /** How many pieces of text were left out because a person cannot see them. */
  hiddenCount: z.int(),
  /** What is known to be missing, in words ("12 older messages are not loaded"). */
  missing: z.array(z.string()),
  /** What did not hold, in words, for the record region. */
  notes: z.array(z.string()),
  /** The document the look was taken in; empty when it came over an API. */
  documentId: z.string(),
  url: z.string(),
  title: z.string(),
});
export type Observation = z.infer<typeof Observation>;

/** A message to somebody, and no line of the helpdesk, no task and no call. */
export function isMessage({ role }: Message): boolean {
  return role !== 'system' && role !== 'task' && role !== 'call';
}

/** Name of a field that some helpdesks fill over their API: everybody whom they would send a reply to. */
export const RECIPIENTS = 'recipients';

export function findField(
  o: Observation,
  name: string,
  scope: FieldState['scope'] = 'record',
): FieldState | undefined {
  const wanted = name.trim().toLowerCase();
  const inScope = o.fields.filter((f) => f.scope === scope);
  return (
    inScope.find((f) => f.name === name || f.label === name) ??
    inScope.find((f) => f.name.toLowerCase() === wanted || f.label.toLowerCase() === wanted)
  );
}
