import type { Page } from 'playwright';
import { launchWithExtension } from '../../scripts/browser/launch.mjs';
import { createDesk, type Desk, type LedgerRow } from '../demo-desk/server.mjs';
import { openPanel, type PanelPage } from '../support/panel';

export interface Bench {
  desk: Desk;
  page: Page;
  panel: PanelPage;
  extensionId: string;
  context: Page['context'] extends () => infer C ? C : never;
  /** Goes to another ticket as a person does: a click in the list, no page load. */
  goTo(ticket: number): Promise<void>;
  /** Opens one more panel for the same tab. */
  secondPanel(): Promise<PanelPage>;
  useSession(): Promise<void>;
  /** What reached the desk, without what its own page and its rules did. */
  sent(): LedgerRow[];
  close(): Promise<void>;
}

const BUILD = new URL('../../.output/chrome-mv3-e2e', import.meta.url).pathname;

/** The demo desk, a real Chromium with the built extension, a ticket and the panel beside it. */
export async function setUp(path = '/tickets/1042'): Promise<Bench> {
  const desk = await createDesk();
  const browser = await launchWithExtension({ extensionDir: BUILD, headless: true, log: () => undefined });
  const { context, extensionId } = browser;
  const page = await context.newPage();
  await page.goto(desk.url + path);
  await page.getByRole('heading', { level: 1 }).or(page.locator('main h1, main h2').first()).first().waitFor();
  const panel = await openPanel(context, extensionId, page);
  await panel.page.setViewportSize({ width: 420, height: 1000 });
  await panel.record().getByText('Harbor Desk').waitFor();
  return {
    desk,
    page,
    panel,
    extensionId,
    context,
    goTo: async (ticket) => {
      await page.locator(`a[href="/tickets/${ticket}"]`).first().click();
      await panel.record().getByText(`Ticket ${ticket}`).waitFor();
    },
    secondPanel: () => openPanel(context, extensionId, page),
    useSession: async () => {
      await panel.page.getByRole('switch', { name: /session/i }).check({ force: true });
      await panel.record().getByText(/With this page’s session|session/i).first().waitFor();
    },
    sent: () => desk.ledger().filter((row) => row.by === 'agent' && row.channel !== 'colleague'),
    close: async () => {
      await browser.close();
      await desk.close();
    },
  };
}
