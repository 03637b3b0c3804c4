import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Download, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillLog } from '../../scripts/bench/fill.mjs';
import { type Launched, launchWithExtension } from '../../scripts/browser/launch.mjs';
import { checkLog } from '../../scripts/log/verify.mjs';

const OUT = process.env.COUNTERSIGN_OUT ?? new URL('../../.output', import.meta.url).pathname;
const ENTRIES = 16_000;
const MB = 1e6;

let browser: Launched;
let page: Page;

beforeAll(async () => {
  browser = await launchWithExtension({
    extensionDir: `${OUT}/chrome-mv3-e2e`,
    extraArgs: ['--enable-precise-memory-info'],
    log: () => undefined,
  });
  page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/options.html`);
  await fillLog(page, ENTRIES);
}, 180_000);
afterAll(() => browser?.close());

async function openPanel(): Promise<void> {
  await page.goto(`chrome-extension://${browser.extensionId}/sidepanel.html`);
  await page.locator('.receipt').first().waitFor();
}

/** Exports, and takes samples of the heap all the while. */
async function exporting(
  sample: () => Promise<number>,
): Promise<{ download: Download; start: number; most: number }> {
  const start = await sample();
  const coming = page.waitForEvent('download', { timeout: 120_000 });
  let isOver = false;
  void coming.finally(() => {
    isOver = true;
  });
  await page.getByRole('button', { name: 'Export log' }).click();
  let most = start;
  while (!isOver) most = Math.max(most, await sample());
  return { download: await coming, start, most };
}

/** Names and sizes of what lies in the folder for exports. */
const folder = (): Promise<number[]> => page.evaluate(readFolder);

async function readFolder(): Promise<number[]> {
  interface Folder {
    getDirectoryHandle(name: string, options: { create: boolean }): Promise<Folder>;
    values(): AsyncIterable<{ getFile(): Promise<{ size: number }> }>;
  }
  const { navigator } = globalThis as unknown as {
    navigator: { storage: { getDirectory(): Promise<Folder> } };
  };
  const exports = await (await navigator.storage.getDirectory()).getDirectoryHandle('exports', {
    create: true,
  });
  const sizes: number[] = [];
  for await (const file of exports.values()) sizes.push((await file.getFile()).size);
  return sizes;
}

describe('the export of a long log', { timeout: 180_000 }, () => {
  it('holds a small part of the file in memory, and the file is whole', async () => {
    await openPanel();
    const session = await page.context().newCDPSession(page);
    const held = async (): Promise<number> => {
      await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize;
    };
    const { download, start, most } = await exporting(held);
    const { size } = await stat(await download.path());
    expect(size).toBeGreaterThan(16 * MB);
    expect(most - start).toBeLessThan(8 * MB);
    expect(await checkLog(createReadStream(await download.path()))).toMatchObject({
      entryCount: expect.any(Number),
    });
    expect(await folder()).toEqual([size]);
  });

  it('leaves little to be swept up, and nothing of a page that is gone', async () => {
    const used = (): Promise<number> =>
      page.evaluate(
        () =>
          (globalThis as unknown as { performance: { memory: { usedJSHeapSize: number } } }).performance
            .memory.usedJSHeapSize,
      );
    // when it sweeps is the engine's to decide: what an export leaves each time is what counts
    const left: number[] = [];
    for (let i = 0; i < 3 && Math.min(...left) >= 40 * MB; i++) {
      await openPanel();
      const { start, most } = await exporting(used);
      left.push(most - start);
    }
    expect(Math.min(...left)).toBeLessThan(40 * MB);
    await openPanel();
    await expect.poll(folder, { timeout: 20_000 }).toEqual([]);
  });
});
