import type { JsonValue } from '../core/entry';
import type { ActionState } from '../core/fold';
import { sha256Hex } from '../core/hash';
import { recordKey } from '../core/record';
import type { RunTrace, TraceStep } from '../core/trace';

/** Who speaks, for the resource of the spans. */
export interface TraceSource {
  installationId: string;
  extensionVersion: string;
}

type Value = { stringValue: string } | { intValue: string } | { boolValue: boolean };
type Attribute = { key: string; value: Value };

interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  /** 1 internal, 3 client. */
  kind: 1 | 3;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  attributes: Attribute[];
  events: { timeUnixNano: string; name: string; attributes: Attribute[] }[];
  /** 0 unset, 1 ok, 2 error. */
  status: { code: 0 | 1 | 2; message?: string };
}

/** The body of one OTLP/HTTP trace export, in its JSON form (ids in hex, 64-bit numbers as text). */
export interface TraceExport {
  resourceSpans: {
    resource: { attributes: Attribute[] };
    scopeSpans: { scope: { name: string; version: string }; spans: Span[] }[];
  }[];
}

/**
 * Runs as OpenTelemetry spans under the GenAI names: a run is `invoke_agent`, a call of the model `chat`, an action
 * that was begun `execute_tool`. No text of a customer is in them: entries hold none, and contents are not looked at.
 */
export function otlpExport(runs: readonly RunTrace[], source: TraceSource): TraceExport {
  const resource = attributes({
    'service.name': 'countersign',
    'service.version': source.extensionVersion,
    'service.instance.id': source.installationId,
  });
  const scope = { name: 'countersign', version: source.extensionVersion };
  const spans = runs.flatMap((run) => spansOf(run, source));
  return { resourceSpans: [{ resource: { attributes: resource }, scopeSpans: [{ scope, spans }] }] };
}

function spansOf(run: RunTrace, source: TraceSource): Span[] {
  const root = rootSpan(run, source);
  const model = run.steps.filter((s) => s.part === 'model').map((step) => modelSpan(run, step));
  const started = run.actions.flatMap((action) => actionSpan(run, action) ?? []);
  for (const span of [...model, ...started]) span.parentSpanId = root.spanId;
  return [root, ...model, ...started];
}

const traceIdOf = (runId: string): string => sha256Hex(`run:${runId}`).slice(0, 32);
const spanIdOf = (name: string): string => sha256Hex(`span:${name}`).slice(0, 16);

/** Milliseconds to nanoseconds, as text: the number does not fit. */
const nano = (ms: number): string => `${Math.round(ms)}000000`;

function rootSpan(run: RunTrace, source: TraceSource): Span {
  const lastStep = run.steps.findLast((s) => s.part !== 'undo');
  const failed = run.outcome === 'failed' || run.outcome === 'unknown';
  return {
    traceId: traceIdOf(run.runId),
    spanId: spanIdOf(`run:${run.runId}`),
    name: 'invoke_agent countersign',
    kind: 1,
    startTimeUnixNano: nano(Date.parse(run.startedAt)),
    endTimeUnixNano: nano(Date.parse(run.endedAt ?? lastStep?.at ?? run.startedAt)),
    attributes: attributes({
      'gen_ai.operation.name': 'invoke_agent',
      'gen_ai.agent.name': 'countersign',
      'gen_ai.agent.id': source.installationId,
      'gen_ai.agent.version': source.extensionVersion,
      'gen_ai.conversation.id': run.record ? recordKey(run.record) : null,
      'gen_ai.request.model': run.model || null,
      'gen_ai.usage.input_tokens': run.inputTokens,
      'gen_ai.usage.output_tokens': run.outputTokens,
      'countersign.run.id': run.runId,
      'countersign.run.task': run.taskType,
      'countersign.run.mode': run.mode || null,
      'countersign.run.outcome': run.outcome,
      'countersign.run.cost_micro_usd': run.costMicroUsd,
    }),
    events: run.steps.filter(isEventOfRun).map(eventOf),
    status: failed ? { code: 2, message: run.outcome ?? '' } : { code: run.outcome === null ? 0 : 1 },
  };
}

