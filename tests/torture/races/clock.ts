/** So many turns of the loop stand for the time until the next timer. */
const TURNS = 4;

/** Before a wait longer than this ends, all else is at rest: work in other threads counts no turns. Ms. */
const LONG_MS = 500;
const REST_MS = 10;

interface Due {
  at: number;
  order: number;
  /** Real time at which it was set. */
  set: number;
  run: () => void;
}

/**
 * Runs `work` by a clock that jumps from timer to timer: what waits ten seconds is over at once, and nothing depends
 * on how fast the machine is.
 */
export async function inVirtualTime<T>(work: () => Promise<T>): Promise<T> {
  const real = { setTimeout, clearTimeout, now: Date.now, mono: performance.now };
  const due = new Map<number, Due>();
  let now = Date.parse('2026-03-03T09:00:00.000Z');
  let order = 0;
  let over = false;
  let turns = 0;
  const mono = (): number => real.mono.call(performance);
  let fired = mono();
  const began = now;
  const set = (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]): number => {
    order += 1;
    due.set(order, { at: now + Math.max(0, Number(ms) || 0), order, set: mono(), run: () => run(...args) });
    return order;
  };
  const turn = (): void => {
    if (over) return;
    turns += 1;
    if (turns >= TURNS) {
      const [next] = [...due.values()].sort((a, b) => a.at - b.at || a.order - b.order);
      const rested = next !== undefined && mono() - Math.max(fired, next.set) > REST_MS;
      if (next && (rested || next.at - now <= LONG_MS)) {
        turns = 0;
        fired = mono();
        due.delete(next.order);
        now = Math.max(now, next.at);
        next.run();
      }
    }
    setImmediate(turn);
  };
  // A timer is more than a number in Node; what is used of one here is only `unref`.
  Object.assign(globalThis, {
    setTimeout: (...args: Parameters<typeof set>) => timerOf(set(...args)),
    clearTimeout: (timer: { id: number } | undefined) => void (timer && due.delete(timer.id)),
  });
  Date.now = () => now;
  performance.now = () => now - began;
  setImmediate(turn);
  try {
    return await work();
  } finally {
    over = true;
    Object.assign(globalThis, { setTimeout: real.setTimeout, clearTimeout: real.clearTimeout });
    Date.now = real.now;
    performance.now = real.mono;
  }
}

const timerOf = (id: number) => {
  const timer = { id, unref: () => timer, ref: () => timer, hasRef: () => true };
  return timer;
};
