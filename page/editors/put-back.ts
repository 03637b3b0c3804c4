import { aMoment, type EditorFamily, type EditorRead, type Way } from './family';
import { putValue } from './native';
import { putsOf, undoInput } from './paste-way';
import { linesAbove } from './proof';
import { loadSelection, type SavedSelection } from './selection';

/**
 * After an insert that could not be proved: the editor exactly as it was, or null. `own`: only the editor itself could
 * bring that about, so it has a model, or ways, of its own.
 */
export async function takeBack(
  el: HTMLElement,
  family: EditorFamily,
  way: Way,
  before: EditorRead,
  selection: SavedSelection,
  taken: string | null,
): Promise<{ own: boolean } | null> {
  const takeOut = (untouched: boolean) =>
    taken !== null && way.takeOut(el, linesAbove(before, family.read(el)), taken, untouched);
  /** Each true where the editor took on what it was asked for. */
  const steps: (() => unknown)[] = [
    () => undefined,
    () => takeOut(true),
    () => undoInput(el),
    () => void el.ownerDocument.execCommand('undo'),
    ...(family.unmanaged ? putsOf(before).map((put) => () => put(el, before.html)) : []),
    () => family.plain && void putValue(el, before.model),
    async () => void (await takeOut(false)),
  ];
  for (const step of steps) {
    const own = (await step()) === true;
    if (await isAgain(el, family, before)) {
      putSelection(el, family, before, selection);
      return { own };
    }
  }
  return null;
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
