#!/usr/bin/env node
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const USAGE = `Kills the agent at every point of an action, and changes exported logs, thousands of times.

  npm run torture -- [--kills N] [--mutations N] [--seed N] [--out FILE]
      Defaults: 2100 kills (10 points, 5 ways, 6 tools, 7 times), 50000 mutations, seed 1.
      Exit code 0 when every promise was kept and every mutation found.
`;

const ROOT = fileURLToPath(new URL('../', import.meta.url));

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '2100' },
    mutations: { type: 'string', default: '50000' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});
if (values.help) console.log(USAGE);
else process.exit(await main());

/** @returns {Promise<number>} the exit code */
async function main() {
  const [kills, mutations, seed] = [values.kills, values.mutations, values.seed].map(Number);
  const { torture, mutate } = await load();
  let kept = true;
  const report = { seed, kills: null, mutations: null };
  if (kills > 0) {
    const tally = await torture(kills, seed, (words) => console.log(words));
    report.kills = tally;
    kept = tally.faulty.length === 0 && tally.missedPoints === 0;
    console.log(
      `\n${tally.kills} kills: ${tally.duplicates} effects done twice, ${tally.faulty.length} promises broken, ${tally.missedPoints} points not reached.`,
    );
    for (const [ending, count] of Object.entries(tally.endings).sort())
      console.log(`  ${String(count).padStart(6)}  ${ending}`);
    const { p50, p95, max } = tally.settledMs;
    console.log(`Settled after opening again: p50 ${p50} ms, p95 ${p95} ms, longest ${max} ms.`);
    for (const { cell, faults } of tally.faulty.slice(0, 20))
      console.log(`  ${JSON.stringify(cell)}: ${faults.join('; ')}`);
  }
  if (mutations > 0) {
    const began = performance.now();
    const missed = await mutate(mutations, seed);
    report.mutations = { count: mutations, missed };
    kept &&= missed.length === 0;
    const seconds = Math.round((performance.now() - began) / 1000);
    console.log(
      `\n${mutations} changes to a log: ${mutations - missed.length} found, ${missed.length} missed (${seconds} s).`,
    );
    for (const one of missed.slice(0, 20)) console.log(`  ${one}`);
  }
  if (values.out) await writeFile(values.out, `${JSON.stringify(report, null, 2)}\n`);
  return kept ? 0 : 1;
}

/** The harness is TypeScript; bundled beside node_modules, so that packages are found as usual. */
async function load() {
  const folder = `${ROOT}node_modules/.cache/countersign-torture`;
  await mkdir(folder, { recursive: true });
  try {
    const outfile = `${folder}/run-${process.pid}.mjs`;
    await build({
      entryPoints: [`${ROOT}tests/torture/run.ts`],
      bundle: true,
      packages: 'external',
      format: 'esm',
      platform: 'node',
      target: 'node20',
      outfile,
      // What only the tests' own files import, and never run here.
      external: ['vitest'],
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
