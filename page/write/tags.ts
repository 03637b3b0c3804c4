import type { Guard, WriteAnswer } from '../../core/ports';
import type { FieldDescriptor, FieldEdit } from '../../core/site';
import { announce, focusOn, setNative } from '../fields/events';
import { tidy } from '../fields/labels';
import { findSeen } from '../read/find';
import { Sight } from '../read/visible-text';
import { waitFor } from '../wait';
import { accepted, refused, refusedBy } from './answers';
import { asBefore, ask, bringControl, clickToSave, type Hands, onlyUsable, valuesOf, withTag } from './hands';

type TagsEdit = Extract<FieldEdit, { by: 'tags' }>;
type LinesEdit = Extract<FieldEdit, { by: 'lines' }>;

/** Adds one tag through the input and button that are there for it. */
export async function addWithInput(
  hands: Hands,
  edit: TagsEdit,
  tag: string,
  guard: Guard,
): Promise<WriteAnswer> {
  const input = await bringControl(hands.doc, edit.input, edit.open);
  if (input?.localName !== 'input' && input?.localName !== 'textarea')
    return refused('no-such-field', 'Tags');
  const box = input as HTMLInputElement;
  const refusal = ask(hands, guard);
  if (refusal) return refusedBy(refusal);
  const typed = box.value;
  focusOn(box);
  setNative(box, 'value', tag);
  announce(box, ['input']);
  // a framework may enable the button only after it has heard of the text
  const add = await waitFor(hands.doc, () => onlyUsable(hands.doc, edit.add));
  const late = add ? ask(hands, guard) : null;
  if (!add || late || box.value !== tag) {
    setNative(box, 'value', typed);
    announce(box, ['input']);
    return late ? refusedBy(late) : refused('no-such-field', 'There is no button to add a tag.');
  }
  add.click();
  return accepted;
}

/** Removes one tag with the button that stands beside it. */
export async function removeWithButton(
  hands: Hands,
  edit: TagsEdit,
  tag: string,
  guard: Guard,
): Promise<WriteAnswer> {
  const selector = withTag(edit.remove, tag);
  if (edit.open && findSeen(new Sight(hands.doc), selector).length === 0) {
    const opener = onlyUsable(hands.doc, edit.open);
    opener?.click();
  }
  const button = await waitFor(hands.doc, () => onlyUsable(hands.doc, selector));
  if (!button) return refused('unknown-value', tag);
  const refusal = ask(hands, guard);
  if (refusal) return refusedBy(refusal);
  button.click();
  return accepted;
}

/** Adds or removes one line of a text area that holds a tag a line; every other line stays as it is. */
export async function changeLines(
  hands: Hands,
  where: FieldDescriptor,
  edit: LinesEdit,
  change: (lines: readonly string[]) => string[] | null,
  guard: Guard,
): Promise<WriteAnswer> {
  const shown = valuesOf(hands, where);
  const own = edit.open || edit.control === where.read.selector ? asBefore(where, shown) : undefined;
  const control = await bringControl(hands.doc, edit.control, edit.open);
  if (control?.localName !== 'textarea') return refused('no-such-field', where.label);
  const area = control as HTMLTextAreaElement;
  const old = area.value;
  const lines = old.split('\n').map(tidy).filter(Boolean);
  // the text area must hold what the page shows: an older list would take somebody's tag away
  if (lines.toSorted().join('\n') !== shown.toSorted().join('\n'))
    return refused('changed-since', where.label);
  const next = change(lines);
  if (!next) return refused('already-so');
  const refusal = ask(hands, guard, own);
  if (refusal) return refusedBy(refusal);
  setNative(area, 'value', next.join('\n'));
  announce(area);
  const save = onlyUsable(hands.doc, edit.save);
  const late = save ? ask(hands, guard, own) : null;
  if (!save || late || area.value !== next.join('\n')) {
    setNative(area, 'value', old);
    announce(area);
    return late ? refusedBy(late) : refused('no-such-field', 'There is no button to save the tags.');
  }
  clickToSave(hands.doc, save, edit.leaveOut);
  return accepted;
}
