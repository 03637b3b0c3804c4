// The panel over a long log: node scripts/bench/activity.mjs [ENTRIES [PROFILE]]
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { launchWithExtension } from '../browser/launch.mjs';
import { buildIfStale } from '../demo/build.mjs';
import { checkLog } from '../log/verify.mjs';
import { fillLog } from './fill.mjs';
import { printTable } from './table.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FRAME_MS = 1000 / 60;

/** Scrolls of the activity and of rows that do nothing, in turn: what else the machine does meanwhile meets both. */
const ROUNDS = 5;

/**
 * @param {string} extensionDir
 * @param {number} entries of the log
 * @param {string} filled a browser's profile whose log is that long already
 * @returns {Promise<import('./table.mjs').Row[]>}
 */
export async function benchActivity(extensionDir, entries, filled = '') {
  const browser = await launchWithExtension({
    extensionDir,
    viewport: { width: 420, height: 900 },
    userDataDir: filled,
    extraArgs: ['--enable-precise-memory-info'],
    log: () => undefined,
  });
  const panelUrl = `chrome-extension://${browser.extensionId}/sidepanel.html`;
  try {
    const page = await browser.context.newPage();
    const fill = async (count, from) => {
      if (filled !== '') return;
      await page.goto(panelUrl.replace('sidepanel', 'options'));
      await fillLog(page, count, from);
    };
    await fill(40, 0);
    const short = await openings(page, panelUrl);
    await fill(entries, 10);
    const long = await openings(page, panelUrl);
    const { ours, floor } = await scrollingInTurn(page, panelUrl);
    await page.goto(panelUrl);
    await page.locator('.receipt').first().waitFor();
    const search = await searching(page, entries / 4);
    await page.goto(panelUrl);
    await page.locator('.receipt').first().waitFor();
    const file = await exporting(page);
    return [
      { what: 'opening to the first receipt, 40 entries', value: short, unit: 'ms' },
      { what: `the same, ${entries} entries`, value: long, unit: 'ms' },
      {
        what: `scrolling 400 of its rows that do nothing: frames dropped of ${floor.frames}`,
        value: floor.dropped,
        unit: '',
      },
      {
        what: `scrolling the activity: frames dropped of ${ours.frames}`,
        value: ours.dropped,
        unit: '',
        limit: floor.dropped,
      },
      { what: 'of those: work of a frame that took longer than a frame', value: floor.late, unit: '' },
      { what: 'of the activity', value: ours.late, unit: '', limit: 0 },
      { what: 'the most work in one frame of those', value: floor.most, unit: 'ms' },
      { what: 'the most work in one frame of the activity', value: ours.most, unit: 'ms' },
      { what: 'longest frame of those', value: floor.longest, unit: 'ms' },
      { what: 'longest frame of the activity', value: ours.longest, unit: 'ms' },
      { what: 'scripts in a frame of those', value: floor.scripts, unit: 'ms' },
      { what: 'scripts in a frame of the activity', value: ours.scripts, unit: 'ms' },
      { what: 'first answer of a search nobody made before', value: search.first, unit: 'ms', limit: 100 },
      { what: 'until it had looked through everything', value: search.whole / 1000, unit: 's' },
      { what: 'answer of every further search, p95', value: search.next, unit: 'ms', limit: 100 },
      {
        what: 'heap with all of it searched, what is not swept up yet with it',
        value: search.heap / 1e6,
        unit: 'MB',
      },
      { what: 'what is held of that', value: search.held / 1e6, unit: 'MB' },
      {
        what: `export of ${file.count} entries (${(file.bytes / 1e6).toFixed(0)} MB)`,
        value: file.ms / 1000,
        unit: 's',
      },
      { what: 'heap before the export', value: file.before / 1e6, unit: 'MB' },
      {
        what: 'heap during the export, at most, what is not swept up yet with it',
        value: file.most / 1e6,
        unit: 'MB',
      },
      { what: 'what is held of it during an export, at most', value: file.held / 1e6, unit: 'MB' },
    ];
  } finally {
    await browser.close();
  }
}

/** Median of five, by the page's own clock. */
async function openings(page, url) {
  const times = [];
  for (let i = 0; i < 5; i++) {
    await page.goto(url);
    await page.locator('.receipt').first().waitFor();
    times.push(await page.evaluate(() => performance.now()));
  }
  return times.sort((a, b) => a - b)[2];
}

/** The same rows as a page that does nothing: what this machine drops of it, it drops of any page. */
async function standStill(page) {
  await page.evaluate(() => {
    const rows = [...document.querySelectorAll('.receipt')].slice(0, 20);
    const still = document.createElement('div');
    for (let i = 0; i < 400; i++) {
      const row = rows[i % rows.length].cloneNode(true);
      row.style.position = 'static';
      row.style.transform = '';
      still.append(row);
    }
    document.querySelector('#root').remove();
    document.body.append(still);
  });
}

