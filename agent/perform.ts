import type { ActOutcome } from '../core/outcome';
import { type RecordRef, recordKey } from '../core/record';
import { adoptOwn } from './adopt';
import { type Card, noticeOf } from './card';
import type { Context } from './context';
import { dispatchOne } from './dispatch';
import { performParts } from './perform-parts';
import { inTurn } from './turns';

/**
 * Runs `work` while nobody else acts on this record: after what was begun on it in this panel before, and not at all
 * (null) while another panel does.
 */
export async function alone<T>(
  { deps }: Context,
  record: RecordRef,
  work: () => Promise<T>,
): Promise<T | null> {
  const name = `effect:${recordKey(record)}`;
  return await inTurn(name, () => deps.exclusively(name, work));
}

/**
 * Runs a signed card: "started" is durable before anything leaves, the outcome is written after it.
 * One action at a time per record, in all panels; the unique "started" fact makes two clicks one effect.
 * @param since `clock.mono()` at the click, or at the end of the hold
 */
export async function perform(context: Context, card: Card, since: number): Promise<ActOutcome | null> {
  context.change(card, { status: 'running', notice: null, holdEndsAt: null });
  const work = card.parts.length > 0 ? performParts : dispatchOne;
  const done = await alone(context, card.binding.record, () => work(context, card, since));
  // `null` from the lock itself: another panel works on this record.
  if (done === null && card.status === 'running') {
    context.change(card, { status: 'proposed', notice: noticeOf({ code: 'running-already' }) });
  }
  if (done) await adoptOwn(context, card);
  return done;
}
