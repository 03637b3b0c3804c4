import type { ActOutcome } from '../core/outcome';
import { recordKey } from '../core/record';
import { adoptOwn } from './adopt';
import { type Card, noticeOf } from './card';
import type { Context } from './context';
import { dispatchOne } from './dispatch';
import { performParts } from './perform-parts';
import { inTurn } from './turns';

/**
 * Runs a signed card: "started" is durable before anything leaves, the outcome is written after it.
 * One action at a time per record, in all panels; the unique "started" fact makes two clicks one effect.
 * @param since `clock.mono()` at the click, or at the end of the hold
 */
export async function perform(context: Context, card: Card, since: number): Promise<ActOutcome | null> {
  const { deps } = context;
  context.change(card, { status: 'running', notice: null, holdEndsAt: null });
  const name = `effect:${recordKey(card.binding.record)}`;
  const work = card.parts.length > 0 ? performParts : dispatchOne;
  const alone = () => deps.exclusively(name, () => work(context, card, since));
  const done = await inTurn(name, alone);
  // `null` from the lock itself: another panel works on this record.
  if (done === null && card.status === 'running') {
    context.change(card, { status: 'proposed', notice: noticeOf({ code: 'running-already' }) });
  }
  if (done) await adoptOwn(context, card);
  return done;
}
