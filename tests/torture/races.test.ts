import { describe, expect, it } from 'vitest';
import { RACES } from './races/race';
import { runRaces } from './races/run';

const SEED = Number(process.env.TORTURE_SEED ?? 1);

describe.each(RACES)('a race (%s)', (race) => {
  it('leaves nothing where it does not belong, and nothing twice', { timeout: 60_000 }, async () => {
    const { [race]: tally } = await runRaces(60, SEED, { kinds: [race] });
    expect(tally.wrong).toEqual([]);
    expect(tally.turned).toBeGreaterThan(10);
    expect(tally.done).toBeGreaterThan(0);
  });

  it('would be lost without what stands against it', { timeout: 60_000 }, async () => {
    const { [race]: tally } = await runRaces(60, SEED, { kinds: [race], guarded: false });
    expect(tally.wrong.length).toBeGreaterThan(0);
  });
});
