import type { Guard, WriteAnswer } from '../../core/ports';
import type { FieldEdit } from '../../core/site';
import { press } from '../fields/events';
import { escapeFrom } from '../fields/popup';
import { findOwn, findSeen } from '../read/find';
import { oneLine } from '../read/one-line';
import { Sight } from '../read/visible-text';
import { waitFor } from '../wait';
import { accepted, refused, refusedBy } from './answers';
import { ask, type Hands, onlyUsable } from './hands';

type MenuEdit = Extract<FieldEdit, { by: 'menu' }>;

/** The choices of a menu, open or not, under the labels that it shows. */
export function menuLabels(sight: Sight, edit: MenuEdit): string[] {
  return [...new Set(findOwn(sight, edit.item).map(labelOf))].filter(Boolean);
}

const labelOf = (el: Element): string => oneLine(el.textContent ?? '');

/** Opens the menu and clicks the one choice with exactly this label. It takes effect with that, or with its dialog's button. */
export async function chooseInMenu(
  hands: Hands,
  edit: MenuEdit,
  value: string,
  guard: Guard,
): Promise<WriteAnswer> {
  const early = ask(hands, guard);
  if (early) return refusedBy(early);
  const seen = (): HTMLElement[] =>
    findSeen(new Sight(hands.doc), edit.item).filter((el) => labelOf(el) === value) as HTMLElement[];
  const opener = edit.open && seen().length === 0 ? onlyUsable(hands.doc, edit.open) : null;
  if (opener) press(opener);
  const shown = await waitFor(hands.doc, () => (seen().length > 0 ? seen() : null), 2_000);
  const [item] = shown ?? [];
  const stopped = item && shown?.length === 1 ? ask(hands, guard) : null;
  if (!item || shown?.length !== 1 || stopped) {
    if (opener) escapeFrom(opener);
    return stopped ? refusedBy(stopped) : refused('unknown-value', value);
  }
  item.click();
  if (!edit.save) return accepted;
  const { save } = edit;
  const button = await waitFor(hands.doc, () => onlyUsable(hands.doc, save));
  if (!button) return refused('no-such-field', 'There is no button to save it.');
  const late = ask(hands, guard);
  if (late) return refusedBy(late);
  button.click();
  return accepted;
}
