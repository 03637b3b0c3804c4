import { findBrowser } from '../browser/find.mjs';
import { check, countTests, leftOut, runNode } from './run.mjs';

/**
 * Everything that proves the project, in order. `run` gets the root and the names of the steps that failed, and
 * returns `{passed, failed, skipped, skips, problems}`.
 */
export const STEPS = [
  { name: 'types', run: (root) => check('types', runNode(root, 'tsc', ['--noEmit', '-p', '.'])) },
  { name: 'lint', run: (root) => check('lint', runNode(root, 'biome', ['check', '.'])) },
  { name: 'knip', run: (root) => check('knip', runNode(root, 'knip', [])) },
  // Before the unit tests, since some of them read saved pages in it.
  { name: 'browser', run: browser },
  { name: 'unit', run: (root) => vitest(root, 'unit') },
  { name: 'build', run: (root) => check('build', runNode(root, 'wxt', ['build'])) },
  { name: 'build:e2e', run: (root) => check('build:e2e', runNode(root, 'wxt', ['build', '--mode', 'e2e'])) },
  { name: 'e2e', run: endToEnd },
  { name: 'live', run: live },
];

function vitest(root, project, more = {}) {
  return countTests(root, project, (args, env) =>
    runNode(root, 'vitest', ['run', '--project', project, '--reporter=default', ...args], {
      env,
      minutes: 45,
      ...more,
    }),
  );
}

/** A browser, a screen and a keyboard: found, or installed where that needs nobody's leave. */
async function browser(root) {
  // What it says about a missing screen is for the reader: tests that need one are skipped with that reason.
  runNode(root, 'scripts/setup.mjs', []);
  const problem = await findBrowser({ install: false }).then(
    () => null,
    (error) => error.message,
  );
  return check('browser', problem);
}

/** In a real browser, with the builds of this run. */
function endToEnd(root, failed) {
  const missing = failed.filter((name) => name.startsWith('build') || name === 'browser');
  if (missing.length > 0) return leftOut('e2e', `${missing.join(' and ')} failed, and it needs that`);
  return vitest(root, 'e2e');
}

/** Against a real Request Tracker, which is installed from Debian for it: only when asked for. */
function live(root, failed) {
  if (process.env.COUNTERSIGN_LIVE !== '1') {
    return leftOut(
      'live',
      'set COUNTERSIGN_LIVE=1 to install Request Tracker from Debian and test against it',
    );
  }
  if (failed.includes('build:e2e')) return leftOut('live', 'build:e2e failed, and it needs that');
  return countTests(root, 'live', (args, env) =>
    runNode(root, 'tests/live/run.mjs', args.slice(0, 1), { env, minutes: 60 }),
  );
}
