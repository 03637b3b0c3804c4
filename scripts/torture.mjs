#!/usr/bin/env node
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { runPart } from './torture/parts.mjs';

const USAGE = `Kills the agent at every point of an action, races it against pages that change, and changes exported logs.

  npm run torture -- [PART…] [options]       all parts when none is named

  kills       in process: 10 points, 5 ways, 6 tools; --kills N (2100)
  races       in process, three kinds; --races N of each (5000), --kind NAME takes one
  mutations   changed logs that verify must find; --mutations N (50000)
  real-races  in a real browser, three kinds: navigation, flip, fault; --races N of each (300), --kind NAME takes one,
              --journal FILE keeps each outcome, so that a run can be gone on with
  real-kills  in a real browser: 108 cells around the effect, and kill -9 at every point; --from A --to B takes a part

  --seed N (1), --out FILE for the report as JSON.
  The real parts need the build for tests: npm run build:e2e.
  Exit code 0 when every promise was kept and every mutation found.
`;

const PARTS = ['kills', 'races', 'mutations', 'real-races', 'real-kills'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kills: { type: 'string', default: '2100' },
    races: { type: 'string' },
    mutations: { type: 'string', default: '50000' },
    from: { type: 'string', default: '0' },
    to: { type: 'string', default: '108' },
    kind: { type: 'string' },
    journal: { type: 'string' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});
if (values.help) console.log(USAGE);
else process.exit(await main());

/** @returns {Promise<number>} the exit code */
async function main() {
  const wanted = positionals.length > 0 ? positionals : PARTS;
  const unheard = wanted.filter((part) => !PARTS.includes(part));
  if (unheard.length > 0) {
    console.error(`There is no part ${unheard.join(', ')}.\n\n${USAGE}`);
    return 1;
  }
  let kept = true;
  /** @type {Record<string, unknown>} */
  const report = { seed: Number(values.seed) };
  for (const part of wanted) {
    const began = performance.now();
    const { ok, tally } = await runPart(part, values);
    report[part] = tally;
    kept &&= ok;
    console.log(`${part}: ${ok ? 'kept' : 'BROKEN'} (${Math.round((performance.now() - began) / 1000)} s)\n`);
  }
  if (values.out) await writeFile(values.out, `${JSON.stringify(report, null, 2)}\n`);
  return kept ? 0 : 1;
}
