import { defineConfig } from 'vitest/config';

/** Two projects: `unit` in plain Node, `e2e` in a real Chromium against the built extension, one file at a time. */
export default defineConfig({
  test: {
    projects: [
      {
        define: { __E2E__: 'true' },
        test: { name: 'unit', include: ['tests/**/*.test.{ts,tsx}'], exclude: ['tests/**/*.e2e.test.ts', 'tests/live/**'] },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/**/*.e2e.test.ts'],
          exclude: ['tests/live/**'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
