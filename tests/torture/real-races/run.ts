import { appendFile, readFile } from 'node:fs/promises';
import { Lane } from './lane';
import { KINDS, type Kind, laneOf, planOf, type RacePlan } from './plan';
import { type RaceOutcome, raceOnce } from './race';
import type { Stage } from './stage';
import { openDemoStage } from './stage-demo';
import { openFreescoutStage } from './stage-freescout';
import { tallyOf } from './tally';
import { openTrack, type Track } from './track';

export interface RealRaces {
  build: string;
  kinds?: readonly Kind[];
  /** How many of each kind. */
  count: number;
  seed: number;
  /** False for the control of the faults: the desk posts a message again that it had already. */
  honoursKeys?: boolean;
  /** Of the plans, those that are run. */
  only?: (plan: RacePlan) => boolean;
  /** A file to which each outcome is added, and whose outcomes are not run again. */
  journal?: string;
  say?: (words: string) => void;
}

/** So many lanes race at one time: more only wait for each other. */
const BESIDE = 4;

/** Runs the races, those of one lane one after the other, and the lanes beside each other in one browser. */
export async function runRealRaces(options: RealRaces) {
  const { kinds = KINDS, count, seed, only = () => true, journal, say = () => undefined } = options;
  const outcomes = journal ? await outcomesIn(journal) : [];
  const known = new Set(outcomes.map(({ plan }) => keyOf(plan)));
  const plans = kinds
    .flatMap((kind) => Array.from({ length: count }, (_, number) => planOf(kind, number, seed)))
    .filter((plan) => only(plan) && !known.has(keyOf(plan)));
  const track = await openTrack(options.build);
  try {
    const waiting = lanesOf(plans);
    const runLanes = async (): Promise<void> => {
      for (let own = waiting.shift(); own; own = waiting.shift())
        for await (const outcome of raceAlong(track, own, options)) {
          outcomes.push(outcome);
          if (journal) await appendFile(journal, `${JSON.stringify(outcome)}\n`);
          say(`${outcomes.length}. ${lineOf(outcome)}`);
        }
    };
    await Promise.all(Array.from({ length: BESIDE }, runLanes));
  } finally {
    await track.close();
  }
  return { outcomes, tally: tallyOf(outcomes) };
}

/** Of one lane at most: a longer one is two. */
const LONGEST = 60;

function lanesOf(plans: readonly RacePlan[]): RacePlan[][] {
  const lanes: RacePlan[][] = [];
  for (const name of new Set(plans.map(laneOf))) {
    const own = plans.filter((plan) => laneOf(plan) === name);
    while (own.length > 0) lanes.push(own.splice(0, LONGEST));
  }
  return lanes;
}

/** So often a lane is opened anew when the browser did not do what it was told; then it is given up. */
const FALLS = 3;

async function* raceAlong(
  track: Track,
  plans: readonly RacePlan[],
  { honoursKeys = true, say = () => undefined }: RealRaces,
): AsyncGenerator<RaceOutcome> {
  const [first] = plans;
  if (!first) return;
  const stage: Stage =
    first.stage === 'freescout'
      ? await openFreescoutStage()
      : await openDemoStage({ keepAlive: first.keepAlive, honoursKeys });
  const open = () => track.alone(() => Lane.open(track, stage, first));
  try {
    let lane = await open();
    let falls = 0;
    for (const plan of plans) {
      for (let outcome: RaceOutcome | null = null; !outcome; ) {
        try {
          outcome = await raceOnce(track, lane, plan);
        } catch (error) {
          falls += 1;
          say(`Race ${plan.number} of ${laneOf(plan)} could not be run and is begun anew: ${error}`);
          if (falls > FALLS) throw error;
          await lane.close();
          stage.reset();
          lane = await open();
          continue;
        }
        yield outcome;
      }
    }
    await lane.close();
  } finally {
    await stage.close();
  }
}

const keyOf = ({ kind, number }: RacePlan): string => `${kind} ${number}`;

async function outcomesIn(journal: string): Promise<RaceOutcome[]> {
  const text = await readFile(journal, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

function lineOf({ plan, status, reason, effects, writes, phase, turns, wrong, ms }: RaceOutcome): string {
  const { kind, number, tool, fault } = plan;
  const what = fault ? `${fault.name}, ${writes} requests` : `${turns} turns, the first ${phase}`;
  const bad = wrong.length > 0 ? ` WRONG: ${wrong.join('; ')}` : '';
  return `${kind} ${number} (${laneOf(plan)}) ${tool}: ${what}; ${status}${reason ? ` (${reason})` : ''}, ${effects} effects, ${ms} ms${bad}`;
}

export { buildUnguarded } from './unguarded';
