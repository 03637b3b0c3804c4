import type { Fact } from '../core/entry';
import { ok, type Refusal, type Result } from '../core/result';
import { isEffect } from '../core/tool';
import { adoptOwn } from './adopt';
import type { Card } from './card';
import { boxStands, openBox } from './composer';
import type { Context, Workspace } from './context';
import { dispatchOne } from './dispatch';
import { grantFact } from './grant';
import { draw, makeCard, proposalFact } from './propose';
import { type Ready, readyFor } from './ready';
import { close } from './run';
import { appendTo, beginRun, type RunRecord } from './run-record';

/**
 * The click on `Insert into reply` is the signature of an R1 action: it is proposed, signed, run and proved like
 * every other, and Undo puts the box back. Nobody decides anything between the proposal and the start, so that it was
 * proposed, signed and started is one write: it is on the disk before anything leaves.
 */
export async function insertDraft(context: Context): Promise<void> {
  const { deps, desk } = context;
  const workspace = context.workspace();
  const click = deps.clock.mono();
  if (!desk) return context.alert({ code: 'no-record' });
  context.alert(null);
  const { mode } = context.store.getState();
  const { record } = desk.seen;
  const run = beginRun(deps, { taskType: 'insert_draft', model: 'none', mode, record });
  context.runs.set(run.runId, run);
  run.turnEnded = true;
  const ready = readyFor(context, desk);
  const making = makeCard(deps, {
    tool: 'insert_draft',
    input: { body: workspace.draft.text },
    origin: 'person',
    mode,
    runId: run.runId,
    desk,
    look: ready.look,
    // as they are shown beside the draft that is signed here
    neverWrite: workspace.neverWrite,
    append: (fact) => appendTo(deps, run, [fact]),
  });
  const why = await inserted({ context, workspace, run, click }, making, ready).finally(ready.release);
  if (why === IN_THE_BOX) return;
  // What failed on the page has ended its run; what did not get there ends it here.
  await close(context, run, 'failed');
  context.alert(why ?? { code: 'running-already' });
}

/** Null where another panel acts on the record. */
async function inserted(
  all: Omit<Insertion, 'card'>,
  making: ReturnType<typeof makeCard>,
  { mine }: Ready,
): ReturnType<typeof insert> {
  const [made, isMine] = await Promise.all([making, mine]);
  if (!isMine) return null;
  return made.ok ? await insert({ ...all, card: made.value }) : made.refusal;
}

interface Insertion {
  context: Context;
  workspace: Workspace;
  run: RunRecord;
  card: Card;
  /** `clock.mono()` at the click. */
  click: number;
}

const IN_THE_BOX = Symbol('in the box');

/** A card that is gone again by then is not drawn at all. Ms. */
const DRAWN_AFTER_MS = 300;

/** Signs, writes, acts and tells. Answers why the draft is not in the box, or what the log does not say of it. */
async function insert(all: Insertion): Promise<typeof IN_THE_BOX | Refusal | string | null> {
  const { context, workspace, run, card, click } = all;
  card.status = 'running';
  workspace.cards.push(card);
  const slow = setTimeout(context.redraw, DRAWN_AFTER_MS);
  const facts = await signed(context, card);
  const outcome = facts.ok
    ? await dispatchOne(context, card, click, {
        start: (started) => appendTo(context.deps, run, [...facts.value, started]),
        end: ({ status }) => showEnd(all, status === 'done'),
      })
    : null;
  clearTimeout(slow);
  if (outcome) await adoptOwn(context, card);
  else showEnd(all, false);
  if (!facts.ok) return facts.refusal;
  return outcome?.status === 'done' && card.notice === null ? IN_THE_BOX : (outcome?.refusal ?? card.notice);
}

/** The card of a click is on the table for as long as it runs; a draft that stands in the box says so itself. */
function showEnd({ context, workspace, card }: Insertion, isIn: boolean): void {
  workspace.cards = workspace.cards.filter((c) => c !== card);
  const words = 'The draft is in the reply box. Nothing was sent.';
  if (isIn) context.changeDraft(workspace, { insertedBy: card.actionId });
  if (isIn) context.changeRun(workspace, { status: 'done', words });
  context.redraw();
}

/** Opens the box where it is not there. What was proposed and that it was signed, as facts to be written; or why not. */
async function signed(context: Context, card: Card): Promise<Result<Fact[]>> {
  if (!boxStands(card, card.seen)) {
    const opened = await opensAndStands(context, card);
    if (!opened.ok) return opened;
  }
  const proposed = proposalFact(card);
  if (!proposed.ok) return proposed;
  const granted = grantFact(context, card);
  return granted.ok ? ok([proposed.value, granted.value]) : granted;
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
