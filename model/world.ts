import type { ModelWorld } from './openai-compatible';
import { PATIENCE } from './watchdog';

/** The browser's own clock, network and chance. */
export const realWorld = (): ModelWorld => ({
  fetch: (input, init) => globalThis.fetch(input, init),
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal.addEventListener('abort', done);
      if (signal.aborted) done();
    }),
  random: () => Math.random(),
  mark: () =>
    [...crypto.getRandomValues(new Uint8Array(8))].map((b) => b.toString(16).padStart(2, '0')).join(''),
  patience: PATIENCE,
});
