import { describe, expect, it } from 'vitest';
import { ACTS, type Cell, KILLS, killOnce } from './kill';
import { POINTS } from './points';
import { Random } from './random';

const CELLS: Omit<Cell, 'seed'>[] = POINTS.flatMap((point) =>
  KILLS.flatMap((kill) => Object.keys(ACTS).map((tool) => ({ point, kill, tool }))),
);

/** A different fifth of the matrix for each seed; `npm run torture` runs all of it, many times. */
const SEED = Number(process.env.TORTURE_SEED ?? 1);
const SAMPLE = 60;

describe('an action killed at any point', () => {
  it(`is done at most once and told as it is (${SAMPLE} of ${CELLS.length} cells, seed ${SEED})`, async () => {
    const random = new Random(SEED);
    for (let i = 0; i < SAMPLE; i++) {
      const cell = CELLS[random.below(CELLS.length)];
      if (!cell) throw new Error('no such cell');
      const outcome = await killOnce({ ...cell, seed: random.below(1e9) });
      expect(outcome).toMatchObject({ faults: [], hit: true });
    }
  }, 120_000);

  it('would be noticed if a page forgot what it did', async () => {
    const cell: Cell = {
      point: 'answered, before the outcome is written',
      kill: 'panel closed',
      tool: 'add_note',
      seed: 3,
    };
    const { faults } = await killOnce(cell, { forgetful: true });
    expect(faults).toEqual(['the log says failed, and it happened']);
  });

  it('ends as the fault matrix says, for one tool at every point', async () => {
    const table: Record<string, string> = {};
    for (const point of POINTS) {
      const { status, effects, faults } = await killOnce({
        point,
        kill: 'panel closed',
        tool: 'add_note',
        seed: 5,
      });
      expect(faults).toEqual([]);
      table[point] = `${status}, ${effects}`;
    }
    expect(table).toEqual({
      'before proposed is written': 'none, 0',
      'proposed is written': 'proposed, 0',
      'the card is shown': 'proposed, 0',
      'clicked, before the signature is written': 'proposed, 0',
      'started is being written': 'failed, 0',
      'started is written, nothing left': 'failed, 0',
      'the page has it, and has not acted': 'done, 1',
      'the page has acted, and not answered': 'done, 1',
      'answered, before the outcome is written': 'done, 1',
      'the outcome is written': 'done, 1',
    });
  }, 60_000);
});
