import type { Source } from '../core/engine';
import type { JsonValue } from '../core/entry';
import type { RecordRef } from '../core/record';
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
  const { run, written } = beginRun(deps, about);
  await written;
  return run;
}

/** The same, with its fact still on the way to the disk; what is appended after it stands after it in the log. */
export function beginRun(deps: AgentDeps, about: RunStart): { run: RunRecord; written: Promise<unknown> } {
  let release: () => void = () => undefined;
  const over = new Promise<null>((resolve) => {
    release = () => resolve(null);
  });
  const run: RunRecord = {
    runId: deps.newId(),
    taskType: about.taskType,
    model: about.model,
    startedAt: deps.clock.now(),
    steps: [],
    costMicroUsd: 0,
    turnEnded: false,
    release,
  };
  void deps.exclusively(`run:${run.runId}`, () => over);
  const { site, type, id, host } = about.record;
  const written = deps.log.append({
    kind: 'run.started',
    runId: run.runId,
    actor: { kind: 'user' },
    data: { taskType: run.taskType, model: run.model, mode: about.mode, record: { site, type, id, host } },
    ...(about.instructions
      ? { contents: { instructions: { mediaType: 'text/plain', text: about.instructions } } }
      : {}),
  });
  return { run, written };
}

/** The run record of the contract, as the run's last fact. */
export async function finishRun(deps: AgentDeps, run: RunRecord, outcome: string): Promise<void> {
  const steps: JsonValue[] = run.steps.map((step) => ({ ...step }));
  await deps.log.append({
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
  });
  run.release();
}
