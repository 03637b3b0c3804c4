import type { Source } from '../core/engine';
import type { Entry, Fact, JsonValue } from '../core/entry';
import type { RecordRef } from '../core/record';
import type { Result } from '../core/result';
import type { Mode } from '../core/words';
import { RULES } from '../policy/rules';
import type { AgentDeps } from './deps';

/** One thing that was done inside a run: a model's step, a search, an action. */
export interface RunStep {
  type: 'model' | 'read' | 'action';
  tool: string | null;
  status: string;
  latencyMs: number;
  sources: string[];
}

/** What `run.finished` will say. Kept while the run is open. */
export interface RunRecord {
  runId: string;
  taskType: string;
  model: string;
  startedAt: number;
  steps: RunStep[];
  costMicroUsd: number;
  /** The engine's turn has ended; the run ends when its cards have. */
  turnEnded: boolean;
  /** Its first fact, as long as that is not in the log: it is written with whatever comes next of this run. */
  unwritten: Fact[];
  /** Lets go of the run's name, under which other panels see that it is alive. */
  release: () => void;
}

/** A source in words for `data`, which is never erased: a reply or a ticket has a customer's words for its title. */
export function sourceName({ kind, title, origin }: Source): string {
  const ours = kind === 'macro' || kind === 'article' || kind === 'site-note';
  return `${kind}: ${ours ? title : origin}`;
}

export interface RunStart {
  taskType: string;
  model: string;
  mode: Mode;
  record: RecordRef;
  instructions?: string;
}

export async function startRun(deps: AgentDeps, about: RunStart): Promise<RunRecord> {
  const run = beginRun(deps, about);
  await appendTo(deps, run, []);
  return run;
}

/** The same without a write of its own: that it began is written with the first thing that is done in it. */
export function beginRun(deps: AgentDeps, about: RunStart): RunRecord {
  let release: () => void = () => undefined;
  const over = new Promise<null>((resolve) => {
    release = () => resolve(null);
  });
  const runId = deps.newId();
  void deps.exclusively(`run:${runId}`, () => over);
  return {
    runId,
    taskType: about.taskType,
    model: about.model,
    startedAt: deps.clock.now(),
    steps: [],
    costMicroUsd: 0,
    turnEnded: false,
    unwritten: [startFact(runId, about)],
    release,
  };
}

function startFact(runId: string, { taskType, model, mode, record, instructions }: RunStart): Fact {
  const { site, type, id, host } = record;
  return {
    kind: 'run.started',
    runId,
    actor: { kind: 'user' },
    data: { taskType, model, mode, record: { site, type, id, host } },
    ...(instructions ? { contents: { instructions: { mediaType: 'text/plain', text: instructions } } } : {}),
  };
}

/** Writes facts of a run, after its first one: all of them or none. */
export async function appendTo(
  { log }: Pick<AgentDeps, 'log'>,
  run: RunRecord,
  facts: readonly Fact[],
): Promise<Result<Entry[]>> {
  const written = await log.appendAll([...run.unwritten, ...facts]);
  if (written.ok) run.unwritten = [];
  return written;
}

/** The run record of the contract, as the run's last fact. */
export async function finishRun(deps: AgentDeps, run: RunRecord, outcome: string): Promise<void> {
  const steps: JsonValue[] = run.steps.map((step) => ({ ...step }));
  const finished: Fact = {
    kind: 'run.finished',
    runId: run.runId,
    actor: { kind: 'system' },
    data: {
      taskType: run.taskType,
      model: run.model,
      policy: RULES.map((rule) => rule.name),
      steps,
      costMicroUsd: run.costMicroUsd,
      durationMs: Math.round(deps.clock.now() - run.startedAt),
      outcome,
    },
  };
  await appendTo(deps, run, [finished]);
  run.release();
}
