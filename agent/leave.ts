import { actionData, type Card } from './card';
import type { Context } from './context';
import { reject } from './endings';
import { sumOfParts } from './propose-parts';

/**
 * At the click: what shall stay as it is now is no part of the card any more, and the log says so.
 * @returns false when nothing of the card is left to do
 */
export async function leaveChosen(context: Context, card: Card): Promise<boolean> {
  const left = new Set((card.conflicts ?? []).filter((one) => one.choice === 'now').map((one) => one.id));
  if (left.size === 0) return true;
  const parts = card.parts.filter((part) => !left.has(part.actionId));
  if (parts.length === 0) {
    // nothing runs after all: a card that runs is not rejected
    context.change(card, { status: 'proposed' });
    await reject(context, card.actionId, LEFT);
    return false;
  }
  for (const part of card.parts.filter((one) => left.has(one.actionId)))
    await context.deps.log.append({
      kind: 'action.rejected',
      runId: part.runId,
      actor: { kind: 'user' },
      data: actionData(part),
      contents: { reason: { mediaType: 'text/plain', text: LEFT } },
    });
  const conflicts = (card.conflicts ?? []).filter((one) => !left.has(one.id));
  context.change(card, { ...sumOfParts(parts), parts, conflicts });
  return true;
}

const LEFT = 'Left as it is now.';
