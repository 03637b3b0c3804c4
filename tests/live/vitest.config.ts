import { defineConfig } from 'vitest/config';
// On Node 20 it gives the reporter what it needs to print a failure.
import '../../vitest.config.ts';

/** The built extension against a real Request Tracker, one file at a time: they share one database. */
export default defineConfig({
  test: {
    name: 'live',
    root: new URL('../..', import.meta.url).pathname,
    include: ['tests/live/**/*.test.ts'],
    fileParallelism: false,
    retry: process.env.CI ? 1 : 0,
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
