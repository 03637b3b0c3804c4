/** The moments at which something is killed, in the order in which an action passes them. */
export const POINTS = [
  'before proposed is written',
  'proposed is written',
  'the card is shown',
  'clicked, before the signature is written',
  'started is being written',
  'started is written, nothing left',
  'the page has it, and has not acted',
  'the page has acted, and not answered',
  'answered, before the outcome is written',
  'the outcome is written',
] as const;
export type Point = (typeof POINTS)[number];

/** Calls `kill` once, when the point is passed. */
export interface Hooks {
  pass(point: Point): void;
  /** Anything may have happened meanwhile: called wherever the walk waits for something. */
  step?(): void;
}

export function hookAt(point: Point, kill: () => void): Hooks & { hit: boolean } {
  const hooks = {
    hit: false,
    pass(passed: Point) {
      if (passed !== point || hooks.hit) return;
      hooks.hit = true;
      kill();
    },
  };
  return hooks;
}
