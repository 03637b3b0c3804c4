import type { Refusal, Result } from '../core/result';
import { isEffect } from '../core/tool';
import type { Card } from './card';
import { boxStands, openBox } from './composer';
import type { Context } from './context';
import { grantFact } from './grant';
import { perform } from './perform';
import { draw, makeCard, proposalFact } from './propose';
import { close } from './run';
import { beginRun } from './run-record';

/**
 * The click on `Insert into reply` is the signature of an R1 action: it is proposed, signed, run and proved like
 * every other, and Undo puts the box back. What was proposed and that it was signed is one click of the person's,
 * so it is one write; "started" is a write of its own before anything leaves.
 */
export async function insertDraft(context: Context): Promise<void> {
  const { deps, desk } = context;
  const workspace = context.workspace();
  const click = deps.clock.mono();
  if (!desk) return context.alert({ code: 'no-record' });
  context.alert(null);
  const { mode } = context.store.getState();
  const about = { taskType: 'insert_draft', model: 'none', mode, record: desk.seen.record };
  const { run, written } = beginRun(deps, about);
  context.runs.set(run.runId, run);
  run.turnEnded = true;
  const made = await makeCard(deps, {
    tool: 'insert_draft',
    input: { body: workspace.draft.text },
    origin: 'person',
    mode,
    runId: run.runId,
    desk,
  });
  await written;
  if (!made.ok) {
    await close(context, run, 'failed');
    return context.alert(made.refusal);
  }
  const card = made.value;
  workspace.cards.push(card);
  const refusal = await signed(context, card);
  const outcome = refusal ? null : await perform(context, card, click);
  workspace.cards = workspace.cards.filter((c) => c !== card);
  if (refusal) {
    void close(context, run, 'failed');
    context.alert(refusal);
  } else if (outcome?.status === 'done') {
    context.changeDraft(workspace, { insertedBy: card.actionId });
    context.changeRun(workspace, {
      status: 'done',
      words: 'The draft is in the reply box. Nothing was sent.',
    });
  } else context.alert(outcome?.refusal ?? card.notice);
  context.redraw();
}

/** Opens the box where it is not there, and writes what was proposed and that it was signed. Null, or why not. */
async function signed(context: Context, card: Card): Promise<Refusal | null> {
  if (!boxStands(card, card.seen)) {
    const opened = await opensAndStands(context, card);
    if (!opened.ok) return opened.refusal;
  }
  const facts = [proposalFact(card), grantFact(context, card)];
  const bad = facts.find((fact) => !fact.ok);
  if (bad && !bad.ok) return bad.refusal;
  const written = await context.deps.log.appendAll(facts.flatMap((fact) => (fact.ok ? [fact.value] : [])));
  return written.ok ? null : written.refusal;
}

/** The box may be opened on a page of its own even: what is signed is what is there then. */
async function opensAndStands(context: Context, card: Card): Promise<Result<unknown>> {
  const opened = await openBox(context, card);
  if (!opened.ok) return opened;
  const { tool, page, seen, sessionAllowed, actionId, input } = card;
  if (!isEffect(tool)) throw new Error('inserting a draft has a hand of its own');
  const { mode } = context.store.getState();
  const desk = { page, seen, sessionAllowed };
  const drawn = await draw(context.deps, tool, input, { origin: 'person', mode, actionId, desk });
  if (drawn.ok) Object.assign(card, drawn.value);
  return drawn;
}
