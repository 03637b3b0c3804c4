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

/** Clicks Undo on the newest receipt with these words and waits until it says that it was taken back. */
export async function undone(panel: PanelPage, words: string): Promise<void> {
  const undo = panel.page.getByRole('button', { name: 'Undo', exact: true });
  const receipt = panel.activity().filter({ hasText: words }).filter({ has: undo }).first();
  const title = ((await receipt.getByRole('heading').first().textContent()) ?? '').trim();
  await receipt.getByRole('button', { name: 'Undo', exact: true }).click();
  await panel.receiptOf(title).getByText('Taken back').waitFor({ timeout: 30_000 });
}

/**
 * Waits until the newest receipt with these words says that it was done. Receipts of earlier tests are there too:
 * where one has the same words, Request Tracker is asked first.
 */
export async function receiptDone(panel: PanelPage, words: string): Promise<void> {
  await panel.receipt(words).getByText('Done', { exact: true }).waitFor({ timeout: 45_000 });
}

/** What the panel says instead of showing a card; empty while it says nothing. */
export async function refusal(panel: PanelPage): Promise<string> {
  return (await panel.alert().allTextContents()).join(' ');
}
