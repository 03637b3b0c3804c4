import { Binding } from '../core/binding';
import { type ActionState, foldActions } from '../core/fold';
import type { Observation } from '../core/observation';
import { unknown } from '../core/outcome';
import { recordKey, sameRecord } from '../core/record';
import { type AnyEffectTool, isEffect, newMessages } from '../core/tool';
import { findTool } from '../tools/registry';
import type { Context } from './context';
import { outcomeFact } from './dispatch';
import { type Desk, lookThrough } from './look';
import { changesOf, factData, textOf } from './receipt';
import { ledgerSays, lookBefore } from './settle';
import { hasParts, settleWhole } from './settle-parts';

/** How many of a record's newest actions are looked through. */
const NEWEST = 100;

/** How long the page that acts may still be at it: its own proof takes no longer. Ms. */
const LEDGER_MS = 15_000;

/**
 * Reads back what stayed unknown on the record that is on the screen. A message that stands there is proof; a value
 * that is so now may be somebody else's doing, so the person is asked. Nothing is ever done again.
 */
export async function lookAgain(context: Context): Promise<void> {
  const { desk } = context;
  if (!desk || desk.seen.record.type === 'document') return;
  const key = recordKey(desk.seen.record);
  const mine = looking.get(context) ?? new Map<string, Promise<unknown>>();
  looking.set(context, mine);
  // Asked again meanwhile: it is over when the look that is under way is.
  const look = mine.get(key) ?? lookThroughOpen(context, desk, key).finally(() => mine.delete(key));
  mine.set(key, look);
  await look;
}

/** What a panel is looking through now, by record. */
const looking = new WeakMap<Context, Map<string, Promise<unknown>>>();

async function lookThroughOpen(context: Context, desk: Desk, key: string): Promise<void> {
  const { deps } = context;
  // Two panels beside one record: one of them looks.
  await deps.exclusively(`look:${key}`, async () => {
    const actions = foldActions(await deps.reader.entriesOfNewestActions(NEWEST, key));
    const open = actions.filter((action) => action.status === 'unknown' && !hasParts(action));
    let left = open.length;
    for (const action of open) {
      if (!(await readBack(context, desk, action))) continue;
      left -= 1;
      await settleWhole(context, action);
    }
    if (left > 0) context.unsettled.add(key);
    else context.unsettled.delete(key);
  });
}

/** True when it is settled now. What was seen is written once, not at every look. */
async function readBack(context: Context, desk: Desk, action: ActionState): Promise<boolean> {
  const { deps } = context;
  const tool = findTool(action.tool);
  const text = await textOf(deps.reader, action, 'binding');
  const input = await textOf(deps.reader, action, 'input');
  if (!tool || !isEffect(tool) || text === null || input === null) return false;
  const binding = Binding.safeParse(JSON.parse(text));
  if (!binding.success) return false;
  const about = {
    runId: action.runId,
    data: { ...factData(action), recovered: true },
    changes: await changesOf(deps.reader, action),
  };
  const said = await ledgerSays(deps, { ...addressOf(context, action), binding: binding.data }, LEDGER_MS);
  if (said && said.status !== 'unknown') return (await deps.log.append(outcomeFact(about, said))).ok;
  // What was put into a reply box can be proved only by the page that did it.
  if (tool.idempotency === 'restore-point') return false;
  const seen = await lookAs(context, desk, binding.data.channel);
  if (!seen || !sameRecord(seen.record, binding.data.record)) return false;
  const before = lookBefore(binding.data, seen);
  const lost = { outcome: 'unknown', refusal: { code: 'no-answer' } } as const;
  const verdict = tool.verify(JSON.parse(input), before, seen, lost);
  if (verdict === 'unknown') return false;
  if (verdict === 'confirmed' && tool.makes) {
    const done = {
      ...unknown({ code: 'no-answer' }),
      status: 'done' as const,
      refusal: null,
      messageKey: madeBy(tool, JSON.parse(input), before, seen),
      proof: `Read back from the record later (${binding.data.channel}).`,
    };
    return (await deps.log.append(outcomeFact(about, done))).ok;
  }
  const code = verdict === 'confirmed' ? 'seems-so' : 'not-proved';
  if (action.data.reason !== code) await deps.log.append(outcomeFact(about, unknown({ code })));
  return false;
}

/** The document that was to act, and when; the page of another tab has another one, and does not answer. */
function addressOf({ tabId }: Context, { actionId, at, data }: ActionState) {
  const page = { tabId: tabId ?? -1, documentId: String(data.documentId ?? '') };
  return { actionId, page, startedAt: Date.parse(at) };
}

/** The page as it was just seen; over an API it is looked at anew. */
async function lookAs(
  { deps }: Context,
  desk: Desk,
  channel: Binding['channel'],
): Promise<Observation | null> {
  if (channel === 'page') return desk.seen;
  const look = await lookThrough(deps, desk, channel);
  return look.ok ? look.value : null;
}

/** The one message among the new ones that is ours: without it the others prove nothing. */
function madeBy(tool: AnyEffectTool, input: unknown, before: Observation, seen: Observation): string | null {
  const lost = { outcome: 'unknown', refusal: { code: 'no-answer' } } as const;
  const ours = newMessages(before, seen).filter((message) => {
    const alone = { ...seen, messages: [...before.messages, message] };
    return tool.verify(input, before, alone, lost) === 'confirmed';
  });
  return ours[0]?.key ?? null;
}

/** The person looked and says which it was. Their word is a fact of theirs; nothing is done. */
export async function settleByPerson(context: Context, actionId: string, wasDone: boolean): Promise<void> {
  const { deps } = context;
  await deps.exclusively(`settle:${actionId}`, async () => {
    const [action] = foldActions(await deps.reader.entriesOfAction(actionId));
    if (action?.status !== 'unknown') return;
    const { messageKey } = action.data;
    const said = {
      ...unknown({ code: 'said-not-done' }),
      status: wasDone ? ('done' as const) : ('failed' as const),
      messageKey: typeof messageKey === 'string' ? messageKey : null,
      ...(wasDone ? { refusal: null, proof: 'The person looked and said so.' } : {}),
    };
    const changes = await changesOf(deps.reader, action);
    const fact = outcomeFact(
      { runId: action.runId, data: { ...factData(action), recovered: true }, changes },
      said,
    );
    const written = await deps.log.append({ ...fact, actor: { kind: 'user' } });
    if (!written.ok) context.alert(written.refusal);
    else await settleWhole(context, action);
  });
}
