import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noDisplayBecause } from '../../scripts/headed/display.mjs';
import { allowAfter } from '../../scripts/headed/prompt.mjs';
import { openSidePanel, type SidePanel } from '../../scripts/headed/side-panel.mjs';
import { extensionWorker } from '../support/tab';
import { openStage, type Stage } from './stage';

interface ManifestApi {
  runtime: { getManifest(): Record<string, unknown>; getURL(path: string): string };
  windows: { create(what: { url: string }): Promise<unknown> };
}

const GRANTED = 'chrome.permissions.getAll().then((all) => all.origins)';
const reason = noDisplayBecause();

describe.skipIf(reason !== null)(
  `the first grant, in the shipped build${reason ? ` (${reason})` : ''}`,
  () => {
    let stage: Stage;
    let panel: SidePanel;

    beforeAll(async () => {
      stage = await openStage('production');
      panel = await openSidePanel(stage.display, stage.browser.context);
    });
    afterAll(async () => await stage?.close());

    async function settings(): Promise<Page> {
      const worker = await extensionWorker(stage.browser.context);
      // A window of its own, so that the ticket stays the tab that the panel follows.
      const opened = stage.browser.context.waitForEvent('page');
      await worker.evaluate(async () => {
        const { chrome } = globalThis as unknown as { chrome: ManifestApi };
        await chrome.windows.create({ url: chrome.runtime.getURL('options.html') });
      });
      return await opened;
    }

    test('the manifest asks for no site at install, and for no permission beyond the five', async () => {
      const worker = await extensionWorker(stage.browser.context);
      const manifest = await worker.evaluate(() => {
        const { chrome } = globalThis as unknown as { chrome: ManifestApi };
        return chrome.runtime.getManifest();
      });
      expect([...(manifest.permissions as string[])].sort()).toEqual([
        'activeTab',
        'contextMenus',
        'scripting',
        'sidePanel',
        'storage',
      ]);
      expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://*/*']);
      for (const key of [
        'host_permissions',
        'content_scripts',
        'web_accessible_resources',
        'externally_connectable',
        'optional_permissions',
      ])
        expect(manifest[key] ?? [], key).toEqual([]);
      expect(await panel.evaluate(GRANTED)).toEqual([]);
    });

    test('before the grant the panel names the site, has read nothing, and drafts nothing', async () => {
      await panel.says('Countersign reads a site only after you allow it.');
      await panel.says(new URL(stage.desk.url).host);
      expect(await panel.text()).not.toContain('Tamsin');
      expect(await stage.ticket.evaluate(() => document.documentElement.outerHTML)).not.toContain(
        'countersign',
      );
    });

    test('Allow this site brings up the browser’s own question; allowed, the ticket is read', async () => {
      const granted = async () => ((await panel.evaluate(GRANTED)) as string[]).length > 0;
      const click = () => panel.click('button', 'Allow this site');
      const prompt = await allowAfter(stage.display, click, granted);
      await stage.keep('permission-prompt', prompt);
      await panel.says('Order SM-20418 arrived with a torn sleeve');
      expect(await panel.evaluate(GRANTED)).toEqual([`${stage.desk.url}/*`]);
      await stage.keep('permission-granted');
    });

    test('revoked in Settings it is gone at once, and the panel asks anew', async () => {
      const page = await settings();
      const sites = page.getByRole('region', { name: 'Sites', exact: true });
      await sites.getByText(new URL(stage.desk.url).host, { exact: true }).waitFor();
      await sites.getByRole('button', { name: 'Revoke', exact: true }).click();
      await sites.getByText('No site is allowed yet.').waitFor();
      expect(await panel.evaluate(GRANTED)).toEqual([]);
      await panel.says('Countersign reads a site only after you allow it.');
      expect(await panel.text()).not.toContain('Tamsin');
    });
  },
);
