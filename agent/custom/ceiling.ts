import { foldActions } from '../../core/fold';
import { type RecordRef, recordKey } from '../../core/record';
import type { Refusal } from '../../core/result';
import type { AnyEffectTool } from '../../core/tool';
import type { LogReader } from '../../storage/read';

interface Spending {
  tool: AnyEffectTool;
  input: Record<string, unknown>;
  /** Of the card itself: it does not count against itself. */
  actionId: string;
  record: RecordRef;
}

/**
 * Why this amount may not be spent: more than one call may, or more than one ticket may together with what the log
 * says was spent on it. What was begun and is not certain counts as spent.
 */
export async function overCeiling(
  reader: Pick<LogReader, 'entriesOfRecord'>,
  { tool, input, actionId, record }: Spending,
): Promise<Refusal | null> {
  const money = tool.custom?.money;
  const amount = money?.amount(input) ?? null;
  if (!money || amount === null) return null;
  const { perCall, perTicket, words } = money.tool;
  if (amount > perCall)
    return { code: 'over-ceiling', detail: `${words(amount)} is over ${words(perCall)} for one call.` };
  const actions = foldActions(await reader.entriesOfRecord(recordKey(record)));
  let spent = 0;
  for (const action of actions) {
    if (action.tool !== tool.name || action.actionId === actionId || !COUNTS.has(action.status)) continue;
    if (typeof action.data.amount === 'number') spent += action.data.amount;
  }
  if (spent + amount <= perTicket) return null;
  const detail = `${words(spent)} was spent on this ticket before; with ${words(amount)} it is over ${words(perTicket)}.`;
  return { code: 'over-ceiling', detail };
}

const COUNTS = new Set(['started', 'done', 'unknown']);
