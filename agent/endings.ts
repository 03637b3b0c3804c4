import { actionData, type Card, noticeOf } from './card';
import type { Context } from './context';
import { close } from './run';

const OPEN = new Set<Card['status']>(['proposed', 'changed', 'confirm', 'running', 'held', 'paused']);

/** The person says no. The card goes at once; the reason, if any, goes into the log. */
export async function reject(context: Context, cardId: string, reason: string): Promise<void> {
  const found = context.findCard(cardId);
  if (!found) return;
  const { card, workspace } = found;
  if (card.status === 'running' || card.status === 'held' || card.status === 'done') return;
  context.change(card, { status: 'rejected' });
  await context.deps.log.append({
    kind: 'action.rejected',
    runId: card.runId,
    actor: { kind: 'user' },
    data: actionData(card),
    ...(reason ? { contents: { reason: { mediaType: 'text/plain', text: reason } } } : {}),
  });
  workspace.cards = workspace.cards.filter((c) => c !== card);
  context.redraw();
}

/** A run ends when the engine's turn and all its cards have. */
export async function endRunOf(context: Context, card: Card): Promise<void> {
  const run = context.runs.get(card.runId);
  if (!run) return;
  const latencyMs = Math.round(context.deps.clock.now() - run.startedAt);
  run.steps.push({ type: 'action', tool: card.tool.name, status: card.status, latencyMs, sources: [] });
  const cards = [...context.workspaces.values()].flatMap((w) => w.cards);
  const open = cards.some((c) => c.runId === card.runId && OPEN.has(c.status));
  if (!open && run.turnEnded) await close(context, run, card.status);
}

/** One click back to the ticket whose reply was not sent. */
export async function returnToUnsent(context: Context): Promise<void> {
  const unsent = context.store.getState().unsent;
  const card = unsent ? context.findCard(unsent.cardId)?.card : undefined;
  if (!card) return;
  if (card.seen.url === '') return context.alert(noticeOf({ code: 'no-page' }));
  await context.deps.tabs.load(card.page.tabId, card.seen.url);
}
