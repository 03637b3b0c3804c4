import { compactText } from '../core/compact';
import { fingerprint } from '../core/fingerprint';
import { sameRecord } from '../core/record';
import type { Refusal } from '../core/result';
import { isCompound } from '../core/tool';
import type { Mode } from '../core/words';
import { ARMING_MS, type Card, noticeOf } from './card';
import type { Context, Workspace } from './context';
import { converse, type End, type TurnState } from './converse';
import { knownFor } from './known';
import type { Desk } from './look';
import { propose } from './propose';
import { proposeCompound } from './propose-parts';
import { finishRun, type RunRecord, sourceName, startRun } from './run-record';
import { suggestionsIn } from './suggestions';

const MAX_CARDS = 12;

const running = new WeakMap<Workspace, AbortController>();

export function stop(context: Context): void {
  running.get(context.workspace())?.abort();
}

/** The mode's main action: reads the record, lets the engine write, and turns its calls into cards. */
export async function start(context: Context): Promise<void> {
  const { deps } = context;
  const { mode } = context.store.getState();
  const workspace = context.workspace();
  const desk = context.desk;
  if (!desk || running.has(workspace)) return;
  context.alert(null);
  const abort = new AbortController();
  running.set(workspace, abort);
  try {
    await deps.customTools.load();
    const engine = await deps.engine();
    if (!engine.ok) return fail(context, workspace, engine.refusal);
    await supersede(context, workspace);
    const { instructions } = workspace;
    const about = {
      taskType: TASKS[mode],
      model: engine.value.model,
      mode,
      record: desk.seen.record,
      instructions,
    };
    const run = await startRun(deps, about);
    context.runs.set(run.runId, run);
    await logContext(context, run, desk);
    const known = mode === 'Review' ? await knownFor(deps, desk) : NOTHING;
    const turn = { context, workspace, desk, run, mode, known, signal: abort.signal };
    const end = await converse(turn, engine.value);
    await conclude(turn, end);
  } finally {
    running.delete(workspace);
    // A bug on the way is reported by the browser; the panel must not stay at "running" because of it.
    if (workspace.run.status === 'running') {
      context.changeRun(workspace, { status: 'failed', words: 'Something went wrong here. Try again.' });
    }
  }
}

const NOTHING = { macros: [], articles: [] };

const TASKS: Record<Mode, string> = { Suggest: 'suggest', Draft: 'draft_reply', Review: 'propose_actions' };

/** After the turn has ended: the draft is whole, the cards appear, the words say how it went. */
async function conclude(turn: TurnState, end: End): Promise<void> {
  const { context, workspace, desk, run, mode } = turn;
  if (mode === 'Draft' && end.text) {
    workspace.written = end.text;
    context.changeDraft(workspace, { text: end.text, sources: end.sources, incomplete: end.reason !== null });
    await logDraft(turn, end);
  }
  if (mode === 'Suggest') {
    workspace.suggestions = suggestionsIn(end.text, end.sources);
    context.redraw();
  }
  if (end.reason) {
    await close(context, run, end.reason.code);
    return fail(context, workspace, end.reason);
  }
  const refused = [...end.refused];
  const calls = end.calls.slice(0, MAX_CARDS);
  if (end.calls.length > MAX_CARDS) refused.push({ code: 'too-many-calls' });
  const cards: Card[] = [];
  // The run is bound to the record and outlives a page load on it: the desk may be another document by now.
  const now = context.desk && sameRecord(context.desk.seen.record, desk.seen.record) ? context.desk : desk;
  for (const { tool, input } of calls) {
    const call = { tool: tool.name, input, origin: 'model' as const, mode, runId: run.runId, desk: now };
    const card = isCompound(tool)
      ? await proposeCompound(context.deps, call, turn.known)
      : await propose(context.deps, call);
    if (card.ok) cards.push(card.value);
    else refused.push(card.refusal);
  }
  // All cards of a turn appear together, so that none slides under a click meant for another.
  for (const card of cards) card.armedAt = context.deps.clock.mono() + ARMING_MS;
  workspace.cards.push(...cards);
  const made = cards.length;
  run.turnEnded = true;
  context.changeRun(workspace, {
    status: 'done',
    words: [doneWords(mode, made, end, refused), end.remark].filter(Boolean).join(' '),
  });
  if (refused.length > 0) context.alert(refused.map(noticeOf).join(' '));
  if (made === 0) await close(context, run, refused.length > 0 ? 'refused' : 'done');
}

function doneWords(mode: Mode, made: number, end: End, refused: Refusal[]): string {
  if (mode === 'Draft') return end.text ? 'The draft is ready. Nothing was sent.' : 'There is no draft.';
  if (mode === 'Suggest') return end.text ? 'Suggestions are ready.' : 'There is nothing to suggest.';
  if (made === 0)
    return refused.length > 0 ? 'Nothing could be proposed.' : end.text || 'There is nothing to propose.';
  return made === 1
    ? 'One action is proposed. Nothing was changed.'
    : `${made} actions are proposed. Nothing was changed.`;
}

function fail(context: Context, workspace: Workspace, refusal: Refusal): void {
  const stopped = refusal.code === 'stopped';
  context.changeRun(workspace, { status: stopped ? 'stopped' : 'failed', words: noticeOf(refusal) });
  if (!stopped) context.alert(refusal);
}

/** A new run of the same record puts the open cards of the one before it away. */
async function supersede(context: Context, workspace: Workspace): Promise<void> {
  for (const card of [...workspace.cards]) {
    if (card.status === 'held' || card.status === 'paused' || card.status === 'running') continue;
    workspace.cards = workspace.cards.filter((c) => c !== card);
    const run = context.runs.get(card.runId);
    if (run) await close(context, run, 'superseded');
  }
  context.redraw();
}

/** Ends a run once. */
export async function close(context: Context, run: RunRecord, outcome: string): Promise<void> {
  if (!context.runs.delete(run.runId)) return;
  await finishRun(context.deps, run, outcome);
}

async function logContext({ deps }: Context, run: RunRecord, { seen }: Desk): Promise<void> {
  await deps.log.append({
    kind: 'context.seen',
    runId: run.runId,
    actor: { kind: 'system' },
    data: { fingerprint: fingerprint(seen), messages: seen.messages.length, hidden: seen.hiddenCount },
    contents: { seen: { mediaType: 'text/plain', text: compactText(seen) } },
  });
}

async function logDraft({ context, run }: TurnState, end: End): Promise<void> {
  await context.deps.log.append({
    kind: 'draft.made',
    runId: run.runId,
    actor: { kind: 'model' },
    data: { incomplete: end.reason !== null, sources: end.sources.map(sourceName) },
    contents: { draft: { mediaType: 'text/plain', text: end.text } },
  });
}
