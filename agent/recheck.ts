import type { Binding } from '../core/binding';
import type { Refusal } from '../core/result';
import { type Change, isEffect } from '../core/tool';
import { ARMING_MS, type Card, noticeOf } from './card';
import { changesBetween } from './changes';
import { openBox } from './composer';
import type { Context } from './context';
import { draw } from './propose';
import { sumOfParts } from './propose-parts';

/** Draws the card again from a fresh look. False when something differs: it then waits for a new click. */
export async function unchanged(context: Context, card: Card): Promise<boolean> {
  const { mode } = context.store.getState();
  const { tool } = card;
  if (!isEffect(tool)) return await partsUnchanged(context, card);
  const desk = { page: card.page, seen: card.seen, sessionAllowed: card.sessionAllowed };
  const again = await draw(context.deps, tool, card.input, {
    origin: card.origin,
    mode,
    desk,
    actionId: card.actionId,
  });
  if (!again.ok) return redrawn(context, card, again.refusal);
  const stranger = otherAccount(card.seen.account, again.value.seen.account);
  if (stranger) return redrawn(context, card, stranger);
  const was = card.binding;
  const differs = [
    ...changesBetween(card.seen, again.value.seen, card.binding.composer !== null),
    ...(card.tool.custom ? linesThatDiffer(card.changes, again.value.changes) : []),
  ];
  Object.assign(card, again.value);
  if (differs.length === 0) return true;
  context.change(card, {
    status: 'changed',
    marked: differs,
    confirmed: false,
    notice: `Changed since this card was drawn: ${differs.join(', ')}. ${threeValues(was, card)}Look, then approve again.`,
    armedAt: context.deps.clock.mono() + ARMING_MS,
  });
  return false;
}

/** A card of several steps stands as it was shown when each of them does. */
async function partsUnchanged(context: Context, card: Card): Promise<boolean> {
  for (const part of card.parts) {
    part.page = card.page;
    part.sessionAllowed = card.sessionAllowed;
    // One box may serve for replies and for notes: each step is looked at with its own; a draft is put in when its turn comes.
    const opened = part.tool.makes ? await openBox(context, part) : null;
    if (opened && !opened.ok) return redrawn(context, card, opened.refusal);
    card.page = part.page;
    if (await unchanged(context, part)) continue;
    const { status, marked, notice, armedAt } = part;
    context.change(part, { status: 'proposed' });
    context.change(card, { status, marked, notice, armedAt, confirmed: false, ...sumOfParts(card.parts) });
    return false;
  }
  Object.assign(card, sumOfParts(card.parts));
  return true;
}

/**
 * Somebody else is signed in than when this was proposed: it was proposed with the rights of another person, so it is
 * refused for good. A page that names nobody (a composer on a page of its own) is only a difference to look at.
 */
function otherAccount(was: string, now: string): Refusal | null {
  if (was === '' || now === '' || was === now) return null;
  return { code: 'other-account', detail: `Proposed for ${was}; signed in is ${now}. Propose it again.` };
}

/** What another server than the helpdesk holds is no part of a look: its lines on the card are compared. */
function linesThatDiffer(was: readonly Change[], now: readonly Change[]): string[] {
  return now.flatMap((line, i) =>
    line.before === was[i]?.before && line.after === was[i]?.after ? [] : [line.field],
  );
}

/** Before, ours and now, for each value that this card is about. */
function threeValues(was: Binding, card: Card): string {
  return card.binding.values
    .flatMap((now) => {
      const before = was.values.find((one) => one.scope === now.scope && one.name === now.name);
      const change = card.changes[0];
      if (!before || !change || before.values.join('\n') === now.values.join('\n')) return [];
      const [then, ours, here] = [before.values.join(', '), change.after ?? '', now.values.join(', ')];
      return [`${change.field}: before “${then}”, ours “${ours}”, now “${here}”. `];
    })
    .join('');
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
  'amount-missing',
]);
