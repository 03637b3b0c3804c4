import { mkdir } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calls, type Gallery, openGallery } from './gallery/drive';
import { panelWeight } from './gallery/serve';
import { STATES } from './gallery/states';

const NAMES = [...Object.keys(STATES).map((name) => `state=${name}`), 'settings=new', 'settings=server'];

const OUT = new URL('../../test-output/gallery/', import.meta.url).pathname;
let gallery: Gallery;

beforeAll(async () => {
  await mkdir(OUT, { recursive: true });
  gallery = await openGallery();
});
afterAll(() => gallery?.close());

type Rules = (page: Page) => AxeBuilder;
const everything: Rules = (page) => new AxeBuilder({ page });
const colours: Rules = (page) => new AxeBuilder({ page }).withRules(['color-contrast']);
const measures: Rules = (page) => new AxeBuilder({ page }).withRules(['target-size']);

/** Walks through every state in one look and one width; the answer names what is wrong, state by state. */
async function walk(colorScheme: 'light' | 'dark', width: number, rules: Rules): Promise<string[]> {
  const context = await gallery.browser.newContext({
    colorScheme,
    viewport: { width, height: 720 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const wrong: string[] = [];
  let name = '';
  page.on('console', (message) => message.type() === 'error' && wrong.push(`${name}: ${message.text()}`));
  page.on('pageerror', (error) => wrong.push(`${name}: ${error.message}`));
  for (name of NAMES) {
    await page.goto(`${gallery.url}?${name}`);
    await page.locator('h1').waitFor();
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (tooWide > 0) wrong.push(`${name}: ${tooWide} px too wide`);
    const { violations } = await rules(page).analyze();
    for (const one of violations)
      if (one.impact === 'serious' || one.impact === 'critical')
        wrong.push(
          `${name}: ${one.id} ${one.nodes.map((node) => `${node.target} ${node.failureSummary}`).join(' | ')}`,
        );
    // A button that rests is drawn pale; the rest of it is over after 600 ms.
    if (/activity|many|inserted/.test(name)) await page.waitForTimeout(650);
    await page.screenshot({
      path: `${OUT}${name.replace('=', '-')}-${colorScheme}-${width}.png`,
      fullPage: true,
    });
  }
  await context.close();
  return wrong;
}

describe('every state', { timeout: 120_000 }, () => {
  it('is whole and readable in light, 360 px', async () =>
    expect(await walk('light', 360, everything)).toEqual([]));
  it('is whole and readable in dark, 360 px', async () =>
    expect(await walk('dark', 360, colours)).toEqual([]));
  it('fits into 320 px', async () => expect(await walk('light', 320, measures)).toEqual([]));
});

it('weighs little: React and the panel leave room for the agent within 120 kB', async () => {
  const bytes = await panelWeight();
  expect(bytes).toBeGreaterThan(40_000);
  expect(bytes).toBeLessThan(88_000);
});

describe('names', () => {
  it('are those of the contract', () =>
    gallery.open('state=cards', async (page) => {
      const modes = page.getByRole('radiogroup', { name: 'Mode', exact: true });
      for (const name of ['Suggest', 'Draft', 'Review'])
        await expect(modes.getByRole('radio', { name, exact: true }).count()).resolves.toBe(1);
      await page.getByRole('region', { name: 'Record', exact: true }).waitFor();
      await page.getByRole('textbox', { name: 'Instructions', exact: true }).waitFor();
      await page.getByRole('button', { name: 'Propose actions', exact: true }).waitFor();
      await page.getByRole('status', { name: 'Run status', exact: true }).waitFor();
      const items = page.getByRole('list', { name: 'Proposed actions', exact: true }).getByRole('listitem');
      expect(await items.count()).toBe(3);
      for (const name of ['Approve and run', 'Edit', 'Reject'])
        for (const item of await items.all()) await item.getByRole('button', { name, exact: true }).waitFor();
      await page.getByRole('button', { name: 'Approve all (3)', exact: true }).waitFor();
      for (const name of ['Undo last action', 'Export log'])
        await page.getByRole('button', { name, exact: true }).waitFor();
      await page.getByRole('link', { name: 'Settings', exact: true }).waitFor();
      await modes.getByRole('radio', { name: 'Suggest' }).check();
      await page.getByRole('button', { name: 'Suggest', exact: true }).waitFor();
      await modes.getByRole('radio', { name: 'Draft' }).check();
      await page.getByRole('button', { name: 'Draft reply', exact: true }).waitFor();
      for (const name of ['Insert into reply', 'Copy'])
        await page.getByRole('button', { name, exact: true }).waitFor();
      expect(await page.getByRole('textbox', { name: 'Draft' }).count()).toBe(1);
    }));

  it('hold for what comes and goes', async () => {
    await gallery.open('state=drafting', (page) =>
      page.getByRole('button', { name: 'Stop', exact: true }).click(),
    );
    await gallery.open('state=incomplete', (page) =>
      page.getByRole('alert').getByText('stopped answering').waitFor(),
    );
    await gallery.open('state=held', async (page) => {
      await page.getByRole('button', { name: 'Cancel send', exact: true }).click();
      await page.getByRole('button', { name: 'Send now', exact: true }).click();
      expect(await calls(page)).toEqual(['cancelSend reply', 'sendNow reply']);
    });
    await gallery.open('state=activity', async (page) => {
      const list = page.getByRole('list', { name: 'Activity', exact: true });
      await list
        .getByRole('listitem')
        .filter({ hasText: 'late-parcel' })
        .getByRole('button', { name: 'Undo', exact: true })
        .click();
      await page.getByRole('button', { name: 'Undo last action', exact: true }).click();
      expect(await calls(page)).toEqual(['undo a3', 'undo a4']);
    });
    await gallery.open('state=paused', async (page) => {
      await page.getByRole('region', { name: 'Record' }).getByText('Not sent').waitFor();
      await page.getByRole('button', { name: 'Go back to it' }).click();
      expect(await calls(page)).toEqual(['returnToUnsent']);
    });
    await gallery.open('state=permission', async (page) => {
      await page.getByRole('button', { name: 'Allow this site' }).click();
      expect(await calls(page)).toEqual(['grantSite https://desk.kite.example']);
    });
  });
});
