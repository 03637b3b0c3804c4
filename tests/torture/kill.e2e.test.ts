import { expect, it } from 'vitest';
import { BUILD } from '../e2e/bench';
import { REAL_RACES, raceReal } from './real/race';
import { someCells, tortureReal } from './real/run-kills';

/** A different handful for each seed; `npm run torture` strikes every cell, and races hundreds of times. */
const SEED = Number(process.env.TORTURE_SEED ?? 1);
const CELLS = 8;
const RACES = 6;

const say = (words: string) => console.log(words);

it(`an action killed in a real browser is done at most once, and told as it is (${CELLS} of 108 cells)`, {
  timeout: 240_000,
}, async () => {
  const tally = await tortureReal(someCells(CELLS, SEED), BUILD, say);
  expect(tally).toMatchObject({ kills: CELLS, missedMoments: 0, duplicates: 0, faulty: [], verify: 0 });
});

it.each(REAL_RACES)(
  'a race in a real browser (%s) leaves nothing where it does not belong',
  {
    timeout: 180_000,
  },
  async (race) => {
    const tally = await raceReal(race, RACES, SEED, BUILD, say);
    expect(tally).toMatchObject({ races: RACES, wrong: [] });
  },
);
