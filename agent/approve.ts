import { sameRecord } from '../core/record';
import type { Refusal } from '../core/result';
import { ARMING_MS, type Card, isHeld, noticeOf } from './card';
import { openBox } from './composer';
import type { Context } from './context';
import { grant } from './grant';
import { hold } from './hold';
import { leaveChosen } from './leave';
import { perform } from './perform';
import { redrawn, unchanged } from './recheck';

/** A click on one card. */
export async function approve(context: Context, cardId: string): Promise<void> {
  const card = context.findCard(cardId)?.card;
  const click = context.deps.clock.mono();
  if (!card || !isOpen(card, click)) return;
  // Taken at once, before anything is waited for: the second click of a double click finds nothing open.
  context.change(card, { status: 'running', notice: null });
  if (!(await leaveChosen(context, card))) return;
  if (await prepare(context, card)) await sign(context, card, click);
}

/** One click for several cards: all are looked at first, then they run in order. */
export async function approveAll(context: Context, cardIds: readonly string[]): Promise<void> {
  const click = context.deps.clock.mono();
  const cards = cardIds
    .flatMap((id) => context.findCard(id)?.card ?? [])
    .filter((card) => isOpen(card, click));
  // The click is for all of them: none can be clicked a second time while it waits for its turn.
  for (const card of cards) context.change(card, { status: 'running', notice: null });
  const ready: Card[] = [];
  for (const card of cards) if (await prepare(context, card)) ready.push(card);
  for (const card of ready) await sign(context, card, click);
}

function isOpen(card: Card, now: number): boolean {
  const waits = card.status === 'proposed' || card.status === 'changed' || card.status === 'confirm';
  return waits && now >= card.armedAt;
}

/** Signs a card that was just looked at, and runs or holds it. */
async function sign(context: Context, card: Card, click: number): Promise<void> {
  const refusal = await grant(context, card);
  if (refusal) {
    context.change(card, { status: 'failed', notice: noticeOf(refusal) });
    return;
  }
  if (isHeld(card)) {
    await hold(context, card);
    return;
  }
  await perform(context, card, click);
}

/** The ticket was loaded anew since the card was drawn: this click is for the document that is there now. */
function moveAlong({ desk }: Context, card: Card): void {
  if (desk?.page.tabId === card.page.tabId && sameRecord(desk.seen.record, card.binding.record))
    card.page = desk.page;
}

/** What a person still has to put on the card before it can be signed. */
function lacking({ tool, input }: Card): Refusal | null {
  const money = tool.custom?.money;
  return money && money.amount(input) === null ? { code: 'amount-missing' } : null;
}

/** Reads everything the card is bound to again. True when it stands as it was shown and asked for nothing more. */
async function prepare(context: Context, card: Card): Promise<boolean> {
  moveAlong(context, card);
  // what leaves through a box is signed as it stands there; the boxes of several steps are opened one by one
  const opened = await openBox(context, card);
  if (!opened.ok) return redrawn(context, card, opened.refusal);
  if (!(await unchanged(context, card))) return false;
  const lacks = lacking(card);
  if (lacks) return redrawn(context, card, lacks);
  if (card.judgement.verdict === 'confirm' && !card.confirmed) {
    const armedAt = context.deps.clock.mono() + ARMING_MS;
    context.change(card, { status: 'confirm', confirmed: true, armedAt });
    return false;
  }
  return true;
}
