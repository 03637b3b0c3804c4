// How long the panel takes until it can be used, beside the panel of an extension that holds nothing.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createDesk } from '../../tests/demo-desk/server.mjs';
import { launchWithExtension } from '../browser/launch.mjs';

const ROUNDS = 15;

/**
 * @param {string} extensionDir the built extension, with loopback granted
 * @returns {Promise<import('./table.mjs').Row[]>} medians in ms, the ratio, and kB of JavaScript (gzip) until usable
 */
export async function benchPanel(extensionDir) {
  const desk = await createDesk();
  const floor = await timesOf(emptyExtension(), desk.url, 'body[data-ready]');
  const drawn = await timesOf(extensionDir, desk.url, '.ask .row button');
  const ours = await timesOf(extensionDir, desk.url, '.ask .row button:not([aria-disabled=true])');
  await desk.close();
  return [
    { what: 'panel of an empty extension, until it is drawn', value: median(floor.ms), unit: 'ms' },
    { what: 'our panel, until it is drawn', value: median(drawn.ms), unit: 'ms' },
    {
      what: 'our panel, until its main action can be clicked',
      value: median(ours.ms),
      unit: 'ms',
    },
    { what: 'ratio', value: median(ours.ms) / median(floor.ms), unit: '×', limit: 2 },
    { what: 'JavaScript until usable, gzip', value: ours.bytes / 1000, unit: 'kB', limit: 120 },
  ];
}

/** The least that a side panel can be. */
function emptyExtension() {
  const dir = mkdtempSync(join(tmpdir(), 'empty-panel-'));
  const manifest = {
    manifest_version: 3,
    name: 'Empty',
    version: '1',
    permissions: ['sidePanel', 'tabs'],
    side_panel: { default_path: 'sidepanel.html' },
    background: { service_worker: 'worker.js' },
  };
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(dir, 'worker.js'), '');
  writeFileSync(join(dir, 'ready.js'), 'document.body.dataset.ready = "1";');
  const page = '<!doctype html><title>Empty</title><body><p>Empty</p><script src="ready.js"></script></body>';
  writeFileSync(join(dir, 'sidepanel.html'), page);
  return dir;
}

async function timesOf(extensionDir, url, usable) {
  const browser = await launchWithExtension({ extensionDir, log: () => undefined });
  const ticket = await browser.context.newPage();
  await ticket.goto(`${url}/tickets/1042`);
  await ticket.locator('.ProseMirror').waitFor();
  const worker = browser.context.serviceWorkers()[0] ?? (await browser.context.waitForEvent('serviceworker'));
  const tabId = await worker.evaluate(async () => (await chrome.tabs.query({})).at(-1).id);
  const ms = [];
  let bytes = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const page = await browser.context.newPage();
    await page.addInitScript(watchFor, usable);
    await page.goto(`chrome-extension://${browser.extensionId}/sidepanel.html?tabId=${tabId}`);
    const mark = await page.waitForFunction(() => globalThis.usableAt);
    ms.push(await mark.jsonValue());
    const loaded = await page.evaluate(() => globalThis.usableScripts);
    bytes = loaded.reduce((sum, name) => sum + gzipOf(join(extensionDir, new URL(name).pathname)), 0);
    await page.close();
  }
  await browser.close();
  // The first opening also warms the browser's own caches; it counts for both alike, and so is left out for both.
  return { ms: ms.slice(1), bytes };
}

/** Runs in the panel before its own scripts: notes when the selector first matches, and what was loaded by then. */
function watchFor(selector) {
  const look = () => {
    if (document.querySelector(selector)) {
      globalThis.usableAt = performance.now();
      // Resource timing is silent about an extension's own files; a module that is loaded has an element, though.
      globalThis.usableScripts = [...document.querySelectorAll('script[src], link[rel=modulepreload]')].map(
        (element) => element.src || element.href,
      );
      observer.disconnect();
    }
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { subtree: true, childList: true, attributes: true });
}

const gzipOf = (file) => gzipSync(readFileSync(file)).length;

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
