import { isEffect } from '../core/tool';
import { ARMING_MS, actionData, changeContents, noticeOf } from './card';
import type { Context } from './context';
import { loggedCall, maskedChanges } from './masked';
import { draw } from './propose';

/** The person's own words or choice instead of the model's: previewed and judged anew, and shown as theirs. */
export async function editCard(context: Context, cardId: string, value: string): Promise<void> {
  const card = context.findCard(cardId)?.card;
  if (
    !card ||
    !isEffect(card.tool) ||
    card.tool.editable === null ||
    !['proposed', 'changed', 'confirm', 'failed'].includes(card.status)
  )
    return;
  const parsed = card.tool.input.safeParse({ ...card.input, [card.tool.editable]: value });
  if (!parsed.success)
    return context.change(card, { notice: noticeOf({ code: 'unknown-value', detail: value }) });
  const input = parsed.data as Record<string, unknown>;
  const { mode } = context.store.getState();
  const desk = { page: card.page, seen: card.seen, sessionAllowed: card.sessionAllowed };
  const again = await draw(context.deps, card.tool, input, { origin: card.origin, mode, desk });
  // What the person typed is kept on the card even when it cannot be used as it is.
  if (!again.ok) return context.change(card, { notice: noticeOf(again.refusal) });
  const written = await context.deps.log.append({
    kind: 'action.proposed',
    runId: card.runId,
    actor: { kind: 'user' },
    data: { ...actionData(card), edited: true },
    contents: {
      ...changeContents(maskedChanges({ tool: card.tool, input }, again.value.changes)),
      ...loggedCall({ tool: card.tool, input }),
    },
  });
  if (!written.ok) return context.change(card, { notice: noticeOf(written.refusal) });
  const armedAt = context.deps.clock.mono() + ARMING_MS;
  context.change(card, {
    ...again.value,
    input,
    edited: true,
    status: 'proposed',
    notice: null,
    marked: [],
    confirmed: false,
    armedAt,
  });
}
