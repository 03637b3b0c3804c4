import type { Refusal, Result } from '../../core/result';

/** One choice: the label that people see, and the id that the page sends. */
export interface Choice {
  label: string;
  id: string;
}

export interface FieldReading {
  /** What is set now; empty when nothing is. */
  values: Choice[];
  /** Labels that may be chosen; null for free text, or where the list is not on the page. */
  options: string[] | null;
}

/** Looks once more, in the same task as the act; a refusal stops it. */
export type Check = () => Refusal | null;

export const NO_CHECK: Check = () => null;

/** One control of a page, whatever library draws it. */
export interface Field {
  /** `select`, `checkbox`, `select2` …: named after the file that knows it. */
  readonly family: string;
  /** Takes several values at once. */
  readonly multiple: boolean;
  /** What the page holds now. Synchronous, and changes nothing. */
  read(): FieldReading;
  /**
   * Sets exactly these labels, the way a person's hand would reach the page's own state.
   * Refused with `unknown-value` when a label is not offered; never picks something near it.
   */
  set(labels: readonly string[], check: Check): Promise<Result<null>>;
}

/** A file of this room: knows one family by its element. */
export type FieldFamily = (el: Element) => Field | null;
