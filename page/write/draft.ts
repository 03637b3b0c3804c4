import type { Guard, WriteAnswer } from '../../core/ports';
import type { RecordPage } from '../../core/site';
import { type FoundEditor, findEditors, insertAbove, resolveEditor, restoreDraft } from '../editors';
import { genericComposer } from '../read/generic-composer';
import { Sight } from '../read/visible-text';
import { refused, refusedBy } from './answers';
import { ask, type Hands } from './hands';

/** The reply box of this page: as the site describes it, else the first box that is big enough. */
export function editorOn(doc: Document, page: RecordPage | null): FoundEditor | null {
  const selectors = page?.composer?.editor;
  if (selectors) return resolveEditor(doc, selectors);
  const box = genericComposer(new Sight(doc));
  const all = findEditors(doc);
  return all.find((found) => found.element === box) ?? all[0] ?? null;
}

/** Puts a draft above what is in the box. Sends nothing. */
export async function insertDraft(
  hands: Hands,
  page: RecordPage | null,
  body: string,
  guard: Guard,
): Promise<WriteAnswer> {
  const found = editorOn(hands.doc, page);
  if (!found) return refused('no-composer');
  const refusal = ask(hands, guard);
  if (refusal) return refusedBy(refusal);
  const done = await insertAbove(found, body);
  return done.ok ? { outcome: 'accepted', ...done.value } : refusedBy(done.refusal);
}

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
  return done.ok ? { outcome: 'accepted', ...done.value } : refusedBy(done.refusal);
}
