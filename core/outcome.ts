import * as z from 'zod/mini';
import { REASON_CODES } from './reasons';

export const ChangeShape = z.strictObject({
  field: z.string(),
  before: z.nullable(z.string()),
  after: z.nullable(z.string()),
});

export const RefusalShape = z.strictObject({ code: z.enum(REASON_CODES), detail: z.optional(z.string()) });

/** How an act ended, with its proof. `unknown` is a state of its own: it is never tried again by itself. */
export const ActOutcome = z.strictObject({
  status: z.enum(['done', 'failed', 'unknown']),
  refusal: z.nullable(RefusalShape),
  /** What the page held before and after, read back. */
  changes: z.array(ChangeShape),
  messageKey: z.nullable(z.string()),
  restore: z.nullable(z.string()),
  /** Changes that we did not make and that followed ours: the helpdesk's own rules. In words. */
  observed: z.array(z.string()),
  /** How it was proved: "read back from the record". */
  proof: z.string(),
});
export type ActOutcome = z.infer<typeof ActOutcome>;

const without = (status: ActOutcome['status'], refusal: z.infer<typeof RefusalShape>): ActOutcome => ({
  status,
  refusal,
  changes: [],
  messageKey: null,
  restore: null,
  observed: [],
  proof: '',
});

/** Nothing happened, and why. */
export const failed = (refusal: z.infer<typeof RefusalShape>): ActOutcome => without('failed', refusal);

/** It was dispatched, and there is no answer. */
export const unknown = (refusal: z.infer<typeof RefusalShape>): ActOutcome => without('unknown', refusal);
