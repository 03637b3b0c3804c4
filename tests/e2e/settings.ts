import type { Page } from 'playwright';
import type { Bench } from './bench';

/** The settings page in a tab of its own, once its form is there. */
export async function openSettings({ context, extensionId }: Bench): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  await page.getByRole('radiogroup', { name: 'Drafting engine', exact: true }).waitFor();
  return page;
}

/** Fills in a server as a person does. Nothing is saved yet. */
export async function fillServer(page: Page, serverUrl: string, model = 'scripted'): Promise<void> {
  const engines = page.getByRole('radiogroup', { name: 'Drafting engine', exact: true });
  await engines.getByRole('radio', { name: 'OpenAI-compatible server', exact: true }).check();
  await page.getByRole('textbox', { name: 'Server URL', exact: true }).fill(serverUrl);
  await page.getByRole('textbox', { name: 'Model', exact: true }).fill(model);
}

export async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('status', { name: 'Saved', exact: true }).getByText(/saved/i).waitFor();
}

/** Chooses the model server, saves, and goes back to the panel. */
export async function chooseServer(bench: Bench, serverUrl: string): Promise<void> {
  const page = await openSettings(bench);
  await fillServer(page, serverUrl);
  await save(page);
  await page.close();
  await bench.panel.page.bringToFront();
}

export async function setHold(bench: Bench, seconds: number): Promise<void> {
  const page = await openSettings(bench);
  await page.getByRole('spinbutton', { name: 'Hold before sending (seconds)' }).fill(String(seconds));
  await save(page);
  await page.close();
  await bench.panel.page.bringToFront();
}

/** Imports knowledge as a person does, from a file. */
export async function importKnowledge(bench: Bench, items: readonly object[]): Promise<void> {
  const page = await openSettings(bench);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import knowledge', exact: true }).click();
  const buffer = Buffer.from(JSON.stringify(items));
  await (await chooser).setFiles({ name: 'own.json', mimeType: 'application/json', buffer });
  await page.getByText(/items? imported from own\.json/).waitFor();
  await page.close();
  await bench.panel.page.bringToFront();
}
