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
afterEach(async () => {
  await scene.close();
});

async function openPanel(): Promise<PanelPage> {
  const panel = await scene.panel();
  await scene.bound(panel);
  return panel;
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

it('what was being written is back after the browser was killed, and not once it is in the reply box', {
  timeout: 120_000,
}, async () => {
  scene = await Scene.open(BUILD);
  const panel = await openPanel();
  await panel.setMode('Draft');
  await panel.instructions().fill('be brief');
  await panel.draft().fill('Hi Tamsin, the new jacket left tod');
  await panel.page.waitForTimeout(700);
  await scene.browser.kill();
  await scene.browser.start();
  const again = await openPanel();
  await again.runStatus().getByText('What you were writing here is back.').waitFor();
  expect(await again.draft().inputValue()).toBe('Hi Tamsin, the new jacket left tod');
  expect(await again.instructions().inputValue()).toBe('be brief');
  await again.draft().fill('Hi Tamsin, the new jacket left today.');
  await again.insert().click();
  await again.page.getByText('In the reply box now, not sent').waitFor();
  await again.instructions().fill('');
  await again.page.waitForTimeout(700);
  await again.page.close();
  const last = await openPanel();
  await last.activity().first().waitFor();
  expect(await last.draft().inputValue()).toBe('');
});
