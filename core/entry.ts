import * as z from 'zod/mini';

/** Kinds of facts in the log. Status is never stored; it is folded from these. */
export const ENTRY_KINDS = [
  'install.created',
  'run.started',
  'context.seen',
  'model.called',
  'draft.made',
  'tool.read',
  'action.proposed',
  'action.rejected',
  'approval.granted',
  'approval.voided',
  'policy.granted',
  'policy.refused',
  'action.started',
  'action.done',
  'action.failed',
  'action.unknown',
  'action.reverted',
  'action.cancelled',
  'run.finished',
  'site.granted',
  'site.revoked',
  'settings.changed',
  'knowledge.imported',
  'tool.added',
  'tool.removed',
  'log.exported',
  'log.checkpoint',
  'log.loss-acknowledged',
  'content.erased',
] as const;
export const EntryKind = z.enum(ENTRY_KINDS);
export type EntryKind = z.infer<typeof EntryKind>;

export const Actor = z.looseObject({ kind: z.enum(['user', 'model', 'policy', 'system']) });
export type Actor = z.infer<typeof Actor>;

export const Json: z.ZodMiniType<JsonValue> = z.json() as z.ZodMiniType<JsonValue>;
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

const Hex256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** One line of the log, as it is hashed and exported. Field order does not matter: the form is canonical. */
export const Entry = z.strictObject({
  type: z.literal('entry'),
  seq: z.int().check(z.nonnegative()),
  at: z.string(),
  kind: z.string(),
  runId: z.nullable(z.string()),
  actor: Actor,
  data: z.record(z.string(), Json),
  contents: z.record(z.string(), Hex256),
  previousHash: Hex256,
  hash: Hex256,
});
export type Entry = z.infer<typeof Entry>;

/** Customer text, kept apart from the chain so that a person can be forgotten and the chain still holds. */
export const Content = z.strictObject({
  type: z.literal('content'),
  hash: Hex256,
  salt: z.string().check(z.regex(/^[0-9a-f]{32,}$/)),
  mediaType: z.string(),
  text: z.string(),
});
export type Content = z.infer<typeof Content>;

/** What a caller hands to the log; the log adds seq, time, hashes and salts. */
export interface Fact {
  kind: EntryKind;
  runId: string | null;
  actor: Actor;
  data: { [key: string]: JsonValue };
  /** Name → text. Everything a customer wrote or would read goes here, never into `data`. */
  contents?: Record<string, { mediaType: string; text: string }>;
}