/** What belongs to the run and to no span of its own. */
function isEventOfRun(step: TraceStep): boolean {
  if (step.part === 'context' || step.part === 'draft') return true;
  return step.part === 'policy' && step.actionId === null;
}

function modelSpan(run: RunTrace, step: TraceStep): Span {
  const { data } = step;
  const end = Date.parse(step.at);
  const latency = typeof data.latencyMs === 'number' ? data.latencyMs : 0;
  const model = text(data.model) ?? run.model;
  const broken = data.status !== 'ok' && data.status !== undefined;
  return {
    traceId: traceIdOf(run.runId),
    spanId: spanIdOf(`run:${run.runId}:${step.seq}`),
    name: `chat ${model}`,
    kind: 3,
    startTimeUnixNano: nano(end - latency),
    endTimeUnixNano: nano(end),
    attributes: attributes({
      'gen_ai.operation.name': 'chat',
      'gen_ai.provider.name': text(data.engine),
      'gen_ai.request.model': model,
      'gen_ai.usage.input_tokens': data.inputTokens,
      'gen_ai.usage.output_tokens': data.outputTokens,
      'countersign.cost_micro_usd': data.costMicroUsd,
      'error.type': broken ? text(data.status) : null,
    }),
    events: [],
    status: broken ? { code: 2, message: text(data.status) ?? '' } : { code: 1 },
  };
}

/** Null for an action that was never begun. */
function actionSpan(run: RunTrace, action: ActionState): Span | null {
  const steps = run.steps.filter((s) => s.actionId === action.actionId);
  const call = steps.find((s) => s.part === 'call');
  if (!call) return null;
  const last = steps.findLast((s) => s.part === 'proof') ?? call;
  const broken = action.status === 'failed' || action.status === 'unknown';
  return {
    traceId: traceIdOf(run.runId),
    spanId: spanIdOf(`action:${action.actionId}`),
    name: `execute_tool ${action.tool}`,
    kind: 1,
    startTimeUnixNano: nano(Date.parse(call.at)),
    endTimeUnixNano: nano(Math.max(Date.parse(call.at), Date.parse(last.at))),
    attributes: attributes({
      'gen_ai.operation.name': 'execute_tool',
      'gen_ai.tool.name': action.tool,
      'gen_ai.tool.type': 'function',
      'gen_ai.tool.call.id': action.actionId,
      'countersign.action.status': action.status,
      'countersign.action.class': action.class,
      'countersign.action.channel': action.channel,
      'countersign.action.undoes': action.undoes,
      'countersign.action.undone_by': action.undoneBy,
      'error.type': broken ? (action.reason ?? action.status) : null,
    }),
    events: steps.filter((s) => s !== call).map(eventOf),
    status: broken ? { code: 2, message: action.reason ?? action.status } : { code: 1 },
  };
}

function eventOf(step: TraceStep): Span['events'][number] {
  const { rules, verdict, reason } = step.data;
  return {
    timeUnixNano: nano(Date.parse(step.at)),
    name: `countersign.${step.kind}`,
    attributes: attributes({
      'countersign.seq': step.seq,
      'countersign.actor': step.actor,
      'countersign.rules': Array.isArray(rules) ? rules.join(', ') : null,
      'countersign.verdict': text(verdict),
      'countersign.reason': text(reason),
    }),
  };
}

function text(value: JsonValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

/** Those that have a value. Numbers are whole ones: the log knows no others. */
function attributes(values: Record<string, JsonValue | undefined>): Attribute[] {
  return Object.entries(values).flatMap(([key, value]): Attribute[] => {
    if (typeof value === 'string') return [{ key, value: { stringValue: value } }];
    if (typeof value === 'number') return [{ key, value: { intValue: String(value) } }];
    if (typeof value === 'boolean') return [{ key, value: { boolValue: value } }];
    return [];
  });
}
