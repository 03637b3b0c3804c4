import { type ActionState, foldActions } from '../core/fold';
import { recordKey, sameRecord } from '../core/record';
import { ok, type Refusal, type Result, refuse } from '../core/result';
import { type AnyCompoundTool, isCompound, isEffect, needsOpenBox, type ToolSeed } from '../core/tool';
import type { LogReader } from '../storage/read';
import { findTool } from '../tools/registry';
import { type Card, noticeOf } from './card';
import { type Conflict, conflictOf } from './conflict';
import type { Context } from './context';
import { grant } from './grant';
import type { Desk } from './look';
import { perform } from './perform';
import { type Proposal, propose } from './propose';
import { type PartSeed, proposeParts } from './propose-parts';
import { receiptOf } from './receipt';
import { close } from './run';
import { startRun } from './run-record';
import { isOpen, LEFT_WORDS, leftWithMessage } from './undoable';

/** How an undo went: taken back, waiting as a card for the person's choice, or not, and why. */
export type Undone = { is: 'done' | 'waiting' } | { is: 'not'; why: Refusal | string };

/**
 * Takes an action back: its compensation is proposed and walked like any other action. The click on Undo is the
 * signature; a second card comes only when someone changed the value since, or when undo adds something visible.
 */
export async function undo(context: Context, actionId: string): Promise<void> {
  const undone = await takeBack(context, actionId);
  if (undone.is === 'not') context.alert(undone.why);
}

/** The same without a word to the person, for whoever takes back several. */
export async function takeBack(context: Context, actionId: string): Promise<Undone> {
  const { deps } = context;
  const done = await deps.exclusively(`undo:${actionId}`, async (): Promise<Undone> => {
    const click = deps.clock.mono();
    const prepared = await prepareUndo(context, actionId);
    if (!prepared.ok) return { is: 'not', why: prepared.refusal };
    const { card, needsLook } = prepared.value;
    const workspace = context.workspace();
    workspace.cards.push(card);
    context.redraw();
    if (needsLook) return { is: 'waiting' };
    const refusal = await grant(context, card);
    if (refusal) return { is: 'not', why: refusal };
    await perform(context, card, click);
    // What is done stands in the activity; only what is open stays on the table.
    if (card.status === 'done') workspace.cards = workspace.cards.filter((c) => c !== card);
    if (card.status === 'done' && needsOpenBox(card.tool))
      context.changeDraft(workspace, { insertedBy: null });
    context.redraw();
    return card.status === 'done' ? { is: 'done' } : { is: 'not', why: card.notice ?? '' };
  });
  return done ?? { is: 'not', why: { code: 'running-already' } };
}

async function prepareUndo(context: Context, actionId: string): Promise<Result<Prepared>> {
  const { deps } = context;
  await deps.customTools.load();
  const states = await statesAround(deps.reader, actionId);
  const action = states.find((one) => one.actionId === actionId);
  if (action?.undoneBy) return refuse('undone-already');
  const tool = action ? findTool(action.tool) : undefined;
  if (action?.data.file && !tool) return refuse('tool-changed');
  if (!action || !tool || !(action.status === 'done' || isOpen(action))) return refuse('not-undoable');
  if (leftWithMessage(action, states)) return refuse('nothing-to-undo', LEFT_WORDS);
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

/** An action as it stands now, however long ago it was. */
export async function actionOf(reader: LogReader, actionId: string): Promise<ActionState | undefined> {
  return (await statesAround(reader, actionId)).find((a) => a.actionId === actionId);
}

/** It, and what was done on the same record: what took it back is among that. */
async function statesAround(reader: LogReader, actionId: string): Promise<ActionState[]> {
  const own = await reader.entriesOfAction(actionId);
  const record = foldActions(own)[0]?.record;
  return foldActions(record ? await reader.entriesOfRecord(recordKey(record)) : own);
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
  const conflicts = await conflictsOf(deps.reader, card, of);
  if (conflicts.length > 0) {
    const notice = noticeOf({ code: 'changed-since', detail: 'Choose which value shall stand.' });
    Object.assign(card, { conflicts, status: 'changed', notice });
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

/** Of the card, or of each of its parts: where somebody changed since what the action left there. */
async function conflictsOf(reader: LogReader, card: Card, of: readonly ActionState[]): Promise<Conflict[]> {
  const conflicts: Conflict[] = [];
  for (const one of of) {
    const part = card.parts.find((each) => each.undoes === one.actionId) ?? card;
    const tool = findTool(one.tool);
    const receipt = await receiptOf(reader, one);
    // What cannot be removed is answered by something new, whatever became of it.
    if (one.class === 'R3' && tool?.makes) continue;
    if (!tool || !isEffect(tool) || !receipt || (part === card && card.parts.length > 0)) continue;
    const conflict = conflictOf(part.actionId, tool, receipt, part.seen);
    if (conflict) conflicts.push(conflict);
  }
  return conflicts;
}
