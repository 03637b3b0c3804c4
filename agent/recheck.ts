import type { Refusal } from '../core/result';
import { isEffect } from '../core/tool';
import { ARMING_MS, type Card, noticeOf } from './card';
import { changesBetween } from './changes';
import type { Context } from './context';
import { draw } from './propose';
import { sumOfParts } from './propose-parts';

/** Draws the card again from a fresh look. False when something differs: it then waits for a new click. */
export async function unchanged(context: Context, card: Card): Promise<boolean> {
  const { mode } = context.store.getState();
  const { tool } = card;
  if (!isEffect(tool)) return await partsUnchanged(context, card);
  const desk = { page: card.page, seen: card.seen, sessionAllowed: card.sessionAllowed };
  const again = await draw(context.deps, tool, card.input, { origin: card.origin, mode, desk });
  if (!again.ok) return redrawn(context, card, again.refusal);
  const differs = changesBetween(card.seen, again.value.seen, card.binding.composer !== null);
  Object.assign(card, again.value);
  if (differs.length === 0) return true;
  context.change(card, {
    status: 'changed',
    marked: differs,
    confirmed: false,
    notice: `Changed since this card was drawn: ${differs.join(', ')}. Look, then approve again.`,
    armedAt: context.deps.clock.mono() + ARMING_MS,
  });
  return false;
}

/** A card of several steps stands as it was shown when each of them does. */
async function partsUnchanged(context: Context, card: Card): Promise<boolean> {
  for (const part of card.parts) {
    part.page = card.page;
    part.sessionAllowed = card.sessionAllowed;
    if (await unchanged(context, part)) continue;
    const { status, marked, notice, armedAt } = part;
    context.change(part, { status: 'proposed' });
    context.change(card, { status, marked, notice, armedAt, confirmed: false, ...sumOfParts(card.parts) });
    return false;
  }
  Object.assign(card, sumOfParts(card.parts));
  return true;
}

/** Puts the reason on the card. It stays clickable when the reason may pass. */
export function redrawn(context: Context, card: Card, refusal: Refusal): false {
  context.change(card, {
    status: MAY_PASS.has(refusal.code) ? 'changed' : 'failed',
    confirmed: false,
    notice: noticeOf(refusal),
    armedAt: context.deps.clock.mono() + ARMING_MS,
  });
  return false;
}

const MAY_PASS = new Set<string>([
  'other-record',
  'other-document',
  'no-page',
  'no-answer',
  'signed-out',
  'no-composer',
  'wrong-visibility',
  'rate-limited',
]);
