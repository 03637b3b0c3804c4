import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

const MINUTE = 60_000;

/** Where the programs of the packages are, so that nothing depends on the shell or on npx. */
const PROGRAMS = {
  tsc: 'typescript/bin/tsc',
  biome: '@biomejs/biome/bin/biome',
  knip: 'knip/bin/knip.js',
  wxt: 'wxt/bin/wxt.mjs',
  vitest: 'vitest/vitest.mjs',
};

/**
 * Runs a program of `PROGRAMS`, or a script of the project, with its output on ours.
 * @returns null when it went well, else in words how it ended.
 */
export function runNode(root, program, args, { env = {}, minutes = 20 } = {}) {
  const path = PROGRAMS[program] ? join(root, 'node_modules', PROGRAMS[program]) : join(root, program);
  const ran = spawnSync(process.execPath, [path, ...args], {
    cwd: root,
    stdio: 'inherit',
    timeout: minutes * MINUTE,
    env: { ...process.env, ...env },
  });
  if (ran.error)
    return ran.error.code === 'ETIMEDOUT' ? `no end after ${minutes} minutes` : ran.error.message;
  return ran.status === 0 ? null : `ended with ${ran.status ?? ran.signal}`;
}

/** One check that holds or does not. */
export function check(name, problem) {
  return problem === null
    ? { passed: 1, failed: 0, skipped: 0, skips: [], problems: [] }
    : { passed: 0, failed: 1, skipped: 0, skips: [], problems: [`${name}: ${problem}`] };
}

/** One step that was left out, and why. */
export function leftOut(test, why) {
  return { passed: 0, failed: 0, skipped: 1, skips: [{ test, why }], problems: [] };
}

/**
 * Runs tests, with vitest's JSON in `test-output/NAME.json`. `start` is handed the reporters' arguments and their
 * environment and runs them.
 */
export function countTests(root, name, start) {
  const json = join(root, 'test-output', `${name}.json`);
  const counts = join(root, 'test-output', `${name}.count.json`);
  mkdirSync(dirname(json), { recursive: true });
  for (const file of [json, counts]) rmSync(file, { force: true });
  const reporter = join(root, 'scripts', 'test', 'reporter.mjs');
  const problem = start([`--reporter=${reporter}`, '--reporter=json', `--outputFile.json=${json}`], {
    COUNTERSIGN_COUNT_FILE: counts,
  });
  if (!existsSync(counts)) return check(name, `it did not run: ${problem ?? 'no tests were found'}`);
  const count = JSON.parse(readFileSync(counts, 'utf8'));
  // A runner that fails without a failed test (a leak, a crash at the end) is not allowed to pass.
  if (problem !== null && count.failed === 0) {
    return { ...count, failed: 1, problems: [`${name}: every test passed, and yet the runner ${problem}`] };
  }
  if (count.passed + count.failed + count.skipped === 0) return check(name, 'no tests were found');
  return count;
}
