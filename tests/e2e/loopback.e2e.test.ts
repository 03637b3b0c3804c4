import type { Page } from 'playwright';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Sinkhole, startSinkhole } from '../support/sinkhole.mjs';
import { type Bench, setUp } from './bench';

let sinkhole: Sinkhole;
let bench: Bench;

beforeEach(async () => {
  sinkhole = await startSinkhole();
  bench = await setUp('/tickets/1042', { sinkholePort: sinkhole.port });
});
afterEach(async () => {
  await bench.close();
  await sinkhole.close();
});

it('a whole offline job asks no other host for anything', { timeout: 120_000 }, async () => {
  const asked = new Set<string>();
  bench.context.on('request', (request) => asked.add(new URL(request.url()).host));
  await bench.panel.run('Suggest');
  await bench.panel.run('Draft');
  await bench.panel.insert().click();
  await bench.panel.receipt('Insert the draft').getByText('Done', { exact: true }).waitFor();
  await bench.panel.undoLast().click();
  await bench.panel.receiptOf('Insert the draft into the reply box').getByText('Taken back').waitFor();
  await bench.panel.run('Review');
  await bench.panel.approveAll();
  await bench.panel.button('Send now').click();
  await bench.panel.receiptOf('Send a public reply').getByText('Done', { exact: true }).waitFor();
  expect(bench.sent().map((row) => row.operation)).toContain('reply');
  const log = await bench.panel.exportLog();
  expect(log.trim().split('\n').length).toBeGreaterThan(20);
  expect(sinkhole.summary()).toBe('');
  expect(
    [...asked].filter((host) => host !== new URL(bench.desk.url).host && host !== bench.extensionId),
  ).toEqual([]);
});

it('would see a request if there was one', async () => {
  await bench.page.goto('http://elsewhere.example/');
  expect(sinkhole.calls.map((call) => call.host)).toContain('elsewhere.example');
});

/** Scripting worlds that the document of `page` has beside its own, by their origins. */
async function worldsOf(page: Page): Promise<string[]> {
  const client = await page.context().newCDPSession(page);
  const origins: string[] = [];
  client.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.auxData?.type === 'isolated') origins.push(context.origin);
  });
  await client.send('Runtime.enable');
  await client.detach();
  return origins.filter((origin) => origin.startsWith('chrome-extension://'));
}

const own = (page: Page) =>
  page.evaluate(() => ({
    names: Object.getOwnPropertyNames(globalThis).filter((name) => /countersign/i.test(name)),
    symbols: Object.getOwnPropertySymbols(globalThis)
      .map(String)
      .filter((name) => /countersign/i.test(name)),
    marks: document.querySelectorAll('[class*=countersign i], [id*=countersign i], [data-countersign]')
      .length,
  }));

it('a page without a panel gets nothing from the extension, though the host is granted', async () => {
  const ours = `chrome-extension://${bench.extensionId}`;
  const other = await bench.context.newPage();
  await other.goto(`${bench.desk.url}/tickets/1044`);
  await bench.panel.page.bringToFront();
  await bench.panel.run('Draft');
  expect(await worldsOf(bench.page)).toEqual([ours]);
  expect(await worldsOf(other)).toEqual([]);
  expect(await own(other)).toEqual({ names: [], symbols: [], marks: 0 });
  // Seen by a person, and loaded anew: still nothing.
  await other.bringToFront();
  await other.reload();
  await other.waitForTimeout(500);
  expect(await worldsOf(other)).toEqual([]);
});
