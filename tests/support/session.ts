import type { PanelPage } from './panel';

/** Lets the page's session be used on this site, or not, by the switch that a person has for it. */
export async function allowSession(panel: PanelPage, on: boolean): Promise<void> {
  const box = panel.page.getByRole('checkbox', { name: 'Use this page’s session' });
  await box.waitFor();
  const words = on ? /With this page’s session/ : /On the page itself: .*set the status/;
  // A panel that has just opened looks once without its settings: what it shows must stand for a moment.
  for (let stands = false; !stands; ) {
    if ((await box.isChecked()) !== on) await box.click({ force: true });
    await panel.record().getByText(words).waitFor();
    await panel.page.waitForTimeout(300);
    stands = (await box.isChecked()) === on;
  }
}
