import type { Observation } from '../../core/observation';
import type { Guard, WriteAnswer } from '../../core/ports';
import type { RecordPage } from '../../core/site';
import {
  editorAt,
  type FoundEditor,
  findEditors,
  insertAbove,
  resolveEditor,
  restoreDraft,
} from '../editors';
import { composerBox } from '../read/composer';
import { genericComposer, mayHold } from '../read/generic-composer';
import { Sight } from '../read/visible-text';
import { refused, refusedBy } from './answers';
import { ask, type Hands } from './hands';

/** The reply box of this page: as the site describes it, else the first box that is big enough. */
export function editorOn(doc: Document, page: RecordPage | null): FoundEditor | null {
  const selectors = page?.composer?.editor;
  if (page && selectors) {
    // the very box that the look is about: of a public and an internal one on a page, one is shown
    const box = composerBox(new Sight(doc), selectors);
    if (box) return editorAt(box as HTMLElement);
    const found = resolveEditor(doc, selectors);
    if (found?.visible) return found;
    if (!page.composer?.otherwiseAny) return null;
  }
  const box = genericComposer(new Sight(doc));
  const all = findEditors(doc);
  const same = box && all.find((found) => found.el === box || frameOf(found.el) === box);
  // what was not looked at is not written to
  const seen = all.filter(({ el, visible }) => visible && mayHold(doc, frameOf(el) ?? el));
  return same ?? (seen.length === 1 ? (seen[0] ?? null) : null);
}

const frameOf = (el: Element): Element | null => el.ownerDocument.defaultView?.frameElement ?? null;

/**
 * Puts a draft above what is in the box. Sends nothing. An editor may take a few tasks for it, so the guard is asked
 * on both sides of it, and what went into another record's box comes out again.
 */
export async function insertDraft(
  hands: Hands,
  page: RecordPage | null,
  body: string,
  guard: Guard,
): Promise<WriteAnswer> {
  const found = editorOn(hands.doc, page);
  if (!found) return refused('no-composer');
  const first = hands.look();
  const early = guard(first);
  if (early) return refusedBy(early);
  // a look while the editor has its moment: where nothing changes until the late one, that is as good as made
  const done = await insertAbove(found, body, hands.look);
  // a box that did not give the text back is not as it was, and that has to be known
  if (!done.ok && done.refusal.code === 'not-proved') return { outcome: 'unknown', refusal: done.refusal };
  if (!done.ok) return refusedBy(done.refusal);
  const { restore, before, after } = done.value;
  const late = ask(hands, guard, withText(first.composer.text));
  if (!late) return { outcome: 'accepted', restore, before, after };
  const back = await restoreDraft(found, restore);
  // it could not be taken out again: then it stands there, and that has to be known
  return back.ok ? refusedBy(late) : { outcome: 'unknown', refusal: back.refusal };
}

/** Our own text in the box is no change by somebody else. */
export const withText =
  (text: string) =>
  (live: Observation): Observation => ({ ...live, composer: { ...live.composer, text } });

/** Puts the box back as it was before the draft. */
export async function takeDraftBack(
  hands: Hands,
  page: RecordPage | null,
  restore: string,
  guard: Guard,
): Promise<WriteAnswer> {
  const found = editorOn(hands.doc, page);
  if (!found) return refused('no-composer');
  const refusal = ask(hands, guard);
  if (refusal) return refusedBy(refusal);
  const done = await restoreDraft(found, restore);
  if (!done.ok) return refusedBy(done.refusal);
  return { outcome: 'accepted', before: done.value.before, after: done.value.after };
}
