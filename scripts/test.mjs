import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { report } from './test/report.mjs';
import { openSinkhole } from './test/sinkhole.mjs';
import { STEPS } from './test/steps.mjs';

// Everything that proves the project: `npm test`. One that fails does not hide the others. Names of steps as arguments
// run those alone: `npm test -- types unit`.
const root = fileURLToPath(new URL('..', import.meta.url));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !STEPS.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no step ${unknown.join(', ')}. Steps: ${STEPS.map((step) => step.name).join(', ')}.`,
  );
  process.exit(1);
}

mkdirSync(join(root, 'test-output'), { recursive: true });
const done = [];
const sinkhole = await openSinkhole(root);
for (const { name, run } of STEPS) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n── ${name}`);
  const start = Date.now();
  const failed = done.filter(({ count }) => count.failed > 0).map((step) => step.name);
  const count = await run(root, failed);
  done.push({ name, count, seconds: Math.round((Date.now() - start) / 1000) });
}
done.push({ name: 'sinkhole', count: sinkhole.close(), seconds: 0 });
process.exitCode = report(root, done);
