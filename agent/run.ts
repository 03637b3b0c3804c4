import { compactText } from '../core/compact';
import type { Engine, Source, Turn } from '../core/engine';
import { fingerprint } from '../core/fingerprint';
import { reasonWords } from '../core/reasons';
import type { Refusal } from '../core/result';
import { isEffect } from '../core/tool';
import type { Mode } from '../core/words';
import { answerCall, type Call, type ParsedCall, parseCall } from './calls';
import { noticeOf } from './card';
import type { Context, Workspace } from './context';
import type { Desk } from './look';
import { offersFor } from './offers';
import { propose } from './propose';
import { finishRun, type RunRecord, startRun } from './run-record';
import { suggestionsIn } from './suggestions';

const MAX_STEPS = 8;
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
  context.changeRun(workspace, { status: 'running', words: 'Reading the ticket…' });
  const abort = new AbortController();
  running.set(workspace, abort);
  try {
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
    const turn = { context, workspace, desk, run, mode, signal: abort.signal };
    const end = await converse(turn, engine.value);
    await conclude(turn, end);
  } finally {
    running.delete(workspace);
  }
}

const TASKS: Record<Mode, string> = { Suggest: 'suggest', Draft: 'draft_reply', Review: 'propose_actions' };

interface TurnState {
  context: Context;
  workspace: Workspace;
  desk: Desk;
  run: RunRecord;
  mode: Mode;
  signal: AbortSignal;
}

interface End {
  calls: ParsedCall[];
  refused: Refusal[];
  text: string;
  sources: Source[];
  reason: Refusal | null;
}

/** Step after step, until the engine asks for nothing more to read. */
async function converse(turn: TurnState, engine: Engine): Promise<End> {
  const { context, workspace, desk, run, mode, signal } = turn;
  const offers = offersFor(mode, desk.seen);
  const turns: Turn[] = [];
  const end: End = { calls: [], refused: [], text: '', sources: [], reason: null };
  const ownDraft = workspace.draft.text;
  for (let step = 0; step < MAX_STEPS; step++) {
    const since = context.deps.clock.now();
    const calls: Call[] = [];
    const sources: Source[] = [];
    let text = '';
    let reason: Refusal | null = null;
    const request = {
      mode,
      instructions: workspace.instructions,
      ownDraft,
      seen: desk.seen,
      tools: offers,
      turns,
      signal,
    };
    for await (const event of engine.step(request)) {
      if (event.type === 'text') {
        text += event.delta;
        show(turn, text, engine.label);
      } else if (event.type === 'source') sources.push(event.source);
      else if (event.type === 'call') calls.push(event);
      else if (event.type === 'usage') run.costMicroUsd += event.costMicroUsd;
      else if (event.type === 'waiting')
        context.changeRun(workspace, { status: 'running', words: event.words });
      else if (event.reason)
        reason = event.detail ? { code: event.reason, detail: event.detail } : { code: event.reason };
    }
    if (signal.aborted) reason = { code: 'stopped' };
    end.text = text || end.text;
    end.sources.push(...sources);
    end.reason = reason;
    await logStep(turn, engine, { status: reason?.code ?? 'ok', since, sources });
    if (reason) return end;
    const answered: Turn['calls'] = [];
    let mayGoOn = false;
    for (const call of calls) {
      const parsed = parseCall(call, offers);
      if (!parsed.ok) {
        end.refused.push(parsed.refusal);
        answered.push({ ...call, answer: reasonWords(parsed.refusal.code) });
        continue;
      }
      if (isEffect(parsed.value.tool)) end.calls.push(parsed.value);
      else mayGoOn = true;
      answered.push({ ...call, answer: await answerCall(parsed.value, desk.seen, context.deps.search) });
    }
    if (!mayGoOn) return end;
    turns.push({ text, calls: answered });
  }
  return end;
}

function show({ context, workspace, mode }: TurnState, text: string, label: string): void {
  if (mode === 'Draft')
    context.changeDraft(workspace, { text, by: label, sources: [], incomplete: true, insertedBy: null });
  if (mode === 'Suggest') {
    workspace.suggestions = suggestionsIn(text, []);
    context.redraw();
  }
  context.changeRun(workspace, { status: 'running', words: mode === 'Draft' ? 'Drafting…' : 'Thinking…' });
}

/** After the turn has ended: the draft is whole, the cards appear, the words say how it went. */
async function conclude(turn: TurnState, end: End): Promise<void> {
  const { context, workspace, desk, run, mode } = turn;
  if (mode === 'Draft' && end.text) {
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
  for (const call of calls) {
    const card = await propose(context.deps, {
      tool: call.tool.name,
      input: call.input,
      origin: 'model',
      mode,
      runId: run.runId,
      desk,
    });
    if (card.ok) workspace.cards.push(card.value);
    else refused.push(card.refusal);
  }
  // All cards of a turn appear together, so that none slides under a click meant for another.
  const armedAt = context.deps.clock.mono() + 600;
  for (const card of workspace.cards.filter((c) => c.runId === run.runId)) card.armedAt = armedAt;
  run.turnEnded = true;
  const made = workspace.cards.filter((c) => c.runId === run.runId).length;
  context.changeRun(workspace, { status: 'done', words: doneWords(mode, made, end, refused) });
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

async function logStep(
  { context, run }: TurnState,
  engine: Engine,
  step: { status: string; since: number; sources: Source[] },
): Promise<void> {
  const latencyMs = Math.round(context.deps.clock.now() - step.since);
  const sources = step.sources.map((s) => s.title);
  run.steps.push({ type: 'model', tool: null, status: step.status, latencyMs, sources });
  await context.deps.log.append({
    kind: 'model.called',
    runId: run.runId,
    actor: { kind: 'model' },
    data: {
      engine: engine.id,
      model: engine.model,
      status: step.status,
      latencyMs,
      costMicroUsd: run.costMicroUsd,
    },
  });
}

async function logDraft({ context, run }: TurnState, end: End): Promise<void> {
  await context.deps.log.append({
    kind: 'draft.made',
    runId: run.runId,
    actor: { kind: 'model' },
    data: { incomplete: end.reason !== null, sources: end.sources.map((s) => `${s.kind}: ${s.title}`) },
    contents: { draft: { mediaType: 'text/plain', text: end.text } },
  });
}
