import { writeFileSync } from 'node:fs';

/**
 * Counts a run for the closing line, and keeps why a test was skipped, which vitest's own JSON leaves out.
 * Writes `{passed, failed, skipped, skips: [{test, why}], problems: [words]}` to `COUNTERSIGN_COUNT_FILE`.
 */
export default class Counter {
  onTestRunEnd(modules, unhandledErrors) {
    const count = { passed: 0, failed: 0, skipped: 0, skips: [], problems: [] };
    for (const file of modules) countFile(file, count);
    for (const error of unhandledErrors) fail(count, `outside of any test: ${error.message}`);
    const { COUNTERSIGN_COUNT_FILE: out } = process.env;
    if (out) writeFileSync(out, `${JSON.stringify(count, null, 2)}\n`);
  }
}

function countFile(file, count) {
  const { relativeModuleId: name } = file;
  // A file that does not load, or a hook that throws, leaves its tests unrun: that is a failure of its own.
  for (const error of file.errors()) fail(count, `${name}: ${error.message}`);
  for (const suite of file.children.allSuites()) {
    for (const error of suite.errors()) fail(count, `${name} › ${suite.fullName}: ${error.message}`);
  }
  for (const test of file.children.allTests()) countTest(name, test, count);
}

function countTest(name, test, count) {
  const { state, note } = test.result();
  const full = `${name} › ${test.fullName}`;
  if (state === 'passed') count.passed += 1;
  else if (state === 'skipped') {
    count.skipped += 1;
    count.skips.push({ test: full, why: note ?? reason(test.options.mode) });
  } else fail(count, full);
}

function reason(mode) {
  if (mode === 'run') return 'what comes before it failed';
  return mode === 'todo' ? 'it is not written yet' : 'it is marked as skipped, without a reason';
}

function fail(count, words) {
  count.failed += 1;
  count.problems.push(words);
}
