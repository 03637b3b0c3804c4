import { Random } from '../random';
import { RACES, type Race, type RaceOutcome, raceOnce } from './race';

export interface RaceTally {
  races: number;
  /** Races in which the page turned, or a message met its fault, in time. */
  turned: number;
  done: number;
  wrong: RaceOutcome[];
}

/** `count` races of each kind, each with a seed of its own. */
export async function runRaces(
  count: number,
  seed: number,
  { guarded = true, kinds = RACES }: { guarded?: boolean; kinds?: readonly Race[] } = {},
): Promise<Record<Race, RaceTally>> {
  const tallies = {} as Record<Race, RaceTally>;
  for (const race of kinds) {
    const random = new Random(seed);
    const tally: RaceTally = { races: 0, turned: 0, done: 0, wrong: [] };
    for (let i = 0; i < count; i++) {
      const outcome = await raceOnce(race, random.below(2 ** 31), { guarded });
      tally.races += 1;
      if (outcome.turns > 0) tally.turned += 1;
      if (outcome.effects > 0) tally.done += 1;
      if (outcome.wrong.length > 0) tally.wrong.push(outcome);
    }
    tallies[race] = tally;
  }
  return tallies;
}
