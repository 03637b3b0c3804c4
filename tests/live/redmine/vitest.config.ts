import { defineConfig } from 'vitest/config';
// On Node 20 it gives the reporter what it needs to print a failure.
import '../../../vitest.config.ts';

/** The general reader against a real Redmine; `run.mjs` starts it and says where its ticket is. */
export default defineConfig({
  test: {
    name: 'redmine',
    root: new URL('../../..', import.meta.url).pathname,
    include: ['tests/live/redmine/*.try.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