/** A person's wheel, at the speed of a determined scroll, for six seconds. */
async function scrolling(page) {
  await page.evaluate(() => {
    globalThis.frames_ = [];
    globalThis.work_ = [];
    let last = 0;
    // the next task comes when scripts, style, layout and paint of this frame are done
    const after = new MessageChannel();
    after.port1.onmessage = () => globalThis.work_.push(performance.now() - last);
    const tick = (now) => {
      if (last) globalThis.frames_.push(now - last);
      last = now;
      after.port2.postMessage(0);
      globalThis.ticking = requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const scriptTime = async () =>
    (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'ScriptDuration')
      .value;
  const before = await scriptTime();
  await session.send('Input.synthesizeScrollGesture', {
    x: 200,
    y: 500,
    yDistance: -24_000,
    speed: 4000,
    gestureSourceType: 'mouse',
  });
  const seconds = (await scriptTime()) - before;
  const { frames, work } = await page.evaluate(() => {
    cancelAnimationFrame(globalThis.ticking);
    return { frames: globalThis.frames_, work: globalThis.work_ };
  });
  const dropped = frames.reduce((sum, ms) => sum + Math.max(0, Math.round(ms / FRAME_MS) - 1), 0);
  const scripts = (seconds * 1000) / frames.length;
  // what ends within a frame's time is not what dropped the next one
  const late = work.filter((ms) => ms > FRAME_MS).length;
  const most = Math.max(...work);
  return { frames: frames.length, dropped, late, most, longest: Math.max(...frames), scripts };
}

/** Medians of several scrolls of the activity, each beside one of its rows as a page that does nothing. */
async function scrollingInTurn(page, panelUrl) {
  const rounds = { ours: [], floor: [] };
  for (let i = 0; i < ROUNDS; i++) {
    for (const which of i % 2 === 0 ? ['ours', 'floor'] : ['floor', 'ours']) {
      await page.goto(panelUrl);
      await page.locator('.receipt').nth(20).waitFor();
      if (which === 'floor') await standStill(page);
      rounds[which].push(await scrolling(page));
    }
  }
  const medians = (all) =>
    Object.fromEntries(
      Object.keys(all[0]).map((key) => [key, all.map((one) => one[key]).sort((a, b) => a - b)[ROUNDS >> 1]]),
    );
  return { ours: medians(rounds.ours), floor: medians(rounds.floor) };
}

/** From the key to the drawn answer. */
async function searching(page, actions) {
  await page.evaluate(() => scrollTo(0, 0));
  const answers = page.locator('.search [aria-live]');
  const ask = (words) =>
    page.evaluate(
      (value) =>
        new Promise((resolve) => {
          const box = document.querySelector('.search input');
          const began = performance.now();
          const watch = new MutationObserver(() => {
            watch.disconnect();
            requestAnimationFrame(() => resolve(performance.now() - began));
          });
          watch.observe(document.querySelector('.activity'), {
            characterData: true,
            childList: true,
            subtree: true,
          });
          Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(box, value);
          box.dispatchEvent(new Event('input', { bubbles: true }));
        }),
      words,
    );
  const began = performance.now();
  const first = await ask('late-parcel-7');
  await answers.getByText(/found\./).waitFor({ timeout: 120_000 });
  const whole = performance.now() - began;
  const next = [];
  // Each is answered with other receipts than the one before.
  for (let i = 1; i <= 20; i++) next.push(await ask(`late-parcel ${11 + ((i * 97) % (actions - 20))}`));
  const heap = await page.evaluate(() => performance.memory.usedJSHeapSize);
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const held = (await session.send('Runtime.getHeapUsage')).usedSize;
  return { first, whole, next: next.sort((a, b) => a - b)[Math.floor(next.length * 0.95) - 1], heap, held };
}

async function exporting(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const before = await page.evaluate(() => {
    globalThis.most_ = 0;
    setInterval(() => {
      globalThis.most_ = Math.max(globalThis.most_, performance.memory.usedJSHeapSize);
    }, 20);
    return performance.memory.usedJSHeapSize;
  });
  const coming = page.waitForEvent('download', { timeout: 240_000 });
  const began = performance.now();
  await page.getByRole('button', { name: 'Export log' }).click();
  const path = await (await coming).path();
  const ms = performance.now() - began;
  const most = await page.evaluate(() => globalThis.most_);
  const { entryCount } = await checkLog(createReadStream(path));
  const { size } = await stat(path);
  return { ms, before, most, held: await heldWhile(page, session), count: entryCount, bytes: size };
}

/** Once more, swept up again and again. */
async function heldWhile(page, session) {
  let isOver = false;
  const coming = page.waitForEvent('download', { timeout: 480_000 }).finally(() => {
    isOver = true;
  });
  await page.getByRole('button', { name: 'Export log' }).click();
  let held = 0;
  while (!isOver) {
    await session.send('HeapProfiler.collectGarbage');
    held = Math.max(held, (await session.send('Runtime.getHeapUsage')).usedSize);
  }
  await coming;
  return held;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const rows = await benchActivity(buildIfStale(ROOT), Number(process.argv[2] ?? 100_000), process.argv[3]);
  printTable('The activity of a long log', rows);
}
