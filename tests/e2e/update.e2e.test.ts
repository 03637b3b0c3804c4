import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { check } from '../storage/check-text';
import type { PanelPage } from '../support/panel';
import { entriesIn } from '../torture/real/log-of';
import { Scene } from '../torture/real/scene';
import { type Installed, installA, VERSION_B } from './second-build';

const CALLS: { name: string; arguments: Record<string, string> }[] = [
  { name: 'set_status', arguments: { status: 'Pending' } },
  { name: 'add_tag', arguments: { tag: 'replacement' } },
];
const TITLES = ['Add the tag “replacement”', 'Set the status to “Pending”'];

const PRIORITY = 'Set the priority to “High”';

let installed: Installed;
let scene: Scene;

beforeAll(() => {
  installed = installA();
});
afterAll(() => installed.remove());
beforeEach(async () => {
  installed.put('A');
  scene = await Scene.open(installed.dir);
});
afterEach(() => scene.close());

async function openPanel(): Promise<PanelPage> {
  const panel = await scene.panel();
  await scene.bound(panel);
  return panel;
}

/** Proposes and signs. */
async function sign(panel: PanelPage, calls = CALLS): Promise<string[]> {
  scene.model.says({ calls });
  await panel.run('Review');
  const titles: string[] = [];
  for (const _ of calls) {
    const card = panel.cards().filter({ hasText: 'Approve and run' }).first();
    titles.push(((await card.locator('.card-title').textContent()) ?? '').trim());
    await card.getByRole('button', { name: 'Approve and run' }).click();
    if (calls.length > 1)
      await panel
        .receiptOf(titles.at(-1) ?? '')
        .getByText('Done', { exact: true })
        .waitFor();
  }
  return titles;
}

/** Takes both back, newest first. */
async function takeBack(panel: PanelPage): Promise<void> {
  for (const title of TITLES) {
    await panel.page.locator('#undo-last-what').getByText(title, { exact: true }).waitFor();
    await panel.undoLast().click();
    await panel.receiptOf(title).getByText('Taken back').waitFor();
  }
}

const versionOf = ({ page }: PanelPage): Promise<string> =>
  page.evaluate(() => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { getManifest(): { version: string } } };
    };
    return chrome.runtime.getManifest().version;
  });

/** The browser takes the new files while it runs: every panel ends, and what is in the pages is an orphan. */
async function updateInPlace(panel: PanelPage): Promise<void> {
  installed.put('B');
  const gone = panel.page.waitForEvent('close');
  const extensions = await scene.context.newPage();
  await extensions.goto('chrome://extensions');
  await extensions.evaluate(async (id) => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        developerPrivate: {
          updateProfileConfiguration(what: { inDeveloperMode: boolean }): Promise<void>;
          reload(id: string, how: { failQuietly: boolean }): Promise<unknown>;
        };
      };
    };
    // Without it the browser takes no files from a folder while it runs.
    await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    await chrome.developerPrivate.reload(id, { failQuietly: true });
  }, scene.browser.now.extensionId);
  await gone;
  await extensions.close();
}

/** A file that the log page saves. */
async function savedBy(press: (log: Page) => Promise<void>): Promise<string> {
  const log = await scene.context.newPage();
  await log.goto(`chrome-extension://${scene.browser.now.extensionId}/log.html`);
  const [download] = await Promise.all([log.waitForEvent('download'), press(log)]);
  const file = readFileSync(await download.path(), 'utf8');
  await log.close();
  return file;
}

