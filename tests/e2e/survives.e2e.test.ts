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
