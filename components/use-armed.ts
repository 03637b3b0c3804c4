import { useEffect, useReducer, useRef } from 'react';

/** Milliseconds for which a button rests after what it stands for has changed. */
export const ARMING_MS = 600;

/** Whether `armedAt` (on the clock of `performance.now()`) has passed; renders again when it does. */
export function useArmed(armedAt: number): boolean {
  const [, refresh] = useReducer((n: number) => n + 1, 0);
  const armed = performance.now() >= armedAt;
  useEffect(() => {
    if (armed) return;
    const timer = setTimeout(refresh, Math.max(1, armedAt - performance.now()));
    return () => clearTimeout(timer);
  });
  return armed;
}

/** The moment from which a button may be used whose target is named by `key`: rests each time the key changes. */
export function useArmedSince(key: string | null): number {
  const last = useRef({ key, armedAt: 0 });
  if (last.current.key !== key) last.current = { key, armedAt: performance.now() + ARMING_MS };
  return last.current.armedAt;
}
