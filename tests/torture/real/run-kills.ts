import { check } from '../../storage/check-text';
import type { RealCell } from './cells';
import { killReal, type RealOutcome } from './kill';
import { Scene } from './scene';

export interface RealTally {
  kills: number;
  missedMoments: number;
  duplicates: number;
  faulty: RealOutcome[];
  endings: Record<string, number>;
  settledMs: { p50: number; p95: number; max: number };
  /** Of the log that all of them left, as `verify` says it; 0 is whole. */
  verify: number;
}

/** Strikes each cell once, all in one profile, so that each finds what the ones before it left. */
export async function tortureReal(
  cells: readonly RealCell[],
  build: string,
  say: (words: string) => void,
): Promise<RealTally> {
  const scene = await Scene.open(build);
  const outcomes: RealOutcome[] = [];
  try {
    for (const cell of cells) {
      const outcome = await killReal(scene, cell);
      outcomes.push(outcome);
      const { status, effects, settledMs, faults, hit } = outcome;
      const where = `${cell.strike}, ${cell.moment}, ${cell.tool}${cell.session ? ' (session)' : ''}`;
      say(
        `${outcomes.length}. ${where}: ${hit ? '' : 'NOT REACHED, '}${status}, ${effects} effects, settled in ${settledMs} ms${faults.length > 0 ? ` FAULTS: ${faults.join('; ')}` : ''}`,
      );
    }
    const panel = await scene.panel();
    await scene.bound(panel);
    const { code } = await check(Buffer.from(await panel.exportLog()));
    return tallyOf(outcomes, code);
  } finally {
    await scene.close();
  }
}

function tallyOf(outcomes: RealOutcome[], verify: number): RealTally {
  const endings: Record<string, number> = {};
  for (const { status, effects } of outcomes) {
    const ending = `${status}, ${effects} effects`;
    endings[ending] = (endings[ending] ?? 0) + 1;
  }
  const times = outcomes.map((o) => o.settledMs).sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor((times.length - 1) * share)] ?? 0;
  return {
    kills: outcomes.length,
    missedMoments: outcomes.filter((o) => !o.hit).length,
    duplicates: outcomes.filter((o) => o.effects > 1).length,
    faulty: outcomes.filter((o) => o.faults.length > 0),
    endings,
    settledMs: { p50: at(0.5), p95: at(0.95), max: at(1) },
    verify,
  };
}

export { realCells, someCells } from './cells';
