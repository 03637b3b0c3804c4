import type { BrowserContext, Page } from 'playwright';
import { launchWithExtension } from '../../scripts/browser/launch.mjs';
import { createDesk, type Desk, type LedgerRow } from '../demo-desk/server.mjs';
import { openPanel, type PanelPage } from '../support/panel';
import { allowSession } from '../support/session';

export interface Bench {
  desk: Desk;
  page: Page;
  panel: PanelPage;
  extensionId: string;
  context: BrowserContext;
  /** Goes to another ticket as a person does: a click in the list, no page load. */
  goTo(ticket: number): Promise<void>;
  /** Closes the panel and opens it anew. */
  freshPanel(): Promise<PanelPage>;
  /** One more panel for the same tab. */
  secondPanel(): Promise<PanelPage>;
  useSession(on: boolean): Promise<void>;
  /** Text and HTML of the reply box. */
  box(): Promise<{ text: string; html: string }>;
  /** What reached the desk and was neither a rule's doing nor a colleague's. */
  sent(): LedgerRow[];
  close(): Promise<void>;
}

const OUT = process.env.COUNTERSIGN_OUT ?? new URL('../../.output', import.meta.url).pathname;
export const BUILD = `${OUT}/chrome-mv3-e2e`;

/** The demo desk, a real Chromium with the built extension, a ticket and the panel beside it. */
export async function setUp(
  path = '/tickets/1042',
  more: { /** All other hosts end there. */ sinkholePort?: number } = {},
): Promise<Bench> {
  const desk = await createDesk();
  const browser = await launchWithExtension({ extensionDir: BUILD, log: () => undefined, ...more });
  const { context, extensionId } = browser;
  const page = await context.newPage();
  await page.goto(desk.url + path);
  const open = async (): Promise<PanelPage> => {
    const panel = await openPanel(context, extensionId, page);
    await panel.page.setViewportSize({ width: 420, height: 1000 });
    await panel
      .record()
      .getByText(/^(Ticket|Contact) \d+$/)
      .waitFor();
    return panel;
  };
  const bench: Bench = {
    desk,
    page,
    panel: await open(),
    extensionId,
    context,
    goTo: async (ticket) => {
      await page.locator(`a[href="/tickets/${ticket}"]`).first().click();
      await bench.panel.record().getByText(`Ticket ${ticket}`).waitFor();
    },
    freshPanel: async () => {
      await bench.panel.page.close();
      bench.panel = await open();
      return bench.panel;
    },
    secondPanel: open,
    useSession: (on) => allowSession(bench.panel, on),
    box: async () => {
      const editor = page.locator('.ProseMirror');
      return { text: await editor.innerText(), html: await editor.innerHTML() };
    },
    sent: () => desk.ledger().filter((row) => row.by === 'agent' && row.channel !== 'colleague'),
    close: async () => {
      await browser.close();
      await desk.close();
    },
  };
  return bench;
}
