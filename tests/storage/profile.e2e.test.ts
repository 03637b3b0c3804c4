import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillLog } from '../../scripts/bench/fill.mjs';
import { launchWithExtension } from '../../scripts/browser/launch.mjs';

const OUT = process.env.COUNTERSIGN_OUT ?? new URL('../../.output', import.meta.url).pathname;
const BUILD = `${OUT}/chrome-mv3-e2e`;

let folder: string;
let id: string;
const database = () =>
  join(folder, 'profile', 'Default', 'IndexedDB', `chrome-extension_${id}_0.indexeddb.leveldb`);
const copy = (name: string) => join(folder, name);

/** Starts the browser with this profile, opens the panel, and ends the browser again. */
async function inBrowser<T>(work: (panel: Page) => Promise<T>): Promise<T> {
  const browser = await launchWithExtension({
    extensionDir: BUILD,
    userDataDir: join(folder, 'profile'),
    log: () => undefined,
  });
  try {
    id = browser.extensionId;
    const panel = await browser.context.newPage();
    await panel.goto(`chrome-extension://${id}/sidepanel.html`);
    return await work(panel);
  } finally {
    await browser.close();
  }
}

/** What the panel says when it opens. */
const said = (): Promise<string> => inBrowser(async (panel) => await panel.getByRole('alert').innerText());

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'profile-e2e-'));
  await inBrowser((panel) => fillLog(panel, 40));
  cpSync(database(), copy('early'), { recursive: true });
  await inBrowser((panel) => fillLog(panel, 20, 10));
  cpSync(database(), copy('late'), { recursive: true });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a profile whose database was touched between two starts of the browser', {
  timeout: 60_000,
}, () => {
  it('was rolled back: how many entries are missing, and since when', async () => {
    rmSync(database(), { recursive: true });
    cpSync(copy('early'), database(), { recursive: true });
    expect(await said()).toMatch(/20 entries that were here on .* are missing at the end of the log/);
  });

  it('was deleted: what was here, and that a new log begins', async () => {
    rmSync(database(), { recursive: true });
    expect(await said()).toMatch(
      /The log is gone: .* entries that were here on .* are missing\. A new log begins/,
    );
  });

  it('was spoilt: the browser begins an empty one, and that is said, too', async () => {
    rmSync(database(), { recursive: true });
    cpSync(copy('late'), database(), { recursive: true });
    for (const name of readdirSync(database()))
      if (/^(CURRENT|MANIFEST)/.test(name)) writeFileSync(join(database(), name), 'spoilt');
    expect(await said()).toContain('The log is gone: ');
  });

  it('was spoilt inside: said at once; the browser throws it away later, and that is said and written, too', async () => {
    rmSync(database(), { recursive: true });
    cpSync(copy('late'), database(), { recursive: true });
    await inBrowser((panel) => fillLog(panel, 4000, 100));
    // The next start writes what is in the journal into the table files.
    await inBrowser((panel) => panel.getByRole('list', { name: 'Activity' }).waitFor());
    for (const name of readdirSync(database()).filter((one) => one.endsWith('.ldb'))) {
      const bytes = readFileSync(join(database(), name));
      const middle = bytes.length >> 1;
      writeFileSync(join(database(), name), bytes.fill(0x41, middle, middle + 4096));
    }
    const first = await said();
    expect(first).toContain('The log cannot be opened, so nothing can be done from here.');
    expect(first).toContain('have its profile folder copied before you open it again');
    expect(await said()).toMatch(
      /The log is gone: \d+ entries that were here on .* are missing\. A new log begins/,
    );
    const file = await inBrowser(async (panel) => {
      await panel.goto(`chrome-extension://${id}/log.html`);
      const region = panel.getByRole('region', { name: 'Export', exact: true });
      const [download] = await Promise.all([
        panel.waitForEvent('download'),
        region.getByRole('button', { name: 'Export', exact: true }).click(),
      ]);
      return readFileSync(await download.path(), 'utf8');
    });
    const begun = JSON.parse(file.split('\n')[1] ?? '');
    expect(begun.kind).toBe('install.created');
    expect(begun.data.replaces.count).toBeGreaterThan(0);
  });

  it('cannot be opened: what to do, and nothing is done from here', async () => {
    rmSync(database(), { recursive: true });
    writeFileSync(database(), 'a file where a folder should be');
    expect(await said()).toContain('The log cannot be opened, so nothing can be done from here.');
    await inBrowser(async (panel) => {
      await panel.goto(`chrome-extension://${id}/log.html`);
      const others = panel.getByRole('region', { name: 'Other logs' });
      await others.getByRole('button', { name: 'Begin a new log beside it' }).click();
      await others.getByRole('button', { name: 'Begin', exact: true }).click();
      await others.getByText('The browser opens no database at all for this extension').waitFor();
    });
  });
});
