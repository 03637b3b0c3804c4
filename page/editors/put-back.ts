import { aMoment, type EditorFamily, type EditorRead, type Way } from './family';
import { putValue } from './native';
import { undoInput } from './paste-way';
import { linesAbove } from './proof';
import { loadSelection, type SavedSelection } from './selection';

/** After an insert that could not be proved: the editor exactly as it was, or false. */
export async function takeBack(
  el: HTMLElement,
  family: EditorFamily,
  way: Way,
  before: EditorRead,
  selection: SavedSelection,
  taken: string | null,
): Promise<boolean> {
  const steps: (() => unknown)[] = [
    () => undefined,
    () => taken !== null && way.takeOut(el, linesAbove(before, family.read(el)), taken, true),
    () => undoInput(el),
    () => el.ownerDocument.execCommand('undo'),
    () => family.unmanaged && putHtml(el, before.html),
    () => family.plain && putValue(el, before.model),
    () => taken !== null && way.takeOut(el, linesAbove(before, family.read(el)), taken, false),
  ];
  for (const step of steps) {
    await step();
    if (await isAgain(el, family, before)) {
      putSelection(el, family, before, selection);
      return true;
    }
  }
  return false;
}

/** Equal now, and still a moment later. */
export async function isAgain(el: HTMLElement, family: EditorFamily, before: EditorRead): Promise<boolean> {
  for (const pause of [0, 4, 12]) {
    await aMoment(pause);
    if (family.read(el).model !== before.model) continue;
    await aMoment(8);
    return family.read(el).model === before.model;
  }
  return false;
}

/** Only for an editable that nobody manages: its document is all there is. */
export function putHtml(el: HTMLElement, html: string): void {
  // Read from this very element before; nothing foreign is parsed.
  el.innerHTML = html;
  el.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'historyUndo' }));
}

export function putSelection(
  el: HTMLElement,
  family: EditorFamily,
  before: Pick<EditorRead, 'selection'>,
  saved: SavedSelection,
): void {
  loadSelection(el, saved);
  family.select(el, before.selection);
  if (!saved.focused) el.blur();
}
