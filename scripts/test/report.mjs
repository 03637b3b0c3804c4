import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Prints what failed, what was skipped and why, and as the very last line the totals. Returns the exit code. */
export function report(root, steps, print = console.log) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { count } of steps) for (const key of Object.keys(total)) total[key] += count[key];
  writeFileSync(
    join(root, 'test-output', 'summary.json'),
    `${JSON.stringify({ ...total, steps }, null, 2)}\n`,
  );

  print('\n── Summary');
  for (const { name, count, seconds } of steps) {
    const words = `${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`;
    print(`  ${name.padEnd(10)} ${words.padEnd(36)} ${seconds} s`);
  }
  list(
    print,
    'Failed',
    steps.flatMap(({ count }) => count.problems),
  );
  list(print, 'Skipped', grouped(steps.flatMap(({ count }) => count.skips)));
  print(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return total.failed === 0 ? 0 : 1;
}

function list(print, title, lines) {
  if (lines.length === 0) return;
  print(`\n${title}:`);
  for (const line of lines) print(`  ${line.split('\n')[0]}`);
}

/** One line per reason: a file of fifty skipped tests has one. */
function grouped(skips) {
  const byReason = new Map();
  for (const { test, why } of skips) byReason.set(why, [...(byReason.get(why) ?? []), test]);
  return [...byReason].map(([why, tests]) => {
    const more = tests.length > 1 ? ` and ${tests.length - 1} more` : '';
    return `${tests[0]}${more}: ${why}`;
  });
}
