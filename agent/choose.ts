import type { Conflict } from './conflict';
import type { Context } from './context';

/** Which value shall stand where somebody changed ours since. Nothing is done before the card is approved. */
export function choose(
  context: Context,
  cardId: string,
  conflictId: string,
  choice: Conflict['choice'],
): void {
  const card = context.findCard(cardId)?.card;
  if (!card?.conflicts) return;
  const conflicts = card.conflicts.map((one) => (one.id === conflictId ? { ...one, choice } : one));
  context.change(card, { conflicts });
}
