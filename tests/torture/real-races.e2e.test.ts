import { expect, it } from 'vitest';
import { BUILD } from '../e2e/bench';
import { KINDS } from './real-races/plan';
import { runRealRaces } from './real-races/run';

/** A different handful for each seed; `npm run torture -- real-races` runs 300 of each, and the control. */
const SEED = Number(process.env.TORTURE_SEED ?? 1);
const RACES = 8;
const say = (words: string) => console.log(words);

it(`nothing lands where it was not signed for, in the other voice or twice (${RACES} races of each kind)`, {
  timeout: 400_000,
}, async () => {
  const { tally } = await runRealRaces({ build: BUILD, count: RACES, seed: SEED, say });
  for (const kind of KINDS) {
    expect(tally[kind]).toMatchObject({ races: RACES, wrong: [] });
    expect(tally[kind]?.met).toBeGreaterThan(0);
    expect(tally[kind]?.withEffect).toBeGreaterThan(0);
  }
});
