/** Milliseconds. The SDK's own timeout does not see a stall after the headers, so this one watches the bytes. */
export interface Patience {
  firstByteMs: number;
  idleMs: number;
}

export const PATIENCE: Patience = { firstByteMs: 20_000, idleMs: 15_000 };

export interface Watchdog {
  /** Why it let go; null while all is well. */
  readonly fired: 'stalled' | 'time' | null;
  alive(): void;
  stop(): void;
}

/** Calls `letGo` when nothing arrives for too long, or when the task's time is up. */
export function watch(patience: Patience, taskMs: number, letGo: () => void): Watchdog {
  let fired: Watchdog['fired'] = null;
  const fire = (why: 'stalled' | 'time') => () => {
    stop();
    fired = why;
    letGo();
  };
  let idle = setTimeout(fire('stalled'), patience.firstByteMs);
  const whole = setTimeout(fire('time'), Math.min(taskMs, 2 ** 31 - 1));
  function stop(): void {
    clearTimeout(idle);
    clearTimeout(whole);
  }
  return {
    get fired() {
      return fired;
    },
    alive() {
      if (fired !== null) return;
      clearTimeout(idle);
      idle = setTimeout(fire('stalled'), patience.idleMs);
    },
    stop,
  };
}
