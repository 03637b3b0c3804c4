import type { BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchWithExtension } from '../../scripts/browser/launch.mjs';
import { type Lab, startLab } from '../lab/server.mjs';
import { openPanel, type PanelPage } from '../support/panel';
import { BUILD } from './bench';

const SIGNATURE = '<p>-- <br>Kim Vale</p>';
const DRAFT = 'Hello Ann,\n\nwe found the parcel.';
const DONE = 'In the reply box now, not sent';

let lab: Lab;
let context: BrowserContext;
let extensionId: string;
let close: () => Promise<void>;

beforeAll(async () => {
  lab = await startLab();
  ({ context, extensionId, close } = await launchWithExtension({
    extensionDir: BUILD,
    log: () => undefined,
  }));
});
afterAll(async () => {
  await close?.();
  await lab?.close();
});

/** A page of the lab with its signature, and the draft put in over the panel and said to be there. */
async function inserted(
  name: string,
): Promise<{ page: Page; panel: PanelPage; held: () => Promise<string> }> {
  const page = await context.newPage();
  await page.goto(`${lab.origin}/p/${name}`);
  await page.waitForFunction(() => window.lab !== undefined);
  await page.evaluate((html) => window.lab?.set(html), SIGNATURE);
  const panel = await openPanel(context, extensionId, page);
  // A draft belongs to a record: it must be known which one is open.
  await panel.record().getByText('Reading the page…').waitFor({ state: 'detached' });
  await panel.draft().fill(DRAFT);
  await panel.insert().click();
  await panel.page.getByText(DONE).waitFor();
  return { page, panel, held: () => page.evaluate(() => window.lab?.content() ?? '') };
}

const kinds = async (panel: PanelPage): Promise<string[]> =>
  (await panel.exportLog())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter((line) => line.type === 'entry')
    .map((entry) => entry.kind);

describe('a page that takes the text out again', () => {
  it.each(['late-controlled', 'late-autosave'])('%s: is told, and the draft is kept', async (name) => {
    const { page, panel, held } = await inserted(name);
    await panel.alert().getByText('took it out again').waitFor();
    await panel.receipt('Insert the draft').getByText('Not done', { exact: true }).waitFor();
    expect(await held()).not.toContain('parcel');
    expect(await held()).toContain('Kim Vale');
    expect(await panel.page.getByText(DONE).count()).toBe(0);
    expect(await panel.draft().inputValue()).toBe(DRAFT);
    const written = await kinds(panel);
    expect(written.filter((kind) => /^action\.(done|failed|reverted)$/.test(kind)).slice(-2)).toEqual([
      'action.done',
      'action.reverted',
    ]);
    await panel.page.close();
    await page.close();
  });
});

describe('what is no page’s doing', () => {
  it('the person empties the box: it stays done', async () => {
    const { page, panel, held } = await inserted('contenteditable');
    await page.bringToFront();
    await page.locator('.box').click();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    expect(await held()).not.toContain('parcel');
    await page.waitForTimeout(1_000);
    expect((await kinds(panel)).at(-1)).not.toBe('action.reverted');
    expect(await panel.alert().count()).toBe(0);
    await panel.page.close();
    await page.close();
  });

  it('Undo in the panel takes it out: nothing else is said', async () => {
    const { page, panel, held } = await inserted('tiptap');
    // the log is one for all tests: what was taken out before counts as before
    const reverted = async () => (await kinds(panel)).filter((kind) => kind === 'action.reverted').length;
    const before = await reverted();
    await panel.undoLast().click();
    await panel.page.getByText('Taken back', { exact: true }).waitFor();
    expect(await held()).not.toContain('parcel');
    await page.waitForTimeout(1_000);
    expect(await reverted()).toBe(before);
    await panel.page.close();
    await page.close();
  });
});
