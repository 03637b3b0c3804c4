import { ok, type Result, refuse } from '../../core/result';
import { oneLine } from '../read/one-line';
import { waitUntil } from '../wait';
import { type Check, type Field, NO_CHECK } from './field';

export type { Check, Field } from './field';
export { fieldAt, knowWidgets } from './known';

const labelsOf = (field: Field): string[] => field.read().values.map((v) => oneLine(v.label));

const same = (a: readonly string[], b: readonly string[], ordered: boolean): boolean => {
  const [x, y] = ordered ? [a, b] : [a.toSorted(), b.toSorted()];
  return x.length === y.length && x.every((value, i) => value === y[i]);
};

/** What a set leaves behind so that it can be taken back. */
export interface FieldChange {
  before: string[];
  after: string[];
}

/** How long the page is given to take a value over. Milliseconds. */
const SETTLES_MS = 2_000;

/**
 * Sets a field and reads it back from the page's own state.
 * `already-so` when there is nothing to do, `not-proved` when the page did not take it over.
 */
export async function setField(
  field: Field,
  doc: Document,
  labels: readonly string[],
  check: Check = NO_CHECK,
): Promise<Result<FieldChange>> {
  const before = labelsOf(field);
  const wanted = labels.map(oneLine).filter(Boolean);
  if (same(before, wanted, !field.multiple)) return refuse('already-so');
  const done = await field.set(wanted, check);
  if (!done.ok) return done;
  const holds = await waitUntil(doc, () => same(labelsOf(field), wanted, !field.multiple), SETTLES_MS);
  if (!holds) return refuse('not-proved', `It shows “${labelsOf(field).join(', ')}”.`);
  return ok({ before, after: labelsOf(field) });
}

/** Puts a field back, if it still holds what the change left there; else says the three values. */
export async function restoreField(
  field: Field,
  doc: Document,
  change: FieldChange,
  check: Check = NO_CHECK,
): Promise<Result<FieldChange>> {
  const now = labelsOf(field);
  if (!same(now, change.after, !field.multiple)) {
    const [was, set, is] = [change.before, change.after, now].map((values) => values.join(', '));
    return refuse('changed-since', `Was “${was}”, was set to “${set}”, is now “${is}”.`);
  }
  return setField(field, doc, change.before, check);
}
