import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { tabIdOf } from '../support/tab';
import { type Bench, setUp } from './bench';

const OUT = process.env.COUNTERSIGN_OUT ?? new URL('../../.output', import.meta.url).pathname;

/** Bytes that the first script may have, and all that comes into a ticket's page until it was read and written. */
const LIMIT = 40_000;
const LIMIT_OF_ALL = 60_500;

const gzipOf = (file: string): number => gzipSync(readFileSync(`${OUT}/chrome-mv3-e2e/${file}`)).length;

let bench: Bench;

beforeEach(async () => {
  bench = await setUp();
});
afterEach(() => bench.close());

/** What of ours runs in a page, as the browser's own debugger lists it. */
async function ours(page: Page): Promise<string[]> {
  const cdp = await page.context().newCDPSession(page);
  const found = new Set<string>();
  cdp.on('Debugger.scriptParsed', ({ url }) => {
    if (url.startsWith('chrome-extension://')) found.add(new URL(url).pathname.slice(1));
  });
  await cdp.send('Debugger.enable');
  await cdp.detach();
  return [...found].sort();
}

it('an unused page gets nothing; a ticket gets little more than one script under 40 kB, and no second one twice', async () => {
  const unused = await bench.context.newPage();
  await unused.goto(`${bench.desk.url}/tickets/1043`);
  await unused.locator('.ProseMirror').waitFor();
  expect(await ours(unused)).toEqual([]);

  await bench.panel.run('Draft');
  await bench.panel.insert().click();
  await bench.panel.receipt('Insert the draft').getByText('Done').waitFor();
  // the watch over the draft comes after the receipt, since nothing waits for it
  const drafting = ['content-scripts/page.js', 'page-drafts.js', 'page-world.js', 'sites/demo-desk.js'];
  await expect.poll(() => ours(bench.page)).toEqual(drafting);
  const files = await ours(bench.page);
  expect(gzipOf('content-scripts/page.js')).toBeLessThanOrEqual(LIMIT);
  expect(files.reduce((sum, file) => sum + gzipOf(file), 0)).toBeLessThanOrEqual(LIMIT_OF_ALL);

  // what works the page's forms comes with the first change, and not before
  await bench.panel.run('Review');
  await bench.panel.approveAllButton().waitFor();
  expect(await ours(bench.page)).toEqual(files);
  await bench.panel.approveAll();
  await bench.panel
    .receipt(/status/)
    .getByText('Done')
    .waitFor();
  expect(await ours(bench.page)).toEqual([...files, 'page-forms.js'].sort());
  expect(bench.desk.state().tickets['1042']?.status).toBe('pending');
});

it('a page that no site file knows gets the general reader, and not what is known of a helpdesk', async () => {
  const page = await bench.context.newPage();
  await page.route('**/unknown', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><title>T</title><h1>Case #7</h1><textarea style="width:400px;height:99px"></textarea>',
    }),
  );
  await page.goto(`${bench.desk.url}/unknown`);
  await bench.panel.page.goto(
    bench.panel.page.url().replace(/tabId=\d+/, `tabId=${await tabIdOf(bench.context, page)}`),
  );
  await bench.panel.record().getByText('Unknown').first().waitFor();
  expect(await ours(page)).toEqual(['content-scripts/page.js', 'page-drafts.js', 'page-general.js']);
});

it('of two boxes on an unknown page the draft goes into the one that was looked at, though another script writes', async () => {
  const html = readFileSync(new URL('../sites/fixtures/generic/tabs.html', import.meta.url), 'utf8');
  const scratch = '<textarea id="scratch" style="width:400px;height:90px"></textarea>';
  const page = await bench.context.newPage();
  await page.route('**/inbox/view/4127', (route) =>
    route.fulfill({ contentType: 'text/html', body: html.replace('<body>', `<body>${scratch}`) }),
  );
  await page.goto(`${bench.desk.url}/inbox/view/4127`);
  await bench.panel.page.goto(
    bench.panel.page.url().replace(/tabId=\d+/, `tabId=${await tabIdOf(bench.context, page)}`),
  );
  await bench.panel.record().getByText('Ticket 4127').waitFor();
  await bench.panel.run('Draft');
  await bench.panel.insert().click();
  await bench.panel.receipt('Insert the draft').getByText('Done').waitFor();
  expect(await page.locator('.pen').innerText()).toContain('Hi Ilse');
  expect(await page.locator('#scratch').inputValue()).toBe('');
});
