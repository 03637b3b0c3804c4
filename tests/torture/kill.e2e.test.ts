import { expect, it } from 'vitest';
import { BUILD } from '../e2e/bench';
import { someCells, tortureReal } from './real/run-kills';

/** A different handful for each seed; `npm run torture` strikes every cell. */
const SEED = Number(process.env.TORTURE_SEED ?? 1);
const CELLS = 8;

const say = (words: string) => console.log(words);

it(`an action killed in a real browser is done at most once, and told as it is (${CELLS} of 108 cells)`, {
  timeout: 240_000,
}, async () => {
  const tally = await tortureReal(someCells(CELLS, SEED), BUILD, say);
  expect(tally).toMatchObject({ kills: CELLS, missedMoments: 0, duplicates: 0, faulty: [], verify: 0 });
});
