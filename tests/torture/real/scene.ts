import type { BrowserContext, CDPSession, Page } from 'playwright';
import { createDesk, type Desk, type LedgerRow } from '../../demo-desk/server.mjs';
import { createScriptedModel, type ScriptedModel } from '../../e2e/script';
import { fillServer, save } from '../../e2e/settings';
import { PanelPage } from '../../support/panel';
import { extensionWorker, tabIdOf } from '../../support/tab';
import { Mortal } from './browser';

/** A desk, a model and a profile that outlive every browser; and what is open in the present one. */
export class Scene {
  readonly desk: Desk;
  readonly model: ScriptedModel;
  readonly browser: Mortal;
  /** How often words of ours were put into a reply box: the page itself tells, whatever the panel says. */
  inserted = 0;
  #tab: Page | null = null;
  /** The browser's numbers of tabs: once the worker was stopped, nobody can be asked for them any more. */
  readonly #ids = new WeakMap<Page, number>();

  private constructor(desk: Desk, model: ScriptedModel, browser: Mortal) {
    this.desk = desk;
    this.model = model;
    this.browser = browser;
  }

  /** @param build folder of the extension as built for the tests */
  static async open(build: string): Promise<Scene> {
    const scene = new Scene(await createDesk(), await createScriptedModel(), await Mortal.create(build));
    const { context, extensionId } = await scene.browser.start();
    const page = await context.newPage();
    await page.goto(`chrome-extension://${extensionId}/options.html`);
    await page.getByRole('radiogroup', { name: 'Drafting engine', exact: true }).waitFor();
    await fillServer(page, scene.model.url);
    await save(page);
    await page.close();
    return scene;
  }

  get context(): BrowserContext {
    return this.browser.now.context;
  }

  /** The ticket's tab; opened anew when it was closed, or died with its browser. */
  async tab(): Promise<Page> {
    if (this.#tab && !this.#tab.isClosed()) return this.#tab;
    this.#tab = await this.context.newPage();
    await this.#tab.exposeBinding('wordsInserted', () => {
      this.inserted += 1;
    });
    await this.#tab.addInitScript(countInsertions);
    await this.loadTicket();
    return this.#tab;
  }

  async loadTicket(ticket = 1042): Promise<void> {
    await this.#tab?.goto(`${this.desk.url}/tickets/${ticket}`);
    await this.#tab?.locator('.ProseMirror').waitFor();
  }

  /** A new panel for the tab. `prepare` may hook its page before anything of ours runs in it. */
  async panel(prepare: (page: Page) => Promise<void> = async () => undefined): Promise<PanelPage> {
    const tab = await this.tab();
    const tabId = this.#ids.get(tab) ?? (await tabIdOf(this.context, tab));
    this.#ids.set(tab, tabId);
    await tab.bringToFront();
    const page = await this.context.newPage();
    await page.setViewportSize({ width: 420, height: 1000 });
    await prepare(page);
    const panel = new PanelPage(page);
    await page.goto(`chrome-extension://${this.browser.now.extensionId}/sidepanel.html?tabId=${tabId}`);
    return panel;
  }

  /** The ticket is on the screen and the panel has seen it. */
  async bound(panel: PanelPage, ticket = 1042): Promise<void> {
    await panel.record().getByText(`Ticket ${ticket}`).waitFor();
  }

  /** Stops the extension's worker, and sees that it has stopped. */
  async stopWorker(page: Page): Promise<void> {
    await extensionWorker(this.context);
    const session: CDPSession = await this.context.newCDPSession(page);
    const stopped = new Promise<void>((resolve) => {
      session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        if (versions.some((v) => v.runningStatus === 'stopped')) resolve();
      });
    });
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await stopped;
    await session.detach();
  }

  /** What a person's click made the desk do; the desk's own rules and colleagues left out. */
  written(): LedgerRow[] {
    return this.desk.ledger().filter((row) => row.by === 'agent' && row.channel !== 'colleague');
  }

  async close(): Promise<void> {
    await this.browser.discard();
    await this.desk.close();
    await this.model.close();
  }
}

// Runs in the ticket's page; sees nothing of this file. Counts each time that marked words come into the box anew.
function countInsertions(): void {
  const page = globalThis as unknown as {
    wordsInserted(): void;
    document: { querySelector(selector: string): { innerText: string } | null; documentElement: unknown };
    MutationObserver: new (
      seen: () => void,
    ) => { observe(node: unknown, what: Record<string, boolean>): void };
  };
  let stood = 0;
  new page.MutationObserver(() => {
    const text = page.document.querySelector('.ProseMirror')?.innerText ?? '';
    const stands = text.split('Inserted once, number').length - 1;
    for (let i = stood; i < stands; i++) page.wordsInserted();
    stood = stands;
  }).observe(page.document, { subtree: true, childList: true, characterData: true });
}
