import { type ActionState, foldActions } from '../core/fold';
import { findField, type Observation } from '../core/observation';
import { recordKey, sameRecord } from '../core/record';
import { ok, type Result, refuse } from '../core/result';
import { type AnyCompoundTool, isCompound, isEffect, needsOpenBox, type ToolSeed } from '../core/tool';
import type { LogReader } from '../storage/read';
import { findTool } from '../tools/registry';
import { type Card, noticeOf } from './card';
import type { Context } from './context';
import { grant } from './grant';
import type { Desk } from './look';
import { perform } from './perform';
import { type Proposal, propose } from './propose';
import { type PartSeed, proposeParts } from './propose-parts';
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
  const open = undoable(actions);
  const here = context.desk?.seen.record;
  const last = open.findLast((a) => here && a.record && sameRecord(a.record, here)) ?? open.at(-1);
  if (last) await undo(context, last.actionId);
  else context.alert({ code: 'nothing-to-undo' });
}

/** Those that can be taken back now. A step of a macro is taken back with it, or alone where the macro cannot be. */
export function undoable(actions: readonly ActionState[]): ActionState[] {
  const open = actions.filter(isOpen);
  const whole = new Set(open.map((a) => a.actionId));
  return open.filter((a) => !whole.has(String(a.data.partOf ?? '')));
}

/** Done (or a part of it), not taken back, no undo itself, and of a class that can be taken back. */
function isOpen(action: ActionState): boolean {
  const isDone = action.status === 'done' || (action.status === 'failed' && action.reason === 'partly-done');
  return isDone && action.undoneBy === null && action.undoes === null && action.class !== 'R4';
}

async function prepareUndo(context: Context, actionId: string): Promise<Result<Prepared>> {
  const { deps } = context;
  await deps.customTools.load();
  const action = await actionOf(deps.reader, actionId);
  if (action?.undoneBy) return refuse('undone-already');
  const tool = action ? findTool(action.tool) : undefined;
  if (action?.data.file && !tool) return refuse('tool-changed');
  if (!action || !tool || !(action.status === 'done' || isOpen(action))) return refuse('not-undoable');
  const desk = deskFor(context, action);
  if (!desk.ok) return desk;
  if (isCompound(tool)) return await undoParts(context, action, tool, desk.value);
  const seed = await seedOf(deps.reader, action);
  if (!seed.ok) return seed;
  return await makeCard(context, action, desk.value, [action], (proposal) =>
    propose(deps, { ...proposal, ...seed.value }),
  );
}

/** All steps that are done and stand, the last one first, on one card. */
async function undoParts(
  context: Context,
  action: ActionState,
  tool: AnyCompoundTool,
  desk: Desk,
): Promise<Result<Prepared>> {
  const { deps } = context;
  const entries = await deps.reader.entriesOfRecord(recordKey(desk.seen.record));
  const standing = foldActions(entries)
    .filter((one) => one.data.partOf === action.actionId && one.status === 'done' && one.undoneBy === null)
    .toReversed();
  const seeds: PartSeed[] = [];
  for (const one of standing) {
    const seed = await seedOf(deps.reader, one);
    if (!seed.ok) return seed;
    seeds.push({ ...seed.value, undoes: one.actionId });
  }
  if (seeds.length === 0) return refuse('nothing-to-undo');
  const input = (await receiptOf(deps.reader, action))?.input ?? {};
  return await makeCard(context, action, desk, standing, (proposal) =>
    proposeParts(deps, tool, { ...proposal, tool: tool.name, input }, seeds),
  );
}

/** The call that takes back what one action did. */
async function seedOf(reader: LogReader, action: ActionState): Promise<Result<ToolSeed>> {
  const tool = findTool(action.tool);
  if (!tool || !isEffect(tool)) return refuse('not-undoable');
  if (tool.class === 'R4') return refuse('not-undoable', tool.irreversible);
  const receipt = await receiptOf(reader, action);
  return receipt
    ? tool.compensate(receipt)
    : refuse('not-undoable', 'What it changed was erased from the log.');
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

/** A card that takes something back; it is looked at first when somebody changed that since, or would see it. */
interface Prepared {
  card: Card;
  needsLook: boolean;
}

/**
 * @param of the action, or the steps of it that are taken back
 * @param make proposes the compensation
 */
async function makeCard(
  context: Context,
  action: ActionState,
  desk: Desk,
  of: readonly ActionState[],
  make: (proposal: Omit<Proposal, 'tool' | 'input'>) => Promise<Result<Card>>,
): Promise<Result<Prepared>> {
  const { deps } = context;
  const { mode } = context.store.getState();
  const run = await startRun(deps, { taskType: 'undo', model: 'none', mode, record: desk.seen.record });
  context.runs.set(run.runId, run);
  const made = await make({ origin: 'undo', mode, runId: run.runId, desk, undoes: action.actionId });
  run.turnEnded = true;
  if (!made.ok) {
    await close(context, run, 'failed');
    return made;
  }
  const card = made.value;
  const conflicts: string[] = [];
  for (const one of of) conflicts.push(...(await conflictOf(context, one, card.seen)));
  if (conflicts.length > 0) {
    card.status = 'changed';
    card.notice = `${noticeOf({ code: 'changed-since' })} ${conflicts.join(' ')}`;
    return ok({ card, needsLook: true });
  }
  const custom = of.length === 1 ? card.tool.custom : undefined;
  if (custom && of[0]?.class === 'R3') {
    card.notice = custom.undoWords;
    return ok({ card, needsLook: true });
  }
  if (of.some((one) => one.class === 'R3')) {
    card.notice = 'This cannot be removed. Approve to add a visible note instead.';
    return ok({ card, needsLook: true });
  }
  card.armedAt = 0;
  return ok({ card, needsLook: false });
}

/** Three values in words when the field does not hold what we left there; nothing when it does. */
async function conflictOf(context: Context, action: ActionState, seen: Observation): Promise<string[]> {
  const tool = findTool(action.tool);
  const receipt = await receiptOf(context.deps.reader, action);
  const change = receipt?.before[0];
  if (!tool || !isEffect(tool) || tool.touches.what !== 'field' || !change || change.after === null)
    return [];
  const field = findField(seen, change.field, tool.touches.scope);
  if (!field || field.kind === 'tags') return [];
  const now = field.values[0] ?? '';
  if (now === change.after) return [];
  const before = change.before ?? '';
  return [`Before: “${before}”. Ours: “${change.after}”. Now: “${now}”. Approve to put “${before}” back.`];
}
