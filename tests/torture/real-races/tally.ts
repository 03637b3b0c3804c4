import type { Kind } from './plan';
import type { RaceOutcome } from './race';

export interface RealRaceTally {
  races: number;
  /** In which the page turned, or the desk failed, before the action was over. */
  met: number;
  withEffect: number;
  wrong: RaceOutcome[];
  /** `done, 1 effects` → how many. */
  endings: Record<string, number>;
  /** Where the action was at the first turn, or which fault it met → how many. */
  moments: Record<string, number>;
  /** Requests that reached the desk more than once for one action: repeated on the way, by the browser or by the fault. */
  repeated: number;
}

/** Counted by kind. */
export function tallyOf(outcomes: readonly RaceOutcome[]): Partial<Record<Kind, RealRaceTally>> {
  const tally: Partial<Record<Kind, RealRaceTally>> = {};
  for (const outcome of outcomes) {
    const { plan, phase, status, reason, effects, wrong } = outcome;
    tally[plan.kind] ??= {
      races: 0,
      met: 0,
      withEffect: 0,
      wrong: [],
      endings: {},
      moments: {},
      repeated: 0,
    };
    const own = tally[plan.kind] as RealRaceTally;
    own.races += 1;
    if (plan.fault ? outcome.writes > 0 : !/^(?:never|after)/.test(phase)) own.met += 1;
    if (effects > 0) own.withEffect += 1;
    if (outcome.writes > 1) own.repeated += 1;
    if (wrong.length > 0) own.wrong.push(outcome);
    add(own.endings, `${status}${reason ? ` (${reason})` : ''}, ${effects} effects`);
    add(own.moments, plan.fault?.name ?? phase);
  }
  return tally;
}

function add(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}
