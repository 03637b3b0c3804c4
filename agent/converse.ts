import type { Engine, Source, Turn } from '../core/engine';
import type { Observation } from '../core/observation';
import { reasonWords } from '../core/reasons';
import type { Refusal } from '../core/result';
import type { Known } from '../core/tool';
import type { Mode } from '../core/words';
import { answerCall, type Call, callCounter, type ParsedCall, parseCall } from './calls';
import type { Context, Workspace } from './context';
import { lookUp } from './custom/look-up';
import type { Desk } from './look';
import { offersFor } from './offers';
import { type RunRecord, sourceName } from './run-record';
import { suggestionsIn } from './suggestions';
import { summarizeWith } from './summarize';

const MAX_STEPS = 8;

export interface TurnState {
  context: Context;
  workspace: Workspace;
  desk: Desk;
  run: RunRecord;
  mode: Mode;
  known: Known;
  signal: AbortSignal;
}

export interface End {
  calls: ParsedCall[];
  refused: Refusal[];
  text: string;
  sources: Source[];
  reason: Refusal | null;
  /** For the person: an instruction that was left out, say. */
  remark: string;
}

/** Step after step, until the engine asks for nothing more to read. */
export async function converse(turn: TurnState, engine: Engine): Promise<End> {
  const { context, workspace, desk, run, mode, signal } = turn;
  const offers = offersFor(mode, desk.seen, turn.known);
  const turns: Turn[] = [];
  const mayCall = callCounter();
  const end: End = { calls: [], refused: [], text: '', sources: [], reason: null, remark: '' };
  // What the engine wrote itself is no draft of the person's; only what they typed or changed is handed back.
  const siteNote = await context.deps.siteNote(desk.seen.record.host);
  const ownDraft = workspace.draft.text === workspace.written ? '' : workspace.draft.text;
  const reads = {
    search: context.deps.search,
    summarize: (seen: Observation) =>
      summarizeWith(engine, { mode, seen, signal }, ({ costMicroUsd }) => {
        run.costMicroUsd += costMicroUsd;
      }),
  };
  for (let step = 0; step < MAX_STEPS; step++) {
    const since = context.deps.clock.now();
    const calls: Call[] = [];
    const sources: Source[] = [];
    let text = '';
    let reason: Refusal | null = null;
    const usage = { inputTokens: 0, outputTokens: 0, costMicroUsd: 0 };
    const request = {
      mode,
      instructions: workspace.instructions,
      ownDraft,
      seen: desk.seen,
      siteNote,
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
      else if (event.type === 'usage') {
        run.costMicroUsd += event.costMicroUsd;
        usage.inputTokens += event.inputTokens;
        usage.outputTokens += event.outputTokens;
        usage.costMicroUsd += event.costMicroUsd;
      } else if (event.type === 'waiting')
        context.changeRun(workspace, { status: 'running', words: event.words });
      else if (event.reason)
        reason = event.detail ? { code: event.reason, detail: event.detail } : { code: event.reason };
      else end.remark = event.detail ?? '';
    }
    if (signal.aborted) reason = { code: 'stopped' };
    end.text = text || end.text;
    end.sources.push(...sources);
    end.reason = reason;
    await logStep(turn, engine, { status: reason?.code ?? 'ok', since, sources, usage });
    if (reason) return end;
    const answered: Turn['calls'] = [];
    let mayGoOn = false;
    for (const call of calls) {
      const parsed = parseCall(call, { offers, seen: desk.seen, mayCall });
      if (!parsed.ok) {
        end.refused.push(parsed.refusal);
        answered.push({ ...call, answer: reasonWords(parsed.refusal.code) });
        continue;
      }
      if (parsed.value.tool.class !== 'R0') end.calls.push(parsed.value);
      else mayGoOn = true;
      const answer = parsed.value.tool.custom
        ? await lookUp(context.deps, run, parsed.value, desk.seen, reads)
        : await answerCall(parsed.value, desk.seen, reads);
      answered.push({ ...call, answer });
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

async function logStep(
  { context, run }: TurnState,
  engine: Engine,
  step: {
    status: string;
    since: number;
    sources: Source[];
    usage: { inputTokens: number; outputTokens: number; costMicroUsd: number };
  },
): Promise<void> {
  const latencyMs = Math.round(context.deps.clock.now() - step.since);
  const sources = step.sources.map(sourceName);
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
      ...step.usage,
    },
  });
}
