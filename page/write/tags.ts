import type { Guard, WriteAnswer } from '../../core/ports';
import type { FieldDescriptor, FieldEdit, SingleLine } from '../../core/site';
import { announce, focusOn, setNative } from '../fields/events';
import { findSeen } from '../read/find';
import { oneLine } from '../read/one-line';
import { Sight } from '../read/visible-text';
import { waitFor } from '../wait';
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
  withTag,
} from './hands';

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

export interface OneTag {
  tag: string;
  change: 'add' | 'remove';
}

/** Adds or removes one line of a text area that holds a tag a line; every other line stays as it is. */
export const changeLines: typeof changeOpened = (hands, where, edit, one, guard) =>
  tidyingUp(hands.doc, edit, () => changeOpened(hands, where, edit, one, guard));

async function changeOpened(
  hands: Hands,
  where: FieldDescriptor,
  edit: LinesEdit,
  { tag, change }: OneTag,
  guard: Guard,
): Promise<WriteAnswer> {
  const shown = valuesOf(hands, where);
  const own = edit.open || edit.control === where.read.selector ? asBefore(where, shown) : undefined;
  const control = await bringControl(hands.doc, edit.control, edit.open);
  if (control?.localName !== 'textarea') return refused('no-such-field', where.label);
  const area = control as HTMLTextAreaElement;
  const old = area.value;
  const lines = old.split('\n').map(oneLine).filter(Boolean);
  // the text area must hold what the page shows: an older list would take somebody's tag away
  if (lines.toSorted().join('\n') !== shown.toSorted().join('\n'))
    return refused('changed-since', where.label);
  if (lines.includes(tag) === (change === 'add')) return refused('already-so');
  const next = edit.single
    ? tag
    : (change === 'add' ? [...lines, tag] : lines.filter((line) => line !== tag)).join('\n');
  const refusal = ask(hands, guard, own);
  if (refusal) return refusedBy(refusal);
  setNative(area, 'value', next);
  announce(area);
  const late = await askAnew(hands, guard, own);
  // from here to the click nothing waits
  const save = late ? null : onlyUsable(hands.doc, edit.save);
  const holds = area.value === next;
  const alone = save && holds && edit.single ? sendAlone(area, edit.single, change) : undo;
  if (save && holds && alone) clickToSave(hands.doc, save, edit.leaveOut);
  alone?.();
  if (save && holds && alone) return accepted;
  setNative(area, 'value', old);
  announce(area);
  return late ? refusedBy(late) : refused('no-such-field', 'There is no button to save the tags.');
}

const undo = (): void => undefined;

/**
 * Lets a form send the one line instead of the whole list, which may be older than what colleagues wrote since.
 * Null, and nothing changed, when anything but that one line would be sent of this field.
 * @returns how to put the form back
 */
function sendAlone(
  area: HTMLTextAreaElement,
  single: SingleLine,
  change: OneTag['change'],
): (() => void) | null {
  const { form, name } = area;
  if (!form || !name.endsWith(single.list)) return null;
  const stem = name.slice(0, -single.list.length);
  const wanted = stem + (change === 'add' ? single.add : single.remove);
  const others = [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[name]')].filter(
    (el) => el !== area && el.name.startsWith(stem) && !el.disabled,
  );
  const back = (): void => {
    area.name = name;
    for (const el of others) el.disabled = false;
  };
  area.name = wanted;
  for (const el of others) el.disabled = true;
  const sent = [...new FormData(form).keys()].filter((key) => key.startsWith(stem));
  if (sent.length === 1 && sent[0] === wanted) return back;
  back();
  return null;
}