describe('an update to a newer build, with a newer form of the database', { timeout: 120_000 }, () => {
  it('takes back what the older build did, after the browser was closed in between', async () => {
    const start = scene.desk.state();
    const before = await openPanel();
    await sign(before);
    const written = await entriesIn(before.page);
    expect(scene.desk.state()).not.toEqual(start);
    await scene.browser.close();
    installed.put('B');
    await scene.browser.start();
    const panel = await openPanel();
    expect(await versionOf(panel)).toBe(VERSION_B);
    expect((await entriesIn(panel.page)).slice(0, written.length)).toEqual(written);
    await takeBack(panel);
    expect(scene.desk.state()).toEqual(start);
    expect(scene.written()).toHaveLength(4);
  });

  it('lets the older build write nothing any more, and says why; a new log beside it is the person’s choice', async () => {
    await sign(await openPanel());
    await scene.browser.close();
    installed.put('B');
    await scene.browser.start();
    const newer = await openPanel();
    const entries = await entriesIn(newer.page);
    await scene.browser.close();
    installed.put('A');
    await scene.browser.start();
    const panel = await scene.panel();
    await panel.page.getByRole('alert').getByText('written by a newer version of Countersign').waitFor();
    expect(await entriesIn(panel.page)).toEqual(entries);
    expect(scene.written()).toHaveLength(2);
    await panel.page.close();

    const log = await scene.context.newPage();
    await log.goto(`chrome-extension://${scene.browser.now.extensionId}/log.html`);
    const others = log.getByRole('region', { name: 'Other logs' });
    await others.getByRole('button', { name: 'Begin a new log beside it' }).click();
    await others.getByRole('button', { name: 'Begin', exact: true }).click();
    await log.getByRole('status', { name: 'New log status' }).getByText('countersign-2').waitFor();
    await log.close();
    const again = await openPanel();
    expect(await again.page.getByRole('alert').filter({ hasText: /log/i }).count()).toBe(0);
    const kept = await savedBy((page) =>
      page.getByRole('group', { name: 'Log countersign' }).getByRole('button', { name: 'Export it' }).click(),
    );
    expect(await check(kept)).toEqual({ code: 0, words: '' });
    expect(kept.match(/^\{.*"type":"entry"\}$/gm)).toHaveLength(entries.length);
    const fresh = await savedBy((page) =>
      page
        .getByRole('region', { name: 'Export', exact: true })
        .getByRole('button', { name: 'Export', exact: true })
        .click(),
    );
    expect(await check(fresh)).toEqual({ code: 0, words: '' });
    expect(JSON.parse(fresh.split('\n')[1] ?? '')).toMatchObject({
      kind: 'install.created',
      data: {
        beside: { database: 'countersign', why: 'newer-version' },
        replaces: { count: entries.length },
      },
    });
  });

  it('goes on in a page that still holds the older script: one effect each, and undo', async () => {
    const start = scene.desk.state();
    const before = await openPanel();
    await sign(before);
    await updateInPlace(before);
    const panel = await openPanel();
    expect(await versionOf(panel)).toBe(VERSION_B);
    await sign(panel, [{ name: 'set_priority', arguments: { priority: 'High' } }]);
    await panel.receiptOf(PRIORITY).getByText('Done', { exact: true }).waitFor();
    expect(scene.written()).toHaveLength(3);
    await panel.undoLast().click();
    await panel.receiptOf(PRIORITY).getByText('Taken back').waitFor();
    await takeBack(panel);
    expect(scene.desk.state()).toEqual(start);
    expect(scene.written()).toHaveLength(6);
  });

  it('settles what the older build had under way, and does it no second time', async () => {
    const before = await openPanel();
    scene.desk.fault({ delayMs: 1_500, when: 'before' });
    const met = scene.desk.met();
    await sign(before, CALLS.slice(0, 1));
    await expect.poll(() => scene.desk.met(), { timeout: 10_000 }).toBeGreaterThan(met);
    await updateInPlace(before);
    const panel = await openPanel();
    // The orphan cannot tell its outcome to anybody: it is read back from the record, or asked of the person.
    await panel
      .receiptOf(TITLES[1] ?? '')
      .getByText(/^(Done|Not certain)$/)
      .waitFor();
    await panel.page.waitForTimeout(2_500);
    expect(scene.written().map((row) => row.operation)).toEqual(['status']);
    const started = (await entriesIn(panel.page)).filter((entry) => entry.kind === 'action.started');
    expect(started).toHaveLength(1);
  });
});
