import { beginsWithBody } from '../../core/body-text';
import type { Observation } from '../../core/observation';
import type { Guard, WriteAnswer } from '../../core/ports';
import type { Refusal } from '../../core/result';
import type { Probe, RecordPage } from '../../core/site';
import { insertAbove, restoreDraft } from '../editors';
import { readProbe } from '../read/probe';
import { Sight } from '../read/visible-text';
import { accepted, refused, refusedBy } from './answers';
import { editorOn, withText } from './draft';
import { type Hands, judgeWith, onlyUsable } from './hands';

/**
 * Writes a message with the page's own box and button: the text goes above what is there (the signature stays),
 * then the button is clicked. The box must say twice that it is what was approved, before the text and before the click.
 */
export async function post(
  hands: Hands,
  page: RecordPage,
  visibility: 'public' | 'internal',
  body: string,
  guard: Guard,
): Promise<WriteAnswer> {
  const selector = page.composer?.send?.[visibility];
  if (!selector) return refused('not-supported');
  const found = editorOn(hands.doc, page);
  if (!found) return refused('no-composer');
  const first = hands.look();
  const early = wrongBox(first, visibility) ?? guard(first);
  if (early) return refusedBy(early);
  // A draft that was put into the box before is sent as it stands; a second copy above it would double it.
  const standsThere = beginsWithBody(first.composer.text, body);
  const inserted = standsThere ? null : await insertAbove(found, body);
  if (inserted && !inserted.ok) return refusedBy(inserted.refusal);
  const own = hands.look().composer.text;
  const renewal = await hands.renewal();
  // from here to the click nothing waits
  const button = onlyUsable(hands.doc, selector);
  const last = hands.look();
  const stopped: Refusal | null = !button
    ? { code: 'no-composer', detail: 'The button that sends was not found.' }
    : (wrongBox(last, visibility) ??
      (last.composer.text === own ? null : ({ code: 'editor-changed' } as const)) ??
      // our own text in the box is no change by somebody else
      judgeWith(renewal, guard, withText(first.composer.text)(last)));
  if (!button || stopped) {
    if (inserted) await restoreDraft(found, inserted.value.restore);
    return refusedBy(stopped ?? { code: 'no-composer' });
  }
  for (const { control, to } of page.composer?.send?.steady ?? []) hold(hands.doc, control, to);
  button.click();
  return accepted;
}

/** Sets a control of the form to what keeps things as they are. */
function hold(doc: Document, control: string, to: string | Probe): void {
  const value = typeof to === 'string' ? to : (readProbe(new Sight(doc), to)[0] ?? '');
  for (const el of doc.querySelectorAll<HTMLInputElement>(control)) el.value = value;
}

function wrongBox(live: Observation, visibility: 'public' | 'internal'): Refusal | null {
  if (!live.composer.present) return { code: 'no-composer' };
  if (live.composer.visibility === 'unknown') return { code: 'unknown-visibility' };
  return live.composer.visibility === visibility ? null : { code: 'wrong-visibility' };
}
