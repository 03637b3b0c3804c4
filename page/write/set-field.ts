import type { Guard, WriteAnswer } from '../../core/ports';
import type { FieldDescriptor, FieldEdit, LeaveOut } from '../../core/site';
import type { Field } from '../fields/field';
import { fieldAt } from '../fields/known';
import { oneLine } from '../read/one-line';
import { waitUntil } from '../wait';
import { accepted, refused, refusedBy } from './answers';
import {
  asBefore,
  ask,
  askAnew,
  bringControl,
  clickToSave,
  type Hands,
  onlyUsable,
  tidyingUp,
  valuesOf,
} from './hands';

type ControlEdit = Extract<FieldEdit, { by: 'control' }>;

/** Sets a field with the control that a person would use, and saves it where the page has a button for that. */
export const setControl: typeof setOpened = (hands, where, edit, value, guard) =>
  tidyingUp(hands.doc, edit, () => setOpened(hands, where, edit, value, guard));

async function setOpened(
  hands: Hands,
  where: FieldDescriptor,
  edit: ControlEdit,
  value: string,
  guard: Guard,
): Promise<WriteAnswer> {
  const early = ask(hands, guard);
  if (early) return refusedBy(early);
  const shown = valuesOf(hands, where);
  // our own setting of a control is no change by somebody else, nor is a value that our click to edit hides
  const own = edit.open || edit.control === where.read.selector ? asBefore(where, shown) : undefined;
  const control = await bringControl(hands.doc, edit.control, edit.open);
  const field = control ? fieldAt(control) : null;
  if (!field) return refused('no-such-field', where.label);
  const before = labelsOf(field);
  const labels = value === '' ? [] : [oneLine(value)];
  const done = await field.set(labels, () => ask(hands, guard, own));
  if (!done.ok) return refusedBy(done.refusal);
  if (!edit.save) return accepted;
  // nothing has been sent yet: whatever is wrong from here on puts the control back
  const stopped = await saveWith(hands, { ...edit, save: edit.save }, field, labels, () =>
    askAnew(hands, guard, own),
  );
  if (stopped) await field.set(before, () => null);
  return stopped ?? accepted;
}

/** Clicks the save button when the control holds the value and the guard agrees; else says why not. */
async function saveWith(
  hands: Hands,
  edit: { save: string; leaveOut?: LeaveOut },
  field: Field,
  labels: readonly string[],
  check: () => ReturnType<typeof askAnew>,
): Promise<WriteAnswer | null> {
  const wanted = labels.join('\n');
  // an entry like “(no value)” stands for nothing
  const holds = () => labelsOf(field).join('\n') === wanted || (wanted === '' && isUnset(field));
  if (!(await waitUntil(hands.doc, holds))) return refused('not-proved');
  const refusal = await check();
  if (refusal) return refusedBy(refusal);
  // from here to the click nothing waits
  const save = onlyUsable(hands.doc, edit.save);
  if (!save) return refused('no-such-field', 'There is no button to save it.');
  if (!holds()) return refused('not-proved');
  clickToSave(hands.doc, save, edit.leaveOut);
  return null;
}

const labelsOf = (field: Field): string[] => field.read().values.map((v) => oneLine(v.label));

const isUnset = (field: Field): boolean => field.read().values.every((v) => v.id === '');
