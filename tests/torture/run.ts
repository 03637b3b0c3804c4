import { ACTS, KILLS, killOnce, type Outcome } from './kill';
import { missedBy, wholeLog } from './mutations';
import { POINTS } from './points';
import { Random } from './random';

export interface Tally {
  kills: number;
  missedPoints: number;
  duplicates: number;
  faulty: Outcome[];
  /** How the actions ended: "done" → how many. */
  endings: Record<string, number>;
  settledMs: { p50: number; p95: number; max: number };
}

/** The whole matrix as often as it takes to come to `count` kills; each with a seed of its own. */
export async function torture(count: number, seed: number, say: (words: string) => void): Promise<Tally> {
  const random = new Random(seed);
  const tally: Tally = {
    kills: 0,
    missedPoints: 0,
    duplicates: 0,
    faulty: [],
    endings: {},
    settledMs: { p50: 0, p95: 0, max: 0 },
  };
  const times: number[] = [];
  while (tally.kills < count) {
    for (const point of POINTS)
      for (const kill of KILLS)
        for (const tool of Object.keys(ACTS)) {
          const outcome = await killOnce({ point, kill, tool, seed: random.below(2 ** 31) });
          tally.kills += 1;
          if (!outcome.hit) tally.missedPoints += 1;
          if (outcome.effects > 1) tally.duplicates += 1;
          if (outcome.faults.length > 0) tally.faulty.push(outcome);
          const ending = `${outcome.status}, ${outcome.effects} effects`;
          tally.endings[ending] = (tally.endings[ending] ?? 0) + 1;
          times.push(outcome.settledMs);
        }
    say(`${tally.kills} kills, ${tally.faulty.length} faults`);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number => Math.round(times[Math.floor((times.length - 1) * share)] ?? 0);
  tally.settledMs = { p50: at(0.5), p95: at(0.95), max: at(1) };
  return tally;
}

/** Which of `count` changes to a log were not found. */
export async function mutate(count: number, seed: number): Promise<string[]> {
  return missedBy(await wholeLog(), count, new Random(seed));
}
