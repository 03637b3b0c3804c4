import { defineConfig } from 'vitest/config';
// On Node 20 it gives the reporter what it needs to print a failure.
import '../../vitest.config.ts';

/** The built extension against a real Request Tracker, one file at a time in one process: they share its database and a browser. */
export default defineConfig({
  test: {
    name: 'live',
    root: new URL('../..', import.meta.url).pathname,
    include: ['tests/live/**/*.test.ts'],
    // odd tickets take two minutes; `npm run test:live` has them
    exclude: process.env.CI ? ['tests/live/rt-tickets.test.ts'] : [],
    fileParallelism: false,
    isolate: false,
    retry: process.env.CI ? 1 : 0,
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
