// From the click on "Insert into reply" to the receipt: the real extension, its panel and its log, in every editor of
// the lab. Beside it, in the same run and on the same pages, what a bare write and a bare message take.
// One editor alone: node scripts/bench/insert.mjs tiptap
import { fileURLToPath } from 'node:url';
import { EDITORS } from '../../tests/lab/editors.mjs';
import { startLab } from '../../tests/lab/server.mjs';
import { launchWithExtension } from '../browser/launch.mjs';
import { buildIfStale } from '../demo/build.mjs';
import { printTable } from './table.mjs';

const ROUNDS = 10;
const LIMIT_MS = 60;
const SIGNATURE = '<p>-- <br>Kim Vale<br><strong>Acme</strong> Support</p>';
// one word: some editors spell a blank as &nbsp;
const MARK = 'parcel';

/** 600 characters; the number makes each draft another one. */
const draftOf = (round) =>
  `Hello Ann,\n\nthank you for your patience. We found the ${MARK} number ${round}.\n\n${'It lay in the wrong depot, and is on its way to you now. '.repeat(12)}`
    .slice(0, 599)
    .trimEnd()
    .concat('!');

/**
 * @param {string} extensionDir the built extension, with loopback granted
 * @param {string[]} [only] pages of the lab; all of them when left out
 * @param {(rows: import('./table.mjs').Row[]) => void} [tell] hears of each editor's rows as they come
 * @returns {Promise<import('./table.mjs').Row[]>}
 */
export async function benchInsert(extensionDir, only, tell = () => undefined) {
  const lab = await startLab();
  const browser = await launchWithExtension({ extensionDir, log: () => undefined });
  const editors = EDITORS.filter(({ page }) => !only || only.includes(page));
  const rows = [];
  try {
    for (const { page, title } of editors) {
      const more = await rowsOf(browser, lab.origin, page, title);
      tell(more);
      rows.push(...more);
    }
  } finally {
    await browser.close();
    await lab.close();
  }
  return rows;
}

async function rowsOf(browser, origin, name, title) {
  const { context, extensionId } = browser;
  const page = await context.newPage();
  await page.goto(`${origin}/p/${name}`);
  await page.waitForFunction(() => window.lab !== undefined);
  const tabId = await tabOf(context, page.url());
  const panel = await context.newPage();
  await panel.addInitScript(watchInsert);
  await panel.goto(`chrome-extension://${extensionId}/sidepanel.html?tabId=${tabId}`);
  await panel.waitForSelector('.record:not(:has(.looking))');
  const times = { ours: [], bare: [], message: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    await startOver(page, panel);
    times.bare.push(await bareWrite(page, draftOf(round)));
    await startOver(page, panel);
    times.message.push(await panel.evaluate(emptyMessage, tabId));
    times.ours.push(await ourInsert(page, panel, draftOf(round)));
  }
  await panel.close();
  await page.close();
  // The first of each brings the parts of the script, and warms all three alike.
  const of = (way) => median(times[way].slice(1).filter((ms) => ms !== null));
  return [
    { what: `${title}: click to verified`, value: of('ours'), unit: 'ms', limit: LIMIT_MS },
    ...(times.bare.includes(null)
      ? []
      : [{ what: `${title}: a bare write and one look`, value: of('bare'), unit: 'ms' }]),
    { what: `${title}: a message that asks for nothing`, value: of('message'), unit: 'ms' },
  ];
}

async function tabOf(context, url) {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  return worker.evaluate(
    async (wanted) => (await chrome.tabs.query({})).find((tab) => tab.url === wanted).id,
    url,
  );
}

/** The signature alone in the box, the caret in it, and the panel's own look at that over. */
async function startOver(page, panel) {
  await page.evaluate((html) => window.lab.set(html), SIGNATURE);
  await (await boxOf(page)).click({ position: { x: 20, y: 12 } });
  await panel.waitForTimeout(400);
}

/** The editable, in a frame too; of a closed shadow root its host. */
async function boxOf(page) {
  const selector = await page.evaluate(() => window.lab.selector);
  for (const frame of page.frames()) {
    const box = frame.locator(selector).first();
    if ((await box.count()) > 0) return box;
  }
  return page.locator('#app > *').first();
}

/**
 * The browser's own insertion at the caret, and looks at the editor's model until it is there: no check that it stays,
 * no receipt, no undo. Null where the editor does not take it so.
 */
async function bareWrite(page, text) {
  const from = performance.now();
  await page.keyboard.insertText(text);
  while (performance.now() - from < 2_000)
    if ((await page.evaluate(() => window.lab.content())).includes(MARK)) return performance.now() - from;
  return null;
}

async function ourInsert(page, panel, text) {
  await panel.getByRole('textbox', { name: 'Draft', exact: true }).fill(text);
  await panel.waitForTimeout(100);
  await panel.evaluate(() => globalThis.insertWatch.begin());
  await panel.getByRole('button', { name: 'Insert into reply', exact: true }).click();
  const ended = await panel.waitForFunction(
    () => globalThis.insertWatch.took ?? document.querySelector('[role=alert]')?.textContent,
  );
  const ms = await ended.jsonValue();
  if (typeof ms === 'string') throw new Error(`${page.url()} refused the draft: ${ms}`);
  const held = await page.evaluate(() => window.lab.content());
  if (!held.includes(MARK)) throw new Error(`The panel says done and ${page.url()} does not hold the draft.`);
  return ms;
}

/** Runs in the panel before its own scripts: the time from the click to the words that say it is in the box. */
function watchInsert() {
  const watch = { clicked: null, took: null, begin };
  function begin() {
    watch.clicked = null;
    watch.took = null;
  }
  const look = () => {
    if (watch.clicked === null || watch.took !== null) return;
    if (
      [...document.querySelectorAll('.draft .badge')].some((el) =>
        el.textContent.includes('In the reply box now'),
      )
    )
      watch.took = performance.now() - watch.clicked;
  };
  document.addEventListener(
    'click',
    (event) => {
      watch.clicked = event.timeStamp;
    },
    true,
  );
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
  globalThis.insertWatch = watch;
}

/** Runs in the panel: asks the page's script about an action that it never heard of. */
async function emptyMessage(tabId) {
  const from = performance.now();
  const answer = await chrome.tabs.sendMessage(tabId, { type: 'outcome', key: crypto.randomUUID() });
  if (answer?.type !== 'outcome') throw new Error('The page gave no answer.');
  return performance.now() - from;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const only = process.argv.length > 2 ? process.argv.slice(2) : undefined;
  await benchInsert(buildIfStale(root), only, (rows) => printTable('Inserting a draft', rows));
}
