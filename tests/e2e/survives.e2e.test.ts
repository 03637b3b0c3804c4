import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { PanelPage } from '../support/panel';
import { Scene } from '../torture/real/scene';
import { BUILD } from './bench';

const CALLS = [
  { name: 'set_status', arguments: { status: 'Pending' } },
  { name: 'add_tag', arguments: { tag: 'replacement' } },
];
const TITLES = ['Add the tag “replacement”', 'Set the status to “Pending”'];

let scene: Scene;
let copy: string | undefined;
afterEach(async () => {
  await scene.close();
  if (copy) await rm(copy, { recursive: true, force: true, maxRetries: 5 });
  copy = undefined;
});

async function openPanel(): Promise<PanelPage> {
  const panel = await scene.panel();
  await scene.bound(panel);
  return panel;
}

/** Between two versions the browser shows no page of the extension. */
async function pageOpens(): Promise<boolean> {
  const page = await scene.context.newPage();
  const answer = await page.goto(`chrome-extension://${scene.browser.now.extensionId}/options.html`).then(
    () => true,
    () => false,
  );
  await page.close();
  return answer;
}

/** Proposes, signs and sees done. */
async function carryOut(panel: PanelPage, calls = CALLS): Promise<void> {
  scene.model.says({ calls });
  await panel.run('Review');
  for (const _ of calls) {
    const card = panel.cards().filter({ hasText: 'Approve and run' }).first();
    const title = (await card.locator('.card-title').textContent()) ?? '';
    await card.getByRole('button', { name: 'Approve and run' }).click();
    await panel.receiptOf(title.trim()).getByText('Done', { exact: true }).waitFor();
  }
}

/** Takes both back, newest first, and sees the desk as it was. */
async function takeBack(panel: PanelPage, start: unknown): Promise<void> {
  for (const title of TITLES) {
    await panel.page.locator('#undo-last-what').getByText(title, { exact: true }).waitFor();
    await panel.undoLast().click();
    await panel.receiptOf(title).getByText('Taken back').waitFor();
  }
  expect(scene.desk.state()).toEqual(start);
  expect(scene.written()).toHaveLength(4);
}

it.each(['closed', 'killed'] as const)(
  'what was done can be taken back after the browser was %s',
  { timeout: 120_000 },
  async (how) => {
    scene = await Scene.open(BUILD);
    const start = scene.desk.state();
    await carryOut(await openPanel());
    await (how === 'closed' ? scene.browser.close() : scene.browser.kill());
    await scene.browser.start();
    await takeBack(await openPanel(), start);
  },
);

it('what was done can be taken back after an update, and the script left in the tab does nothing', {
  timeout: 120_000,
}, async () => {
  copy = await mkdtemp(join(tmpdir(), 'countersign-update-'));
  await cp(BUILD, copy, { recursive: true });
  scene = await Scene.open(copy);
  const start = scene.desk.state();
  const tab = await scene.tab();
  const said: string[] = [];
  tab.on('pageerror', (error) => said.push(String(error)));
  tab.on('console', (line) => line.type() === 'error' && said.push(line.text()));
  const before = await openPanel();
  await carryOut(before);

  // The next version, in the same place: the browser keeps the id and with it the log.
  const manifest = JSON.parse(await readFile(join(copy, 'manifest.json'), 'utf8'));
  await writeFile(join(copy, 'manifest.json'), JSON.stringify({ ...manifest, version: '9.0.0' }));
  const gone = before.page.waitForEvent('close');
  await before.page.evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome: { runtime: { reload(): void } } };
    // After this call has come back: the page goes with the old version.
    setTimeout(() => chrome.runtime.reload(), 50);
  });
  await gone;
  await expect.poll(pageOpens, { timeout: 15_000 }).toBe(true);

  // The tab was not loaded anew: the old script is still in it, and the new one comes beside it.
  const panel = await openPanel();
  const version = await panel.page.evaluate(() => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { getManifest(): { version: string } } };
    };
    return chrome.runtime.getManifest().version;
  });
  expect(version).toBe('9.0.0');
  await takeBack(panel, start);
  const note = { name: 'add_note', arguments: { body: 'Done by the new version.' } };
  await carryOut(panel, [note] as unknown as typeof CALLS);
  expect(scene.written().map((row) => row.operation)).toEqual([
    'status',
    'add-tag',
    'remove-tag',
    'status',
    'note',
  ]);
  expect(said).toEqual([]);
});
