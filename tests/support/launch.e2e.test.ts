import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Launched, launchWithExtension } from '../../scripts/browser/launch.mjs';
import { type Sinkhole, startSinkhole } from './sinkhole.mjs';
import { tabIdOf } from './tab';

let folder: string;
let sinkhole: Sinkhole;
let server: Server;
let browser: Launched;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'launch-test-'));
  const manifest = {
    manifest_version: 3,
    name: 'Launch test',
    version: '1',
    background: { service_worker: 'worker.js' },
    host_permissions: ['http://127.0.0.1/*'],
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'worker.js'), 'self.started = true;');
  sinkhole = await startSinkhole();
  server = createServer((_, answer) => answer.end('<title>here</title>')).listen(0, '127.0.0.1');
  browser = await launchWithExtension({ extensionDir: folder, sinkholePort: sinkhole.port });
});

afterAll(async () => {
  await browser?.close();
  server?.close();
  await sinkhole?.close();
  await rm(folder, { recursive: true, force: true });
});

test('the browser starts with the extension, says its version, and finds the tab of a page', async () => {
  expect(browser.version).toMatch(/\d+\.\d+/);
  expect(browser.extensionId).toMatch(/^[a-p]{32}$/);
  const { port } = server.address() as AddressInfo;
  const [first, second] = [await browser.context.newPage(), await browser.context.newPage()];
  await first.goto(`http://127.0.0.1:${port}/a`);
  await second.goto(`http://127.0.0.1:${port}/b`);
  const ids = [await tabIdOf(browser.context, first), await tabIdOf(browser.context, second)];
  expect(new Set(ids).size).toBe(2);
  expect(await tabIdOf(browser.context, first)).toBe(ids[0]);
});

test('another host ends in the sinkhole, and nothing else was called', async () => {
  const page = await browser.context.newPage();
  await page.goto('http://elsewhere.example/x');
  expect([...new Set(sinkhole.calls.map((call) => call.host))]).toEqual(['elsewhere.example']);
});

test('a folder without a build is refused in words', async () => {
  await expect(launchWithExtension({ extensionDir: join(folder, 'none') })).rejects.toThrow('Build it first');
});
