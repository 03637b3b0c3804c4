/** After so many turns of the loop in which only timers are left, the next timer is due. */
const TURNS = 4;

interface Due {
  at: number;
  order: number;
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
  const began = now;
  const set = (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]): number => {
    order += 1;
    due.set(order, { at: now + Math.max(0, Number(ms) || 0), order, run: () => run(...args) });
    return order;
  };
  const turn = (): void => {
    if (over) return;
    turns += 1;
    if (turns % TURNS === 0) {
      const [next] = [...due.values()].sort((a, b) => a.at - b.at || a.order - b.order);
      if (next) {
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
