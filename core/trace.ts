import type { Entry, JsonValue } from './entry';
import { type ActionState, foldActions } from './fold';
import { RecordRef } from './record';

/** What a step of a run is, for a person who reads how something came about. */
export type StepPart =
  | 'intent'
  | 'context'
  | 'model'
  | 'draft'
  | 'proposal'
  | 'policy'
  | 'signature'
  | 'call'
  | 'proof'
  | 'undo'
  | 'end'
  | 'other';

/** One fact of a run, in its place. */
export interface TraceStep {
  seq: number;
  at: string;
  /** Ms since the run began, by the clock of the entries; never negative. */
  sinceMs: number;
  part: StepPart;
  kind: string;
  actor: Entry['actor']['kind'];
  actionId: string | null;
  data: Entry['data'];
  /** Name → hash of a text. */
  contents: Entry['contents'];
}

/** One request of a person, from the log alone. */
export interface RunTrace {
  runId: string;
  startedAt: string;
  /** Null while it is open, or when the log stops before its end. */
  endedAt: string | null;
  taskType: string;
  mode: string;
  model: string;
  record: RecordRef | null;
  /** As `run.finished` says; null without one. */
  outcome: string | null;
  costMicroUsd: number;
  inputTokens: number;
  outputTokens: number;
  /** Sum over the model's calls. */
  modelMs: number;
  sources: string[];
  steps: TraceStep[];
  actions: ActionState[];
}

const PARTS: ReadonlyMap<string, StepPart> = new Map([
  ['run.started', 'intent'],
  ['context.seen', 'context'],
  ['model.called', 'model'],
  ['draft.made', 'draft'],
  ['action.proposed', 'proposal'],
  ['policy.granted', 'policy'],
  ['policy.refused', 'policy'],
  ['approval.granted', 'signature'],
  ['approval.voided', 'signature'],
  ['action.rejected', 'signature'],
  ['action.cancelled', 'signature'],
  ['action.started', 'call'],
  ['action.done', 'proof'],
  ['action.failed', 'proof'],
  ['action.unknown', 'proof'],
  ['action.reverted', 'proof'],
  ['run.finished', 'end'],
]);

/**
 * The story of one run.
 * @param entries those of the run, by seq; at least one
 * @param later entries of other runs among which its actions may have been taken back
 */
export function traceRun(entries: readonly Entry[], later: readonly Entry[] = []): RunTrace | null {
  const first = entries[0];
  if (!first || first.runId === null) return null;
  const { runId } = first;
  const actions = foldActions(merged(entries, later)).filter((a) => a.runId === runId);
  const own = new Set(actions.map((a) => a.actionId));
  const takenBack = later.filter((e) => e.runId !== runId && own.has(textOf(e.data.undoes)));
  const started = entries.find((e) => e.kind === 'run.started')?.data ?? {};
  const finished = entries.find((e) => e.kind === 'run.finished');
  const calls = entries.filter((e) => e.kind === 'model.called').map((e) => e.data);
  const began = Date.parse(first.at);
  return {
    runId,
    startedAt: first.at,
    endedAt: finished?.at ?? null,
    taskType: textOf(started.taskType),
    mode: textOf(started.mode),
    model: textOf(started.model),
    record: RecordRef.safeParse(started.record).data ?? actions[0]?.record ?? null,
    outcome: finished ? textOf(finished.data.outcome) : null,
    costMicroUsd: finished ? numberOf(finished.data.costMicroUsd) : sum(calls, 'costMicroUsd'),
    inputTokens: sum(calls, 'inputTokens'),
    outputTokens: sum(calls, 'outputTokens'),
    modelMs: sum(calls, 'latencyMs'),
    sources: sourcesOf(entries),
    steps: [
      ...entries.map((e) => stepOf(e, PARTS.get(e.kind) ?? 'other', began)),
      ...takenBack.map((e) => stepOf(e, 'undo', began)),
    ],
    actions,
  };
}

/** All runs that the entries tell of, in the order in which they began. Entries must stand by seq. */
export function traceRuns(entries: readonly Entry[]): RunTrace[] {
  const runs = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (entry.runId === null) continue;
    const run = runs.get(entry.runId);
    if (run) run.push(entry);
    else runs.set(entry.runId, [entry]);
  }
  const undoing = entries.filter((e) => typeof e.data.undoes === 'string');
  return [...runs.values()].flatMap((run) => traceRun(run, undoing) ?? []);
}

function stepOf(entry: Entry, part: StepPart, began: number): TraceStep {
  const { seq, at, kind, data, contents } = entry;
  return {
    seq,
    at,
    sinceMs: Math.max(0, Date.parse(at) - began),
    part,
    kind,
    actor: entry.actor.kind,
    actionId: typeof data.actionId === 'string' ? data.actionId : null,
    data,
    contents,
  };
}

function merged(entries: readonly Entry[], later: readonly Entry[]): Entry[] {
  const bySeq = new Map([...entries, ...later].map((entry) => [entry.seq, entry]));
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

/** What was retrieved, each once: from the run's record and from the drafts. */
function sourcesOf(entries: readonly Entry[]): string[] {
  const found = entries.flatMap(({ kind, data }) => {
    if (kind === 'draft.made') return listOf(data.sources);
    if (kind !== 'run.finished' || !Array.isArray(data.steps)) return [];
    return data.steps.flatMap((step) =>
      typeof step === 'object' && step !== null && !Array.isArray(step) ? listOf(step.sources) : [],
    );
  });
  return [...new Set(found)];
}

function listOf(value: JsonValue | undefined): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

function sum(datas: readonly Entry['data'][], key: string): number {
  return datas.reduce((total, data) => total + numberOf(data[key]), 0);
}

function numberOf(value: JsonValue | undefined): number {
  return typeof value === 'number' ? value : 0;
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
