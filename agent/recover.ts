import { Binding } from '../core/binding';
import type { Entry } from '../core/entry';
import { type ActionState, foldActions } from '../core/fold';
import { type ActOutcome, unknown } from '../core/outcome';
import { recordKey } from '../core/record';
import { isEffect } from '../core/tool';
import { findTool } from '../tools/registry';
import type { Context } from './context';
import { outcomeFact } from './dispatch';
import { changesOf, factData, textOf } from './receipt';
import { finishRun, type RunStep } from './run-record';
import { settle } from './settle';
import { hasParts, settleParts } from './settle-parts';

/** How long the record is read back for an action that an earlier panel left a moment ago. Ms. */
const READ_BACK_MS = 2_000;

/** So long after it was begun its request is over, and time is given only to the page, to draw the record. Ms. */
const ON_ITS_WAY_MS = 10_000;
const DRAWN_MS = 600;

/** How long a page that is still at work may take first: what it says later is heard by the next look. Ms. */
const LEDGER_MS = 1_500;

/**
 * So long after the panel opened, waiting ends: what does not show by then is "not certain", and is looked for again
 * whenever its record changes. One question to the page and one look are taken however late it is. Ms.
 */
const WAITS_UNTIL_MS = 3_000;
const LEAST_MS = 300;

/**
 * When a panel opens: what was signed and never begun is "not sent"; what was begun and has no answer is settled
 * by asking the page and reading the record back. Nothing is ever done again.
 * @returns words for the person, or null when there was nothing to settle.
 */
export async function recover(context: Context): Promise<string | null> {
  const { deps } = context;
  const opened = deps.clock.now();
  await deps.customTools.load();
  const entries = await deps.reader.entriesOfNewestActions(200);
  const busy = new Set(await deps.heldNames());
  const words: string[] = [];
  const all = foldActions(entries);
  for (const action of all.filter((one) => !hasParts(one))) {
    if (busy.has(`hold:${action.actionId}`) || (action.record && busyWith(busy, action))) continue;
    if (action.status === 'approved') {
      await writeNotSent(context, action);
      if (action.tool === 'send_reply')
        words.push(
          `Not sent: a reply on ${action.record?.id ?? 'a ticket'}. The panel was closed before it left.`,
        );
    }
    if (action.status === 'started') {
      const outcome = await settleLost(context, action, entries, opened + WAITS_UNTIL_MS);
      if (outcome.status === 'unknown') {
        words.push(
          `It is not known whether an action on ${action.record?.id ?? 'a ticket'} happened. Look at the ticket before you try again.`,
        );
      }
    }
  }
  for (const action of all.filter(hasParts)) {
    if (busy.has(`hold:${action.actionId}`) || (action.record && busyWith(busy, action))) continue;
    if (action.status === 'approved') await writeNotSent(context, action);
    if (action.status !== 'started') continue;
    const { status, refusal } = await settleParts(context, action);
    await endRun(context, action, status);
    if (refusal)
      words.push(`A macro on ${action.record?.id ?? 'a ticket'} was stopped. ${refusal.detail ?? ''}`);
  }
  for (const started of await deps.reader.openRuns(100)) {
    // A run of a panel that is open holds its name; one that began a moment ago may not have it yet.
    const alive = busy.has(`run:${started.runId}`) || Date.parse(started.at) > opened;
    if (!alive && started.runId !== null) await finishLost(context, started.runId, started, []);
  }
  const said = words.filter(Boolean);
  return said.length > 0 ? said.join(' ') : null;
}

function busyWith(busy: Set<string>, action: ActionState): boolean {
  const { record } = action;
  return record !== null && busy.has(`effect:${recordKey(record)}`);
}

async function writeNotSent(context: Context, action: ActionState): Promise<void> {
  await context.deps.log.append({
    kind: 'action.cancelled',
    runId: action.runId,
    actor: { kind: 'system' },
    data: { ...factData(action), reason: 'panel-closed' },
  });
  await endRun(context, action, 'not-sent');
}

async function settleLost(
  context: Context,
  action: ActionState,
  entries: Entry[],
  waitsUntil: number,
): Promise<ActOutcome> {
  const { deps } = context;
  const atMost = (ms: number): number => Math.min(ms, Math.max(0, waitsUntil - deps.clock.now()));
  const tool = findTool(action.tool);
  const bound = await textOf(deps.reader, action, 'binding');
  const input = await textOf(deps.reader, action, 'input');
  const started = entries.findLast((e) => e.kind === 'action.started' && e.data.actionId === action.actionId);
  const documentId = String(started?.data.documentId ?? '');
  const parsed = bound === null ? null : Binding.safeParse(JSON.parse(bound));
  let outcome = unknown({ code: 'no-answer' });
  if (tool && isEffect(tool) && parsed?.success && input !== null && context.tabId !== null) {
    const binding = parsed.data;
    const { settings } = await deps.settings.get();
    const sessionAllowed = settings.sites.some((s) => s.host === binding.record.host && s.session);
    const startedAt = started ? Date.parse(started.at) : 0;
    const readBackMs = deps.clock.now() - startedAt > ON_ITS_WAY_MS ? DRAWN_MS : READ_BACK_MS;
    outcome = await settle(deps, {
      actionId: action.actionId,
      tool,
      input: JSON.parse(input) as Record<string, unknown>,
      changes: await changesOf(deps.reader, action),
      binding,
      sessionAllowed,
      page: { tabId: context.tabId, documentId },
      seen: null,
      startedAt,
      waitMs: () => atMost(readBackMs),
      ledgerMs: Math.max(LEAST_MS, atMost(LEDGER_MS)),
    });
  }
  const ending = {
    runId: action.runId,
    data: { ...factData(action), recovered: true },
    changes: await changesOf(deps.reader, action),
  };
  await deps.log.append(outcomeFact(ending, outcome));
  await endRun(context, action, outcome.status);
  return outcome;
}

/** The run that the closed panel left open ends here, unless more of its actions are to be settled. */
async function endRun(context: Context, action: ActionState, outcome: string): Promise<void> {
  if (action.runId === null) return;
  const entries = await context.deps.reader.entriesOfRun(action.runId);
  const started = entries.find((e) => e.kind === 'run.started');
  const open = foldActions(entries).some((a) => a.status === 'approved' || a.status === 'started');
  if (!started || open || entries.some((e) => e.kind === 'run.finished')) return;
  const step = { type: 'action' as const, tool: action.tool, status: outcome, latencyMs: 0, sources: [] };
  await finishLost(context, action.runId, started, [step]);
}

async function finishLost({ deps }: Context, runId: string, started: Entry, steps: RunStep[]): Promise<void> {
  const run = {
    runId,
    taskType: String(started.data.taskType ?? ''),
    model: String(started.data.model ?? ''),
    startedAt: Date.parse(started.at),
    steps,
    costMicroUsd: 0,
    turnEnded: true,
    unwritten: [],
    release: () => undefined,
  };
  await finishRun(deps, run, 'panel-closed');
}
