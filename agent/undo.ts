import { type ActionState, foldActions } from '../core/fold';
import { findField, type Observation } from '../core/observation';
import { recordKey, sameRecord } from '../core/record';
import { ok, type Result, refuse } from '../core/result';
import { type AnyEffectTool, isEffect, needsOpenBox, type ToolSeed } from '../core/tool';
import type { LogReader } from '../storage/read';
import { findTool } from '../tools/registry';
import { type Card, noticeOf } from './card';
import type { Context } from './context';
import { grant } from './grant';
import type { Desk } from './look';
import { perform } from './perform';
import { propose } from './propose';
import { receiptOf } from './receipt';
import { close } from './run';
import { startRun } from './run-record';

/**
 * Takes an action back: its compensation is proposed and walked like any other action. The click on Undo is the
 * signature; a second card comes only when someone changed the value since, or when undo adds something visible.
 */
export async function undo(context: Context, actionId: string): Promise<void> {
  const { deps } = context;
  const done = await deps.exclusively(`undo:${actionId}`, async () => {
    const click = deps.clock.mono();
    const prepared = await prepareUndo(context, actionId);
    if (!prepared.ok) return context.alert(prepared.refusal);
    const { card, needsLook } = prepared.value;
    const workspace = context.workspace();
    workspace.cards.push(card);
    context.redraw();
    if (needsLook) return;
    const refusal = await grant(context, card);
    if (refusal) return context.alert(refusal);
    await perform(context, card, click);
    // What is done stands in the activity; only what is open stays on the table.
    if (card.status === 'done') workspace.cards = workspace.cards.filter((c) => c !== card);
    else if (card.notice) context.alert(card.notice);
    if (card.status === 'done' && needsOpenBox(card.tool))
      context.changeDraft(workspace, { insertedBy: null });
    context.redraw();
  });
  if (done === null) context.alert({ code: 'running-already' });
}

/** The newest action that can still be taken back, on the record that is open, else anywhere. */
export async function undoLast(context: Context): Promise<void> {
  const actions = foldActions(await context.deps.reader.entriesOfNewestActions(200));
  const open = actions.filter(isUndoable);
  const here = context.desk?.seen.record;
  const last = open.findLast((a) => here && a.record && sameRecord(a.record, here)) ?? open.at(-1);
  if (last) await undo(context, last.actionId);
  else context.alert({ code: 'nothing-to-undo' });
}

/** Done, not taken back, no undo itself, and of a class that can be taken back. */
export function isUndoable(action: ActionState): boolean {
  return (
    action.status === 'done' && action.undoneBy === null && action.undoes === null && action.class !== 'R4'
  );
}

async function prepareUndo(
  context: Context,
  actionId: string,
): Promise<Result<{ card: Card; needsLook: boolean }>> {
  const { deps } = context;
  const action = await actionOf(deps.reader, actionId);
  if (action?.undoneBy) return refuse('undone-already');
  if (action?.status !== 'done') return refuse('not-undoable');
  const tool = findTool(action.tool);
  if (!tool || !isEffect(tool)) return refuse('not-undoable');
  if (tool.class === 'R4') return refuse('not-undoable', tool.irreversible);
  const receipt = await receiptOf(deps.reader, action);
  if (!receipt) return refuse('not-undoable', 'What it changed was erased from the log.');
  const seed = tool.compensate(receipt);
  if (!seed.ok) return seed;
  const desk = deskFor(context, action);
  if (!desk.ok) return desk;
  return await makeCard(context, { action, tool, seed: seed.value, desk: desk.value });
}

/** An action as it stands now, however long ago it was: what took it back was done on the same record. */
async function actionOf(reader: LogReader, actionId: string): Promise<ActionState | undefined> {
  const own = await reader.entriesOfAction(actionId);
  const record = foldActions(own)[0]?.record;
  const entries = record ? await reader.entriesOfRecord(recordKey(record)) : own;
  return foldActions(entries).find((a) => a.actionId === actionId);
}

/** The record must be on the screen, or reachable over the session of the same helpdesk. */
function deskFor(context: Context, action: ActionState): Result<Desk> {
  const desk = context.desk;
  const { record } = action;
  if (!desk || !record) return refuse('no-record', 'Open the ticket, then undo again.');
  if (sameRecord(record, desk.seen.record)) return ok(desk);
  const words = `Open ${record.type} ${record.id}, then undo again.`;
  if (record.host !== desk.seen.record.host || action.channel === 'page')
    return refuse('other-record', words);
  const reachable = desk.sessionAllowed && desk.seen.record.site === record.site;
  return reachable ? ok({ ...desk, seen: { ...desk.seen, record } }) : refuse('other-record', words);
}

interface Compensation {
  action: ActionState;
  tool: AnyEffectTool;
  seed: ToolSeed;
  desk: Desk;
}

async function makeCard(
  context: Context,
  { action, tool, seed, desk }: Compensation,
): Promise<Result<{ card: Card; needsLook: boolean }>> {
  const { deps } = context;
  const { mode } = context.store.getState();
  const run = await startRun(deps, { taskType: 'undo', model: 'none', mode, record: desk.seen.record });
  context.runs.set(run.runId, run);
  const made = await propose(deps, {
    tool: seed.tool,
    input: seed.input,
    origin: 'undo',
    mode,
    runId: run.runId,
    desk,
    undoes: action.actionId,
  });
  run.turnEnded = true;
  if (!made.ok) {
    await close(context, run, 'failed');
    return made;
  }
  const card = made.value;
  const conflict = await conflictOf(context, action, tool, card.seen);
  if (conflict) {
    card.status = 'changed';
    card.notice = conflict;
    return ok({ card, needsLook: true });
  }
  if (action.class === 'R3') {
    card.notice = 'This cannot be removed. Approve to add a visible note instead.';
    return ok({ card, needsLook: true });
  }
  card.armedAt = 0;
  return ok({ card, needsLook: false });
}

/** Three values in words when the field does not hold what we left there; null when it does. */
async function conflictOf(
  context: Context,
  action: ActionState,
  { touches }: AnyEffectTool,
  seen: Observation,
): Promise<string | null> {
  const receipt = await receiptOf(context.deps.reader, action);
  const change = receipt?.before[0];
  if (!change || change.after === null || touches.what !== 'field') return null;
  const field = findField(seen, change.field, touches.scope);
  if (!field || field.kind === 'tags') return null;
  const now = field.values[0] ?? '';
  if (now === change.after) return null;
  const words = `Before: “${change.before ?? ''}”. Ours: “${change.after}”. Now: “${now}”. Approve to put “${change.before ?? ''}” back.`;
  return `${noticeOf({ code: 'changed-since' })} ${words}`;
}
