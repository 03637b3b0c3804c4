import type { JsonValue } from '../core/entry';
import type { RunTrace, TraceStep } from '../core/trace';

/** The parts of ATIF v1.4 that are written here; what the format makes optional and the log does not know is left out. */
export interface Trajectory {
  schema_version: 'ATIF-v1.4';
  /** The run's id. */
  session_id: string;
  agent: { name: string; version: string; model_name?: string };
  steps: AtifStep[];
  final_metrics: {
    total_prompt_tokens: number;
    total_completion_tokens: number;
    total_cost_usd: number;
    total_steps: number;
  };
  extra: Record<string, JsonValue>;
}

interface AtifStep {
  /** From 1, without gaps. */
  step_id: number;
  timestamp: string;
  source: 'system' | 'user' | 'agent';
  model_name?: string;
  message: string;
  tool_calls?: { tool_call_id: string; function_name: string; arguments: Record<string, JsonValue> }[];
  observation?: { results: { source_call_id: string; content: string }[] };
  metrics?: { prompt_tokens: number; completion_tokens: number; cost_usd: number };
  extra?: Record<string, JsonValue>;
}

/** Text of a content by its hash; null when it is not in the log any more, or not in the file. */
export type TextReader = (hash: string) => Promise<string | null>;

/** One run as a trajectory. A text that is missing is an empty message; nothing is made up in its place. */
export async function trajectoryOf(run: RunTrace, version: string, text: TextReader): Promise<Trajectory> {
  const steps: AtifStep[] = [];
  for (const step of run.steps) await take(steps, step, run, text);
  return {
    schema_version: 'ATIF-v1.4',
    session_id: run.runId,
    agent: { name: 'countersign', version, ...(run.model ? { model_name: run.model } : {}) },
    steps: steps.map((step, i) => ({ ...step, step_id: i + 1 })),
    final_metrics: {
      total_prompt_tokens: run.inputTokens,
      total_completion_tokens: run.outputTokens,
      total_cost_usd: usd(run.costMicroUsd),
      total_steps: steps.length,
    },
    extra: { task: run.taskType, mode: run.mode, outcome: run.outcome },
  };
}

async function take(steps: AtifStep[], step: TraceStep, run: RunTrace, text: TextReader): Promise<void> {
  const read = async (name: string): Promise<string> => {
    const hash = step.contents[name];
    return hash === undefined ? '' : ((await text(hash)) ?? '');
  };
  const add = (source: AtifStep['source'], message: string, more: Partial<AtifStep> = {}): void => {
    steps.push({ step_id: 0, timestamp: step.at, source, message, ...more });
  };
  switch (step.part) {
    case 'intent':
      return add('user', (await read('instructions')) || run.taskType);
    case 'context':
      return add('system', await read('seen'));
    case 'model':
      return add('agent', '', modelPart(step));
    case 'draft':
      return addText(steps, await read('draft'), add);
    case 'proposal':
      return addCall(steps, step, await read('input'), add);
    case 'signature':
    case 'policy':
      return add(step.actor === 'user' ? 'user' : 'system', step.kind, { extra: { ...step.data } });
    case 'proof':
      return addResult(steps, step, await read('detail'));
    default:
      return;
  }
}

type Add = (source: AtifStep['source'], message: string, more?: Partial<AtifStep>) => void;

function modelPart({ data }: TraceStep): Partial<AtifStep> {
  const metrics = {
    prompt_tokens: count(data.inputTokens),
    completion_tokens: count(data.outputTokens),
    cost_usd: usd(count(data.costMicroUsd)),
  };
  return { metrics, ...(typeof data.model === 'string' ? { model_name: data.model } : {}) };
}

/** What the model wrote belongs to its last step. */
function addText(steps: AtifStep[], message: string, add: Add): void {
  const last = steps.findLast((s) => s.source === 'agent' && s.metrics);
  if (last) last.message = message;
  else add('agent', message);
}

/** A call of the model's belongs to its step; one that a person made stands by itself and says so. */
function addCall(steps: AtifStep[], step: TraceStep, input: string, add: Add): void {
  const call = {
    tool_call_id: step.actionId ?? '',
    function_name: typeof step.data.tool === 'string' ? step.data.tool : '',
    arguments: objectIn(input),
  };
  const last = step.actor === 'model' ? steps.findLast((s) => s.source === 'agent' && s.metrics) : undefined;
  if (last) last.tool_calls = [...(last.tool_calls ?? []), call];
  else add('agent', '', { tool_calls: [call], extra: { proposed_by: step.actor } });
}

/** How an action ended is told where it was called. */
function addResult(steps: AtifStep[], step: TraceStep, detail: string): void {
  const caller = steps.find((s) => s.tool_calls?.some((c) => c.tool_call_id === step.actionId));
  if (!caller || step.actionId === null) return;
  const { proof, reason } = step.data;
  const words = [step.kind, proof, reason, detail].filter((part) => typeof part === 'string' && part !== '');
  const result = { source_call_id: step.actionId, content: words.join(': ') };
  caller.observation = { results: [...(caller.observation?.results ?? []), result] };
}

/** The arguments as they were signed. A text that is no JSON object, from another program's log, stands as it is. */
function objectIn(text: string): Record<string, JsonValue> {
  if (text === '') return {};
  try {
    const value: JsonValue = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : { value };
  } catch {
    return { text };
  }
}

function count(value: JsonValue | undefined): number {
  return typeof value === 'number' ? value : 0;
}

const usd = (micro: number): number => micro / 1_000_000;
