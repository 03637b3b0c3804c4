import { foldActions } from '../core/fold';
import { recordKey } from '../core/record';
import { noticeOf } from './card';
import type { Context } from './context';
import { takeBack, type Undone } from './undo';
import { undoable } from './undoable';

/**
 * Takes back everything that one request did and that can be taken back, the last first. What somebody changed since
 * waits as a card, one a field, with its choice; what did not go is said by name, and hinders nothing else.
 */
export async function undoRun(context: Context, runId: string): Promise<void> {
  const { reader } = context.deps;
  const own = foldActions(await reader.entriesOfRun(runId));
  const record = own.find((action) => action.record)?.record;
  const states = record ? foldActions(await reader.entriesOfRecord(recordKey(record))) : own;
  const open = undoable(states)
    .filter((action) => action.runId === runId)
    .sort((a, b) => b.lastSeq - a.lastSeq);
  if (open.length === 0) return context.alert({ code: 'nothing-to-undo' });
  context.alert(null);
  const undone: Undone[] = [];
  for (const action of open) undone.push(await takeBack(context, action.actionId));
  const words = wordsOf(undone);
  context.changeRun(context.workspace(), { status: 'done', words });
  if (undone.some((one) => one.is === 'not')) context.alert(words);
}

function wordsOf(undone: readonly Undone[]): string {
  const done = undone.filter((one) => one.is === 'done').length;
  const waiting = undone.filter((one) => one.is === 'waiting').length;
  const not = undone.flatMap((one) => (one.is === 'not' ? [one.why] : []));
  const words = [`${done} of ${undone.length} taken back.`];
  if (waiting > 0) words.push(`${waiting} ${waiting === 1 ? 'waits' : 'wait'} for your choice.`);
  for (const why of not) words.push(`Not taken back: ${typeof why === 'string' ? why : noticeOf(why)}`);
  return words.join(' ');
}
