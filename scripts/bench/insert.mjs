// From the click on "Insert into reply" to the receipt: the real extension, its panel and its log, in every editor of
// the lab. Beside it, in the same run and on the same pages, what a bare write and a bare message take.
// Some editors alone, by their page in the lab: node scripts/bench/insert.mjs tiptap trix
import { fileURLToPath } from 'node:url';
import { EDITORS } from '../../tests/lab/editors.mjs';
import { startLab } from '../../tests/lab/server.mjs';
import { launchWithExtension } from '../browser/launch.mjs';
import { buildIfStale } from '../demo/build.mjs';
import { printTable } from './table.mjs';

const ROUNDS = 10;
const LIMIT_MS = 60;
/** The page says that it changed within 300 ms, and the panel looks 200 ms later. */
const LOOKED_MS = 650;
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
  const rows = [];
  try {
    const { context, extensionId } = browser;
    const page = await context.newPage();
    await page.goto(`${lab.origin}/p/textarea`);
    const tabId = await tabOf(context, page.url());
    const panel = await panelBeside(
      context,
      `chrome-extension://${extensionId}/sidepanel.html?tabId=${tabId}`,
    );
    await panel.evaluate(watchInsert);
    for (const editor of EDITORS.filter((one) => !only || only.includes(one.page))) {
      const url = `${lab.origin}/p/${editor.page}`;
      const more = await rowsOf({ page, panel, tabId }, url, editor);
      tell(more);
      rows.push(...more);
    }
  } finally {
    await browser.close();
    await lab.close();
  }
  return rows;
}

/**
 * In a window of its own, so that both are in sight, as a side panel and its page are: a browser lets a tab that nobody
 * sees run behind everything else.
 */
async function panelBeside(context, url) {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const opened = context.waitForEvent('page');
  await worker.evaluate(
    (at) => chrome.windows.create({ url: at, type: 'popup', width: 420, height: 800 }),
    url,
  );
  const panel = await opened;
  await panel.waitForSelector('.record');
  return panel;
}

/** One tab and one panel for all of them: the panel follows the tab from editor to editor, as beside a helpdesk. */
async function rowsOf({ page, panel, tabId }, url, { page: name, title }) {
  await page.goto(url);
  await page.waitForFunction(() => window.lab !== undefined);
  await panel.locator('.record-subject', { hasText: new RegExp(`^${name}$`) }).waitFor();
  const box = await boxOf(page);
  const times = { ours: [], bare: [], message: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    await startOver(page, box);
    if (!times.bare.includes(null)) times.bare.push(await bareWrite(page, draftOf(round)));
    await startOver(page, box);
    await panel.getByRole('textbox', { name: 'Draft', exact: true }).fill(draftOf(round));
    // the panel's own look at that is over
    await panel.waitForTimeout(LOOKED_MS);
    times.message.push(await panel.evaluate(emptyMessage, tabId));
    times.ours.push(await ourInsert(page, panel));
  }
  // The first of each brings the parts of the script, and warms all three alike.
  const of = (way) => median(times[way].slice(1));
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

/** The signature alone in the box, the caret in it. */
async function startOver(page, box) {
  await page.evaluate((html) => window.lab.set(html), SIGNATURE);
  await box.click({ position: { x: 20, y: 12 } });
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

async function ourInsert(page, panel) {
  const ended = panel.evaluate(() => globalThis.insertWatch());
  await panel.getByRole('button', { name: 'Insert into reply', exact: true }).click();
  const ms = await ended;
  if (typeof ms === 'string') throw new Error(`${page.url()} refused the draft: ${ms}`);
  const held = await page.evaluate(() => window.lab.content());
  if (!held.includes(MARK)) throw new Error(`The panel says done and ${page.url()} does not hold the draft.`);
  return ms;
}

/**
 * Runs in the panel. Asked, it answers with the time from the next click to the words that say it
 * is in the box, or with the words that say why not.
 */
function watchInsert() {
  globalThis.insertWatch = () =>
    new Promise((resolve) => {
      let clicked = null;
      const noted = (event) => {
        clicked = event.timeStamp;
      };
      const look = () => {
        const said = document.querySelector('[role=alert]')?.textContent;
        const isIn = [...document.querySelectorAll('.draft .badge')].some((el) =>
          el.textContent.includes('In the reply box now'),
        );
        if (clicked === null || !(said || isIn)) return;
        observer.disconnect();
        resolve(said || performance.now() - clicked);
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { subtree: true, childList: true, characterData: true });
      document.addEventListener('click', noted, { capture: true, once: true });
    });
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
