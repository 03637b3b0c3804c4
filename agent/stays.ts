import { foldActions } from '../core/fold';
import type { ActOutcome } from '../core/outcome';
import { recordKey, sameRecord } from '../core/record';
import { isEffect } from '../core/tool';
import { findTool } from '../tools/registry';
import { actionData, type Card, noticeOf } from './card';
import type { Context } from './context';
import { lookAt } from './look';

const GONE = { code: 'taken-out-again' } as const;

/**
 * Some pages put their own text back a moment after an insert was proved: a form that holds its state elsewhere, a
 * server's answer to an autosave. The first answer does not wait for that. The page is watched for a few seconds more,
 * and what it takes out by itself is a fact of its own; the draft is still in the panel.
 */
export async function watchOver(context: Context, card: Card, outcome: ActOutcome): Promise<void> {
  const { deps } = context;
  if (outcome.status !== 'done' || outcome.restore === null) return;
  const answer = await deps.pages.ask(card.page, { type: 'stays', restore: outcome.restore });
  if (!answer.ok || answer.value.type !== 'stays' || answer.value.stays) return;
  if ((await isElsewhere(context, card)) || (await boxWasUsed(context, card))) return;
  const written = await deps.log.append({
    kind: 'action.reverted',
    runId: card.runId,
    actor: { kind: 'system' },
    data: { ...actionData(card), reason: GONE.code },
  });
  for (const workspace of context.workspaces.values()) {
    if (workspace.draft.insertedBy !== card.actionId) continue;
    context.changeDraft(workspace, { insertedBy: null });
    context.changeRun(workspace, { status: 'failed', words: 'The draft is not in the reply box any more.' });
  }
  context.change(card, { status: 'failed', notice: noticeOf(GONE) });
  context.alert(written.ok ? GONE : written.refusal);
}

/** Another record is open in that document by now: its box says nothing of ours. */
async function isElsewhere({ deps }: Context, { page, binding, sessionAllowed }: Card): Promise<boolean> {
  const look = await lookAt(deps, page, { channel: 'page', record: null, sessionAllowed });
  return !look.ok || !sameRecord(look.value.seen.record, binding.record);
}

/** An action of ours came after it and took the text out: an undo, a message that left with it. */
async function boxWasUsed({ deps }: Context, { actionId, binding }: Card): Promise<boolean> {
  const actions = foldActions(await deps.reader.entriesOfRecord(recordKey(binding.record)));
  const own = actions.find((action) => action.actionId === actionId);
  return actions.some((action) => {
    const tool = findTool(action.tool);
    const what = tool && isEffect(tool) ? tool.touches.what : null;
    return (
      action.seq > (own?.seq ?? -1) && BEGUN.has(action.status) && (what === 'box' || what === 'message')
    );
  });
}

const BEGUN = new Set(['started', 'unknown', 'done']);
