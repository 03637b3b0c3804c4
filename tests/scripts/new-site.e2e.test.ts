import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Copy, copyOfProject } from './copy';

let copy: Copy;
beforeAll(() => {
  copy = copyOfProject();
});
afterAll(() => copy?.remove());

test('a new site reads its own page in a real browser', () => {
  copy.node('scripts/new.mjs', 'site', 'acme-desk');
  const ran = copy.node('node_modules/vitest/vitest.mjs', 'run', '--project', 'e2e', 'tests/sites/acme-desk');
  expect(ran.status, ran.out).toBe(0);
  expect(ran.out).toContain('3 passed');
});
