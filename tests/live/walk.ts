import type { PanelPage } from '../support/panel';
import type { LiveDesk, ModelCall } from './desk';

/** Lets the model propose one call and returns the title of its card. */
export async function propose(desk: LiveDesk, panel: PanelPage, call: ModelCall): Promise<string> {
  desk.says({ calls: [call] });
  await panel.page.bringToFront();
  await panel.run('Review');
  const title = panel.cards().first().getByRole('heading').first();
  await title.waitFor();
  return ((await title.textContent()) ?? '').trim();
}

/** Clicks Undo on a receipt and waits until it says that it was taken back. */
export async function undone(panel: PanelPage, title: string): Promise<void> {
  const receipt = panel
    .activity()
    .filter({ hasText: title })
    .filter({ has: panel.page.getByRole('button', { name: 'Undo', exact: true }) })
    .first();
  await receipt.getByRole('button', { name: 'Undo', exact: true }).click();
  await panel
    .activity()
    .filter({ hasText: title })
    .filter({ hasText: 'Taken back' })
    .first()
    .waitFor({ timeout: 30_000 });
}

/** Waits until the receipt with this title says that it was done. */
export async function receiptDone(panel: PanelPage, title: string): Promise<void> {
  await panel.receipt(title).getByText('Done', { exact: true }).waitFor({ timeout: 45_000 });
}

/** What the panel says instead of showing a card; empty while it says nothing. */
export async function refusal(panel: PanelPage): Promise<string> {
  return (await panel.alert().allTextContents()).join(' ');
}
