import type { ReasonCode } from '../core/reasons';
import { recordKey, sameRecord } from '../core/record';
import { ARMING_MS, actionData, type Card, noticeOf } from './card';
import type { Context } from './context';
import { lookAt } from './look';
import { perform } from './perform';
import { unchanged } from './recheck';

/** A send that was paused counts at least this long again when the person is back. Ms. */
const LEAST_MS = 5_000;

interface Held {
  timer: ReturnType<typeof setTimeout> | null;
  leftMs: number;
  release: () => void;
}

/** The sends that count down in this panel. They live in its memory only: closing it means not sent. */
const held = new Map<string, Held>();

/** Starts the countdown of a signed send. Nothing has left, and nothing is started, until it ends. */
export async function hold(context: Context, card: Card): Promise<void> {
  const { settings } = await context.deps.settings.get();
  const ms = settings.holdSeconds * 1000;
  let release: () => void = () => undefined;
  const over = new Promise<null>((resolve) => {
    release = () => resolve(null);
  });
  // The lock tells other panels that this send is alive and not left over from a panel that was closed.
  void context.deps.exclusively(`hold:${card.actionId}`, () => over);
  held.set(card.actionId, { timer: null, leftMs: ms, release });
  count(context, card, ms);
}

function count(context: Context, card: Card, ms: number): void {
  const entry = held.get(card.actionId);
  if (!entry) return;
  entry.timer = setTimeout(() => void leave(context, card), ms);
  context.change(card, { status: 'held', holdEndsAt: context.deps.clock.now() + ms, notice: null });
}

/** The end of the hold, or `Send now`: looked at once more, then it goes. */
async function leave(context: Context, card: Card): Promise<void> {
  const entry = held.get(card.actionId);
  if (!entry) return;
  if (entry.timer) clearTimeout(entry.timer);
  const here = card.binding.channel !== 'page' || (await isOnScreen(context, card));
  // `Cancel send` is heard until here, and of two clicks on `Send now` one gets past.
  if (held.get(card.actionId) !== entry) return;
  if (!here) return loadedAnew(context, card) ? askAnew(context, card) : pause(context, card);
  held.delete(card.actionId);
  context.change(card, { status: 'running', holdEndsAt: null });
  try {
    await send(context, card);
  } finally {
    // Until now, so that a panel that opens meanwhile does not take this send for a lost one.
    entry.release();
  }
}

async function send(context: Context, card: Card): Promise<void> {
  // Over the session any page of the helpdesk will do: the one of the ticket may be gone.
  const { desk } = context;
  const bound = card.binding.record;
  const sameDesk = desk?.seen.record.host === bound.host && desk.seen.record.site === bound.site;
  if (desk && sameDesk && desk.sessionAllowed && card.binding.channel === 'session') card.page = desk.page;
  if (!(await unchanged(context, card))) return voided(context, card, 'changed-since');
  const outcome = await perform(context, card, context.deps.clock.mono());
  const workspace = context.findCard(card.actionId)?.workspace;
  if (outcome?.status !== 'done' || !workspace?.draft.insertedBy) return;
  // Through the page, the draft in the box has left with the reply; over the session, a copy still stands there.
  if (card.binding.channel === 'page') return context.changeDraft(workspace, { insertedBy: null });
  context.alert(
    'Sent. The draft also stands in the reply box: undo its insertion, so that it is not sent twice.',
  );
}

export async function sendNow(context: Context, cardId: string): Promise<void> {
  const card = context.findCard(cardId)?.card;
  if (card && (card.status === 'held' || card.status === 'paused')) await leave(context, card);
}

/** Cancelling in the hold is a true undo: nothing was started. */
export async function cancelSend(context: Context, cardId: string): Promise<void> {
  const card = context.findCard(cardId)?.card;
  const entry = held.get(cardId);
  if (!card || !entry) return;
  if (entry.timer) clearTimeout(entry.timer);
  held.delete(cardId);
  entry.release();
  context.change(card, { status: 'cancelled', holdEndsAt: null, notice: noticeOf({ code: 'cancelled' }) });
  badge(context);
  await context.deps.log.append({
    kind: 'action.cancelled',
    runId: card.runId,
    actor: { kind: 'user' },
    data: { ...actionData(card), reason: 'cancelled' },
  });
}

/** The person moved to another record: a send over the API goes on counting, one through the page pauses. */
export function recordChanged(context: Context, nowKey: string): void {
  for (const workspace of context.workspaces.values()) {
    for (const card of workspace.cards) {
      if (card.binding.channel !== 'page') continue;
      const here = recordKey(card.binding.record) === nowKey;
      if (card.status === 'held' && !here) pause(context, card);
      if (card.status === 'paused' && here) resume(context, card);
    }
  }
}

function pause(context: Context, card: Card): void {
  const entry = held.get(card.actionId);
  if (!entry) return;
  if (entry.timer) clearTimeout(entry.timer);
  entry.timer = null;
  entry.leftMs = Math.max(LEAST_MS, (card.holdEndsAt ?? 0) - context.deps.clock.now());
  context.change(card, {
    status: 'paused',
    holdEndsAt: null,
    notice: 'Not sent. Go back to this ticket to send it.',
  });
  badge(context);
}

function resume(context: Context, card: Card): void {
  const entry = held.get(card.actionId);
  if (!entry) return;
  if (loadedAnew(context, card)) return void askAnew(context, card);
  count(context, card, entry.leftMs);
  badge(context);
}

/** The record is on the screen, in another document than the one that was signed for. */
function loadedAnew({ desk }: Context, card: Card): boolean {
  return (
    desk !== null &&
    sameRecord(desk.seen.record, card.binding.record) &&
    desk.page.documentId !== card.page.documentId
  );
}

/** An approval does not outlive its document: the card stands there again, for the new one. */
async function askAnew(context: Context, card: Card): Promise<void> {
  const entry = held.get(card.actionId);
  if (!entry || !context.desk) return;
  held.delete(card.actionId);
  entry.release();
  context.change(card, {
    status: 'changed',
    page: context.desk.page,
    holdEndsAt: null,
    confirmed: false,
    notice: noticeOf({ code: 'other-document' }),
    armedAt: context.deps.clock.mono() + ARMING_MS,
  });
  badge(context);
  await voided(context, card, 'other-document');
}

async function voided(context: Context, card: Card, reason: ReasonCode): Promise<void> {
  await context.deps.log.append({
    kind: 'approval.voided',
    runId: card.runId,
    actor: { kind: 'policy' },
    data: { ...actionData(card), reason },
  });
}

function badge(context: Context): void {
  const cards = [...context.workspaces.values()].flatMap((w) => w.cards);
  context.deps.badge(cards.some((c) => c.status === 'paused') ? 'Not sent' : '');
}

async function isOnScreen(context: Context, card: Card): Promise<boolean> {
  const eyes = { channel: 'page' as const, record: null, sessionAllowed: false };
  const look = await lookAt(context.deps, card.page, eyes);
  return look.ok && sameRecord(look.value.seen.record, card.binding.record);
}
