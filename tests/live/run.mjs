import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { start } from './rt/start.mjs';
import { stop } from './rt/stop.mjs';

// The built extension against a real Request Tracker: builds, installs and seeds, tests, and stops it again.
// Arguments are handed to vitest: `npm run test:live -- rt-session`. `KEEP=1` leaves Request Tracker running.
const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const RESULTS = join(ROOT, 'test-output', 'live.json');

function run(command, args) {
  return spawnSync(command, args, { cwd: ROOT, stdio: 'inherit' }).status ?? 1;
}

/** `12 passed, 0 failed, 1 skipped`, as the runner counted them. */
function summary() {
  if (!existsSync(RESULTS)) return '0 passed, 0 failed, 0 skipped (the runner did not start)';
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
    readFileSync(RESULTS, 'utf8'),
  );
  return `${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests + numTodoTests} skipped`;
}

async function main() {
  if (run('npx', ['--no-install', 'wxt', 'build', '--mode', 'e2e']) !== 0) return 1;
  const origin = await start();
  console.log(`Request Tracker 5: ${origin}/`);
  mkdirSync(dirname(RESULTS), { recursive: true });
  rmSync(RESULTS, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${RESULTS}`];
  const config = ['--config', 'tests/live/vitest.config.ts'];
  const status = run('npx', [
    '--no-install',
    'vitest',
    'run',
    ...config,
    ...reporters,
    ...process.argv.slice(2),
  ]);
  if (!process.env.KEEP) await stop();
  console.log(summary());
  return status;
}

process.exitCode = await main().catch((error) => {
  console.error(error.message);
  return 1;
});
