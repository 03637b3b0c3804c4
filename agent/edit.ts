import { isEffect } from '../core/tool';
import { ARMING_MS, actionData, type Card, changeContents, noticeOf } from './card';
import type { Context } from './context';
import { loggedCall, maskedChanges } from './masked';
import { draw } from './propose';

/** The person's own words or choice instead of the model's: previewed and judged anew, and shown as theirs. */
export async function editCard(context: Context, cardId: string, value: string): Promise<void> {
  const found = context.findCard(cardId)?.card;
  if (!found || !OPEN.has(found.status)) return;
  // while the new value is looked at the old one must not be signed
  context.change(found, { armedAt: context.deps.clock.mono() + LOOKED_AT_MS });
  await edit(context, found, value);
  if (OPEN.has(found.status)) context.change(found, { armedAt: context.deps.clock.mono() + ARMING_MS });
}

/** Longer than any look takes; the buttons come back when it is over. Ms. */
const LOOKED_AT_MS = 60_000;
const OPEN = new Set<Card['status']>(['proposed', 'changed', 'confirm', 'failed']);

async function edit(context: Context, card: Card, value: string): Promise<void> {
  const { tool } = card;
  if (!isEffect(tool) || tool.editable === null) return;
  const typed = tool.custom ? tool.custom.fromText(value) : value;
  const parsed = tool.input.safeParse({ ...card.input, [tool.editable]: typed });
  // an amount that was left out again is not an amount
  if (!parsed.success || (tool.custom && typed === undefined))
    return context.change(card, { notice: noticeOf({ code: 'unknown-value', detail: value }) });
  const input = parsed.data as Record<string, unknown>;
  const { mode } = context.store.getState();
  const desk = { page: card.page, seen: card.seen, sessionAllowed: card.sessionAllowed };
  const again = await draw(context.deps, tool, input, {
    origin: card.origin,
    mode,
    desk,
    actionId: card.actionId,
  });
  // What the person typed is kept on the card even when it cannot be used as it is.
  if (!again.ok) return context.change(card, { notice: noticeOf(again.refusal) });
  const written = await context.deps.log.append({
    kind: 'action.proposed',
    runId: card.runId,
    actor: { kind: 'user' },
    data: { ...actionData({ ...card, input }), edited: true },
    contents: {
      ...changeContents(maskedChanges({ tool: card.tool, input }, again.value.changes)),
      ...loggedCall({ tool: card.tool, input }),
    },
  });
  if (!written.ok) return context.change(card, { notice: noticeOf(written.refusal) });
  context.change(card, {
    ...again.value,
    input,
    edited: true,
    status: 'proposed',
    notice: null,
    marked: [],
    confirmed: false,
  });
}
