import { ok, type Result, refuse } from '../../core/result';
import { bootstrapSelect } from './bootstrap-select';
import { type Check, type Field, type FieldFamily, NO_CHECK } from './field';
import { tidy } from './labels';
import { nativeCheckbox, nativeRadio } from './native-choice';
import { nativeSelect } from './native-select';
import { nativeText } from './native-text';

export type { Check, Choice, Field, FieldReading } from './field';

/** Libraries before native controls: they draw over one, and some keep it out of step until asked. */
const FAMILIES: readonly FieldFamily[] = [
  bootstrapSelect,
  nativeSelect,
  nativeCheckbox,
  nativeRadio,
  nativeText,
];

/** The field that an element is or belongs to; null where nothing known draws it. */
export function fieldAt(el: Element): Field | null {
  for (const family of FAMILIES) {
    const field = family(el);
    if (field) return field;
  }
  return null;
}

const labelsOf = (field: Field): string[] => field.read().values.map((v) => tidy(v.label));

const same = (a: readonly string[], b: readonly string[], ordered: boolean): boolean => {
  const [x, y] = ordered ? [a, b] : [a.toSorted(), b.toSorted()];
  return x.length === y.length && x.every((value, i) => value === y[i]);
};

/** What a set leaves behind so that it can be taken back. */
export interface FieldChange {
  before: string[];
  after: string[];
}

/**
 * Sets a field and reads it back from the page's own state, waiting for it up to `limit` ms.
 * `not-proved` when the page did not take it over.
 */
export async function setField(
  field: Field,
  labels: readonly string[],
  check: Check = NO_CHECK,
  settled: (holds: () => boolean) => Promise<boolean> = async (holds) => holds(),
): Promise<Result<FieldChange>> {
  const before = labelsOf(field);
  const wanted = labels.map(tidy).filter(Boolean);
  if (same(before, wanted, !field.multiple)) return refuse('already-so');
  const done = await field.set(wanted, check);
  if (!done.ok) return done;
  const holds = await settled(() => same(labelsOf(field), wanted, !field.multiple));
  if (!holds) return refuse('not-proved', `It shows “${labelsOf(field).join(', ')}”.`);
  return ok({ before, after: labelsOf(field) });
}

/** Puts a field back, if it still holds what the change left there. */
export async function restoreField(
  field: Field,
  change: FieldChange,
  check: Check = NO_CHECK,
): Promise<Result<FieldChange>> {
  const now = labelsOf(field);
  if (!same(now, change.after, !field.multiple)) {
    return refuse(
      'changed-since',
      `Was “${change.before.join(', ')}”, was set to “${change.after.join(', ')}”, is now “${now.join(', ')}”.`,
    );
  }
  return setField(field, change.before, check);
}
