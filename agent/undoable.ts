import type { ActionState } from '../core/fold';
import { sameRecord } from '../core/record';
import { isEffect } from '../core/tool';
import { findTool } from '../tools/registry';

/** Done (or a part of it), not taken back, no undo itself, and of a class that can be taken back. */
export function isOpen(action: ActionState): boolean {
  return stands(action) && action.undoes === null && action.class !== 'R4';
}

/**
 * Can it be taken back now? A step of a macro is taken back with it, or alone where the macro cannot be.
 * @param whole the macro that it is a step of
 */
export function isUndoable(action: ActionState, whole: ActionState | null): boolean {
  return isOpen(action) && !(whole && isOpen(whole));
}

/** Those of some actions that can be taken back now. */
export function undoable(actions: readonly ActionState[]): ActionState[] {
  const byId = new Map(actions.map((action) => [action.actionId, action]));
  return actions.filter(
    (action) => isUndoable(action, wholeOf(action, byId)) && !leftWithMessage(action, actions),
  );
}

/** An undo that can be taken back, so that what it took back stands again. A visible “disregard” note stays. */
export function isRedoable(action: ActionState, whole: ActionState | null): boolean {
  const can = stands(action) && action.undoes !== null && (action.class === 'R1' || action.class === 'R2');
  return can && !(whole && stands(whole));
}

/** The macro that it is a step of. */
export function wholeOf(
  action: ActionState,
  actions: { get(actionId: string): ActionState | undefined },
): ActionState | null {
  return actions.get(String(action.data.partOf ?? '')) ?? null;
}

/** A message through the page takes along whatever stands in the reply box. */
export function emptiedBox(action: ActionState): boolean {
  const tool = findTool(action.tool);
  const makesMessage = tool !== undefined && isEffect(tool) && tool.touches.what === 'message';
  return makesMessage && action.channel === 'page' && action.status === 'done';
}

/** The draft that this action put into the box has left it with a message since: there is nothing to take out. */
export function leftWithMessage(action: ActionState, others: Iterable<ActionState>): boolean {
  if (action.tool !== 'insert_draft') return false;
  for (const other of others)
    if (other.lastSeq > action.lastSeq && emptiedBox(other) && onOneRecord(action, other)) return true;
  return false;
}

/** Said of a draft that left. */
export const LEFT_WORDS = 'The draft left the box with the message that was sent after it.';

function stands(action: ActionState): boolean {
  const isDone = action.status === 'done' || (action.status === 'failed' && action.reason === 'partly-done');
  return isDone && action.undoneBy === null;
}

function onOneRecord(a: ActionState, b: ActionState): boolean {
  return a.record !== null && b.record !== null && sameRecord(a.record, b.record);
}
