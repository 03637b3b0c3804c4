import type { ReasonCode } from './reasons';

/** An expected failure, as a value: a code from the closed list and, where the helpdesk said something, its words. */
export interface Refusal {
  readonly code: ReasonCode;
  /** What exactly, in words for a person: a field, a value, the site's own message. Never a stack trace. */
  readonly detail?: string;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const refuse = (code: ReasonCode, detail?: string): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: detail === undefined ? { code } : { code, detail },
});
