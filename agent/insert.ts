import { isEffect } from '../core/tool';
import { openBox } from './composer';
import type { Context } from './context';
import { grant } from './grant';
import { perform } from './perform';
import { draw, propose } from './propose';
import { close } from './run';
import { startRun } from './run-record';

/**
 * The click on `Insert into reply` is the signature of an R1 action: it is proposed, signed, run and proved like
 * every other, and Undo puts the box back.
 */
export async function insertDraft(context: Context): Promise<void> {
  const { deps } = context;
  const { desk } = context;
  const workspace = context.workspace();
  const click = deps.clock.mono();
  if (!desk) return context.alert({ code: 'no-record' });
  context.alert(null);
  const { mode } = context.store.getState();
  const run = await startRun(deps, {
    taskType: 'insert_draft',
    model: 'none',
    mode,
    record: desk.seen.record,
  });
  context.runs.set(run.runId, run);
  run.turnEnded = true;
  const input = { body: workspace.draft.text };
  const made = await propose(deps, {
    tool: 'insert_draft',
    input,
    origin: 'person',
    mode,
    runId: run.runId,
    desk,
  });
  if (!made.ok) {
    await close(context, run, 'failed');
    return context.alert(made.refusal);
  }
  const card = made.value;
  workspace.cards.push(card);
  const opened = await openBox(context, card);
  if (!opened.ok) return end(card.actionId, opened.refusal);
  // The box may have been opened, on a page of its own even: what is signed is what is there now.
  if (!isEffect(card.tool)) throw new Error('inserting a draft has a hand of its own');
  const drawn = await draw(deps, card.tool, card.input, {
    origin: 'person',
    mode,
    actionId: card.actionId,
    desk: { page: card.page, seen: card.seen, sessionAllowed: card.sessionAllowed },
  });
  if (!drawn.ok) return end(card.actionId, drawn.refusal);
  Object.assign(card, drawn.value);
  const refusal = await grant(context, card);
  if (refusal) return end(card.actionId, refusal);
  const outcome = await perform(context, card, click);
  workspace.cards = workspace.cards.filter((c) => c !== card);
  if (outcome?.status === 'done') {
    context.changeDraft(workspace, { insertedBy: card.actionId });
    context.changeRun(workspace, {
      status: 'done',
      words: 'The draft is in the reply box. Nothing was sent.',
    });
  } else context.alert(outcome?.refusal ?? card.notice);
  context.redraw();

  function end(actionId: string, why: Parameters<Context['alert']>[0]): void {
    workspace.cards = workspace.cards.filter((c) => c.actionId !== actionId);
    void close(context, run, 'failed');
    context.alert(why);
    context.redraw();
  }
}
