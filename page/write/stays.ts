import { aMoment } from '../editors/family';
import type { FoundEditor } from '../editors/find';

/** How long a draft is watched after it was put in: an answer of the helpdesk's server comes within it. Ms. */
const WATCH_MS = 3_000;
const EVERY_MS = 100;

/** What only a person's hand or keyboard brings. */
const TOUCHES = ['keydown', 'pointerdown', 'paste', 'cut', 'drop', 'compositionstart'];

/**
 * Watches a draft that was just put in and proved. False when it was gone at two looks in a row and the page took it
 * out by itself. True when it stood to the end, and as soon as a person touches the page: what is done then is theirs.
 */
export async function staysThere(
  doc: Document,
  box: () => FoundEditor | null,
  stands: (found: FoundEditor) => boolean,
): Promise<boolean> {
  let found = box();
  let touched = false;
  const touch = (event: Event): void => {
    touched ||= event.isTrusted;
  };
  const docs = new Set([doc, found?.el.ownerDocument ?? doc]);
  for (const at of docs) for (const name of TOUCHES) at.addEventListener(name, touch, true);
  let missed = 0;
  for (let waited = 0; waited < WATCH_MS && !touched && missed < 2; waited += EVERY_MS) {
    await aMoment(EVERY_MS);
    if (!found?.el.isConnected) found = box();
    // A box that is not there says nothing of the text: another page of the helpdesk may be open.
    missed = found && !stands(found) ? missed + 1 : 0;
  }
  for (const at of docs) for (const name of TOUCHES) at.removeEventListener(name, touch, true);
  return touched || missed < 2;
}
