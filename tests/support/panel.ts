import { readFile } from 'node:fs/promises';
import type { BrowserContext, Locator, Page } from 'playwright';
import { tabIdOf } from './tab';

export type PanelMode = 'Suggest' | 'Draft' | 'Review';

const MAIN_ACTION: Record<PanelMode, string> = {
  Suggest: 'Suggest',
  Draft: 'Draft reply',
  Review: 'Propose actions',
};

const POLL_MS = 50;
/** A run may be over before the Stop button was ever seen. */
const RUN_START_MS = 2000;

/** The panel as a person meets it: every part is found by its role and its accessible name. */
export class PanelPage {
  readonly errors: string[] = [];

  constructor(readonly page: Page) {
    page.on('pageerror', (error) => this.errors.push(String(error)));
    page.on('console', (line) => {
      if (line.type() === 'error') this.errors.push(line.text());
    });
  }

  radio(mode: PanelMode): Locator {
    return this.page
      .getByRole('radiogroup', { name: 'Mode', exact: true })
      .getByRole('radio', { name: mode, exact: true });
  }

  async setMode(mode: PanelMode): Promise<void> {
    await this.radio(mode).check();
  }

  async mode(): Promise<PanelMode> {
    for (const mode of ['Suggest', 'Draft', 'Review'] as const)
      if (await this.radio(mode).isChecked()) return mode;
    throw new Error('No mode is chosen in the panel.');
  }

  record(): Locator {
    return this.page.getByRole('region', { name: 'Record', exact: true });
  }

  instructions(): Locator {
    return this.page.getByRole('textbox', { name: 'Instructions', exact: true });
  }

  mainAction(mode: PanelMode): Locator {
    return this.button(MAIN_ACTION[mode]);
  }

  stop(): Locator {
    return this.button('Stop');
  }

  draft(): Locator {
    return this.page.getByRole('textbox', { name: 'Draft', exact: true });
  }

  insert(): Locator {
    return this.button('Insert into reply');
  }

  /** Button anywhere in the panel, by its exact name. */
  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  runStatus(): Locator {
    return this.page.getByRole('status', { name: 'Run status', exact: true });
  }

  alert(): Locator {
    return this.page.getByRole('alert');
  }

  cards(): Locator {
    return itemsOf(this.page.getByRole('list', { name: 'Proposed actions', exact: true }));
  }

  /** The first card whose text holds the words. */
  card(words: string | RegExp): Locator {
    return this.cards().filter({ hasText: words }).first();
  }

  activity(): Locator {
    return itemsOf(this.page.getByRole('list', { name: 'Activity', exact: true }));
  }

  /** The first receipt whose text holds the words. */
  receipt(words: string | RegExp): Locator {
    return this.activity().filter({ hasText: words }).first();
  }

  /** The newest receipt with exactly this title: not its undo, whose title begins with "Undo". */
  receiptOf(title: string): Locator {
    const heading = this.page.getByRole('heading', { name: title, exact: true });
    return this.activity().filter({ has: heading }).first();
  }

  undoLast(): Locator {
    return this.button('Undo last action');
  }

  approveAllButton(): Locator {
    return this.page.getByRole('button', { name: /^Approve all \(\d+\)$/ });
  }

  /** Approves the card with this index, or the first one that holds the words. */
  async approve(which: number | string | RegExp): Promise<void> {
    const card = typeof which === 'number' ? this.cards().nth(which) : this.card(which);
    await card.getByRole('button', { name: 'Approve and run', exact: true }).click();
  }

  async approveAll(): Promise<void> {
    await this.approveAllButton().click();
  }

  /** Chooses the mode, asks, and waits until the run has ended. Returns its words. */
  async run(mode: PanelMode, instructions = ''): Promise<string> {
    await this.setMode(mode);
    await this.instructions().fill(instructions);
    const before = await this.runStatus().textContent();
    await this.mainAction(mode).click();
    await this.ended(before);
    return ((await this.runStatus().textContent()) ?? '').trim();
  }

  private async ended(before: string | null): Promise<void> {
    const started = Date.now();
    for (let seen = false; ; await this.page.waitForTimeout(POLL_MS)) {
      const running = await this.stop().isVisible();
      const words = await this.runStatus().textContent();
      seen ||= running || words !== before;
      if (!running && (seen || Date.now() - started > RUN_START_MS)) return;
      if (Date.now() - started > 60_000) throw new Error(`The run does not end. Its status: ${words}`);
    }
  }

  /** Clicks Export log and returns the text of the file that was downloaded. */
  async exportLog(): Promise<string> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.button('Export log').click(),
    ]);
    return readFile(await download.path(), 'utf8');
  }
}

/** The list's own items, not those of a list inside one of them. */
function itemsOf(list: Locator): Locator {
  return list.locator(':scope > li, :scope > [role=listitem]');
}

/** Opens the panel as a page for the tab in which `ticket` is shown. */
export async function openPanel(
  context: BrowserContext,
  extensionId: string,
  ticket: Page,
): Promise<PanelPage> {
  const tabId = await tabIdOf(context, ticket);
  const page = await context.newPage();
  const panel = new PanelPage(page);
  await page.goto(`chrome-extension://${extensionId}/sidepanel.html?tabId=${tabId}`);
  await panel.record().waitFor();
  return panel;
}
