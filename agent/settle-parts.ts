import { type ActionState, foldActions } from '../core/fold';
import { type ActOutcome, failed, unknown } from '../core/outcome';
import { recordKey } from '../core/record';
import type { Context } from './context';
import { outcomeFact } from './dispatch';
import { changesOf, factData } from './receipt';

export const hasParts = (action: ActionState): boolean => Array.isArray(action.data.parts);

/** What became of an action of several steps follows from its steps, which were settled before. */
export async function settleParts({ deps }: Context, action: ActionState): Promise<ActOutcome> {
  const entries = action.record ? await deps.reader.entriesOfRecord(recordKey(action.record)) : [];
  const parts = foldActions(entries).filter((one) => one.data.partOf === action.actionId);
  const asked = Array.isArray(action.data.parts) ? action.data.parts.length : parts.length;
  const outcome = { ...sumOf(parts, asked), changes: await changesOf(deps.reader, action) };
  const data = { ...factData(action), recovered: true };
  if (outcome.status !== action.status)
    await deps.log.append(outcomeFact({ runId: action.runId, data, changes: outcome.changes }, outcome));
  return outcome;
}

function sumOf(parts: readonly ActionState[], asked: number): ActOutcome {
  const done = parts.filter((part) => part.status === 'done').length;
  const detail = `${done} of ${asked} steps were done.`;
  if (parts.some((part) => part.status === 'unknown' || part.status === 'started'))
    return unknown({ code: 'partly-done', detail });
  if (done === 0) return failed({ code: 'panel-closed' });
  const partly = failed({ code: 'partly-done', detail });
  return done === asked
    ? { ...partly, status: 'done', refusal: null, proof: 'Each part was read back.' }
    : partly;
}

/** After one of its steps was settled: the whole may be settled now, too. */
export async function settleWhole(context: Context, part: ActionState): Promise<void> {
  const { partOf } = part.data;
  if (typeof partOf !== 'string') return;
  const [whole] = foldActions(await context.deps.reader.entriesOfAction(partOf));
  if (whole?.status === 'unknown') await settleParts(context, whole);
}
