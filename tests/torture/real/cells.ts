import { Random } from '../random';

/** Where a living browser is struck: the two moments around the effect. */
export const AROUND = [
  'the helpdesk has it, and has not done it',
  'the helpdesk has done it, and not answered',
] as const;

/** Where a browser is killed: at every moment of an action. */
export const MOMENTS = [
  'before proposed is written',
  'proposed is written',
  'the card is shown',
  'clicked, before the signature is written',
  'started is being written',
  'started is written, nothing left',
  ...AROUND,
  'answered, before the outcome is written',
  'the outcome is written',
] as const;
export type Moment = (typeof MOMENTS)[number];

export const STRIKES = [
  'panel closed',
  'tab closed',
  'tab reloaded',
  'worker stopped',
  'browser killed',
] as const;
export type Strike = (typeof STRIKES)[number];

const TOOLS = ['add_tag', 'set_status', 'assign', 'add_note', 'send_reply', 'insert_draft'] as const;

/** What the desk does with a request that it had not carried out when the blow came. */
export type Fate = 'done late' | 'cut off';

export interface RealCell {
  moment: Moment;
  strike: Strike;
  tool: (typeof TOOLS)[number];
  fate: Fate;
  /** Over the page's own controls or its session. */
  session: boolean;
  /** How long the panel lives on after a blow that was not for it. Ms. */
  livesOnMs: number;
}

/** The whole matrix: 2 moments × 4 blows × 6 tools, and 10 moments × `kill -9` × 6 tools. Seeded where it has a choice. */
export function realCells(seed: number): RealCell[] {
  const random = new Random(seed);
  const cells = STRIKES.flatMap((strike) =>
    (strike === 'browser killed' ? MOMENTS : AROUND).flatMap((moment) =>
      TOOLS.map(
        (tool): RealCell => ({
          moment,
          strike,
          tool,
          fate: random.below(2) === 0 ? 'done late' : 'cut off',
          session: random.below(2) === 0,
          livesOnMs: random.below(1500),
        }),
      ),
    ),
  );
  return cells;
}

/** `count` cells spread over the matrix: those that share a browser stand together. */
export function someCells(count: number, seed: number): RealCell[] {
  const all = realCells(seed);
  const random = new Random(seed);
  const chosen = new Set<number>();
  while (chosen.size < Math.min(count, all.length)) chosen.add(random.below(all.length));
  return all.filter((_, i) => chosen.has(i));
}
