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

/** In a real browser, which is found, or installed where that needs nobody's leave. */
async function endToEnd(root, failed) {
  const unbuilt = failed.filter((name) => name.startsWith('build'));
  if (unbuilt.length > 0) return leftOut('e2e', `there is nothing to test: ${unbuilt.join(' and ')} failed`);
  runNode(root, 'scripts/setup.mjs', []);
  try {
    const { version, path } = await findBrowser();
    console.log(`Browser: ${version} (${path})`);
  } catch (error) {
    return check('e2e', error.message);
  }
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
  if (failed.includes('build:e2e')) return leftOut('live', 'there is nothing to test: build:e2e failed');
  return countTests(root, 'live', (args, env) =>
    runNode(root, 'tests/live/run.mjs', args.slice(0, 1), { env, minutes: 60 }),
  );
}
