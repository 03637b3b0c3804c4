import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPart } from './load.mjs';

/** Every run is settled this soon after the panel was opened again. Ms. */
const SETTLED_MS = 5_000;

/** Races that are run once more with the guards off. */
const CONTROLS = 40;

const say = (/** @type {string} */ words) => console.log(words);

/** Folder of the build for tests. */
function realBuild() {
  const out = process.env.COUNTERSIGN_OUT ?? fileURLToPath(new URL('../../.output', import.meta.url));
  const build = `${out}/chrome-mv3-e2e`;
  if (!existsSync(build)) throw new Error('There is no build for the tests. Run `npm run build:e2e` first.');
  return build;
}

/** @type {Record<string, (options: Record<string, any>) => Promise<{ ok: boolean, tally: unknown }>>} */
const PARTS = {
  kills: async ({ kills, seed }) => {
    const { torture } = await loadPart('run.ts');
    const tally = await torture(Number(kills), Number(seed), say);
    told(tally, `${tally.missedPoints} points not reached`);
    return { ok: tally.faulty.length === 0 && tally.missedPoints === 0, tally };
  },
  races: async ({ races, seed, kind }) => {
    const count = Number(races ?? 5000);
    const { runRaces } = await loadPart('races/run.ts');
    const kinds = kind ? { kinds: [kind] } : {};
    const tally = await runRaces(count, Number(seed), kinds);
    // The same races with what stands against them switched off: if those went well, these would prove nothing.
    const control = await runRaces(Math.min(200, count), Number(seed), { ...kinds, guarded: false });
    return { ok: toldRaces(tally, control), tally: { tally, control } };
  },
  mutations: async ({ mutations, seed }) => {
    const { mutate } = await loadPart('run.ts');
    const count = Number(mutations);
    const missed = await mutate(count, Number(seed));
    say(`${count} changes to a log: ${count - missed.length} found, ${missed.length} missed.`);
    for (const one of missed.slice(0, 20)) say(`  ${one}`);
    return { ok: missed.length === 0, tally: { count, missed } };
  },
  'real-kills': async ({ from, to, seed }) => {
    const { tortureReal, realCells } = await loadPart('real/run-kills.ts');
    const cells = realCells(Number(seed)).slice(Number(from), Number(to));
    const tally = await tortureReal(cells, realBuild(), say);
    told(tally, `${tally.missedMoments} moments not reached, verify says ${tally.verify}`);
    const whole = tally.faulty.length === 0 && tally.missedMoments === 0 && tally.verify === 0;
    return { ok: whole && tally.settledMs.max <= SETTLED_MS, tally };
  },
  'real-races': async ({ races, seed, kind, journal }) => {
    const { runRealRaces, buildUnguarded } = await loadPart('real-races/run.ts');
    const kinds = kind ? { kinds: [kind] } : {};
    const count = Number(races ?? 300);
    const { tally } = await runRealRaces({
      build: realBuild(),
      ...kinds,
      count,
      seed: Number(seed),
      journal,
      say,
    });
    say('\nThe control: the same races with what stands against them switched off.');
    const out = await mkdtemp(join(tmpdir(), 'countersign-unguarded-'));
    try {
      const controls = { build: await buildUnguarded(out), honoursKeys: false, ...kinds };
      const seeds = { count: Math.min(CONTROLS, count), seed: Number(seed) };
      const { tally: control } = await runRealRaces({ ...controls, ...seeds, say });
      return { ok: toldRealRaces(tally, control), tally: { tally, control } };
    } finally {
      await rm(out, { recursive: true, force: true });
    }
  },
};

/** @param {string} part @param {Record<string, any>} options */
export function runPart(part, options) {
  const run = PARTS[part];
  if (!run) throw new Error(`There is no part ${part}.`);
  return run(options);
}

/** @param {any} tally @param {string} more */
function told(tally, more) {
  say(
    `\n${tally.kills} kills: ${tally.duplicates} effects done twice, ${tally.faulty.length} promises broken, ${more}.`,
  );
  for (const [ending, count] of Object.entries(tally.endings).sort())
    say(`  ${String(count).padStart(6)}  ${ending}`);
  const { p50, p95, max } = tally.settledMs;
  say(`Settled after opening again: p50 ${p50} ms, p95 ${p95} ms, longest ${max} ms.`);
  for (const { cell, faults } of tally.faulty.slice(0, 20))
    say(`  ${JSON.stringify(cell)}: ${faults.join('; ')}`);
}

/** @param {any} tally @param {any} control @returns {boolean} whether all of it holds, and the control shows that it could fail */
function toldRaces(tally, control) {
  let ok = true;
  for (const [race, { races, turned, done, wrong }] of Object.entries(tally)) {
    const { races: tried, wrong: lost } = control[race];
    say(
      `${race}: ${races} races, ${turned} met in time, ${done} with an effect, ${wrong.length} wrong. With the guard off: ${lost.length} of ${tried} wrong.`,
    );
    for (const one of wrong.slice(0, 10)) say(`  ${JSON.stringify(one)}`);
    ok &&= wrong.length === 0 && lost.length > 0;
  }
  return ok;
}

/** @param {any} tally @param {any} control @returns {boolean} whether all of it holds, and the control shows that it could fail */
function toldRealRaces(tally, control) {
  let ok = true;
  for (const [kind, { races, met, withEffect, wrong, endings, moments, repeated }] of Object.entries(tally)) {
    const { races: tried, wrong: lost } = control[kind];
    say(
      `\n${kind}: ${races} races, ${met} met in time, ${withEffect} with an effect, ${repeated} with a repeated request, ${wrong.length} wrong. With the guard off: ${lost.length} of ${tried} wrong.`,
    );
    for (const [what, count] of [...counted(moments), ...counted(endings)])
      say(`  ${String(count).padStart(6)}  ${what}`);
    for (const { plan, wrong: words } of wrong.slice(0, 20))
      say(`  ${JSON.stringify(plan)}: ${words.join('; ')}`);
    ok &&= wrong.length === 0 && lost.length > 0;
  }
  return ok;
}

/** @param {Record<string, number>} counts */
const counted = (counts) => Object.entries(counts).sort(([, a], [, b]) => b - a);
