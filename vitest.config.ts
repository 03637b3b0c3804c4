import { defineConfig } from 'vitest/config';

// The reporter groups failures with Map.groupBy, which Node 20 does not have; without it a failure shows no reason.
if (!('groupBy' in Map)) {
  Object.defineProperty(Map, 'groupBy', {
    value: <K, V>(items: Iterable<V>, keyOf: (item: V, index: number) => K): Map<K, V[]> => {
      const groups = new Map<K, V[]>();
      let index = 0;
      for (const item of items) {
        const key = keyOf(item, index++);
        groups.set(key, [...(groups.get(key) ?? []), item]);
      }
      return groups;
    },
  });
}

/** Two projects: `unit` in plain Node, `e2e` in a real Chromium against the built extension, two files at a time. */
export default defineConfig({
  test: {
    projects: [
      {
        define: { __E2E__: 'true' },
        test: {
          name: 'unit',
          // Some read or copy the whole project, and a machine may be busy with more than this.
          testTimeout: 20_000,
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/**/*.e2e.test.ts', 'tests/live/**'],
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/**/*.e2e.test.ts'],
          exclude: ['tests/live/**'],
          // Each file has a browser, a helpdesk and a profile of its own; more than two would wait for each other.
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // A browser on a busy machine may be late once; late twice is a fault. By hand nothing is tried again.
          retry: process.env.CI ? 1 : 0,
        },
      },
    ],
  },
});
