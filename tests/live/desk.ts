import { rmSync } from 'node:fs';
import type { Page } from 'playwright';
import { onTestFinished } from 'vitest';
import { type Launched, launchWithExtension } from '../../scripts/browser/launch.mjs';
import { type Answer, createModelServer, type ModelServer } from '../model-server/server.mjs';
import { openPanel, type PanelPage } from '../support/panel';
import { type Sinkhole, startSinkhole } from '../support/sinkhole.mjs';
import { changePreference, changeRight } from './rt/alter.mjs';
import { ORIGIN } from './rt/paths.mjs';
import { SEED, ticketId } from './rt/rest.mjs';
import { start } from './rt/start.mjs';
import { stop } from './rt/stop.mjs';

const EXTENSION =
  process.env.EXTENSION_DIR ?? new URL('../../.output/chrome-mv3-e2e', import.meta.url).pathname;
const PROFILE = new URL('../../test-output/live-profile', import.meta.url).pathname;

/** A call that the scripted model makes: the names and inputs of the tools are all it knows. */
export interface ModelCall {
  name: string;
  arguments: Record<string, unknown>;
}

export interface OpenTicket {
  id: string;
  ticket: Page;
  panel: PanelPage;
}

/** Maya's desk: Request Tracker in a browser with the extension, a scripted model, and no other network. */
export class LiveDesk {
  /** Opened once: all files that work with the panel run in one process, one after the other. */
  private static only: Promise<LiveDesk> | null = null;

  private calls: ModelCall[] = [];
  private text = '';
  private later: string[] = [];
  private isListed = false;
  private token = '';
  /** Who is signed in to Request Tracker, as far as this desk has done it. */
  private signedIn = '';
  private session = false;

  private constructor(
    readonly browser: Launched,
    readonly sinkhole: Sinkhole,
    private model: ModelServer,
  ) {}

  /** The desk on the seeded state, Maya signed in, no token given. The browser ends with the process. */
  static async open(): Promise<LiveDesk> {
    await start({ fresh: true });
    LiveDesk.only ??= LiveDesk.launch();
    const desk = await LiveDesk.only;
    desk.says({});
    await desk.signIn('maya');
    await desk.giveToken('');
    return desk;
  }

  private static async launch(): Promise<LiveDesk> {
    const sinkhole = await startSinkhole();
    // nobody is there to delete a folder of its own at the end of the process
    rmSync(PROFILE, { recursive: true, force: true });
    const browser = await launchWithExtension({
      extensionDir: EXTENSION,
      sinkholePort: sinkhole.port,
      userDataDir: PROFILE,
    });
    const script = { answer: (): Answer => ({}) };
    const model = await createModelServer({ script: () => script.answer() });
    const desk = new LiveDesk(browser, sinkhole, model);
    script.answer = () => desk.next();
    await desk.chooseModel();
    return desk;
  }

  /** What the model answers next: its calls once, then the texts one by one, then nothing more. */
  says(answer: { text?: string; calls?: ModelCall[]; later?: string[] }): void {
    this.text = answer.text ?? '';
    this.later = answer.later ?? [];
    this.calls = answer.calls ?? [];
  }

  /** Everything that the model was told in its last request, as one text. */
  told(): string {
    return JSON.stringify(this.requests().at(-1)?.messages ?? []);
  }

  /** Everything that the model was asked so far. */
  requests(): { messages?: unknown[] }[] {
    return this.model.requests().map(({ body }) => body ?? {});
  }

  private next(): Answer {
    const { calls, text } = this;
    this.calls = [];
    this.text = '';
    if (calls.length > 0) return { text, calls };
    return { text: text || this.later.shift() || 'That is all.' };
  }

  private async chooseModel(): Promise<void> {
    const page = await this.browser.context.newPage();
    await page.goto(`chrome-extension://${this.browser.extensionId}/options.html`);
    await page.getByRole('radio', { name: 'OpenAI-compatible server', exact: true }).check();
    await page.getByRole('textbox', { name: 'Server URL', exact: true }).fill(this.model.url);
    await page.getByRole('textbox', { name: 'Model', exact: true }).fill('scripted');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('status', { name: 'Saved' }).filter({ hasText: /saved/i }).waitFor();
    await page.close();
  }

  /** Signs the browser in to Request Tracker, in place of whoever was. */
  async signIn(login: string): Promise<void> {
    const agent = SEED.agents.find((one) => one.login === login);
    if (!agent) throw new Error(`The seed has no agent “${login}”.`);
    if (this.signedIn === login) return;
    await this.signOut();
    const page = await this.browser.context.newPage();
    await page.goto(`${ORIGIN}/`);
    await page.fill('input[name=user]', agent.login);
    await page.fill('input[name=pass]', agent.password);
    await page.click('input[type=submit][value=Login]');
    await page
      .locator('#preferences .current-user')
      .filter({ hasText: login })
      .waitFor({ state: 'attached' });
    await page.close();
    this.signedIn = login;
  }

  /** Gives an API token for this helpdesk in Settings, as a person would; an empty one takes it away. */
  async giveToken(token: string): Promise<void> {
    if (token === this.token) return;
    const { host } = new URL(ORIGIN);
    await this.listHost();
    const page = await this.browser.context.newPage();
    await page.goto(`chrome-extension://${this.browser.extensionId}/options.html`);
    const line = page
      .getByRole('region', { name: 'Sites', exact: true })
      .getByRole('listitem')
      .filter({ hasText: host });
    await line.getByText(/^(?:Use an API token|API token is kept)$/).click();
    if (token === '') {
      await page.getByRole('button', { name: `Remove token for ${host}`, exact: true }).click();
      await line.getByText('Use an API token').waitFor();
    } else {
      await page.getByRole('textbox', { name: `API token for ${host}`, exact: true }).fill(token);
      await page.getByRole('button', { name: `Keep token for ${host}`, exact: true }).click();
      await line.getByText('API token is kept').waitFor();
    }
    await page.close();
    this.token = token;
  }

  /** Brings in knowledge of the person's own, as a file chosen in Settings. */
  async importKnowledge(items: readonly object[]): Promise<void> {
    const page = await this.browser.context.newPage();
    await page.goto(`chrome-extension://${this.browser.extensionId}/options.html`);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Import knowledge', exact: true }).click();
    const buffer = Buffer.from(JSON.stringify(items));
    await (await chooser).setFiles({ name: 'own.json', mimeType: 'application/json', buffer });
    await page.getByText(/items? imported from own\.json/).waitFor();
    await page.close();
  }

  /** Settings list a site that was granted, or whose session was once allowed; all of loopback is granted here. */
  private async listHost(): Promise<void> {
    if (this.isListed) return;
    const { ticket, panel } = await this.show('1');
    await this.allowSession(panel, true);
    await this.allowSession(panel, false);
    await panel.page.close();
    await ticket.close();
    this.isListed = true;
  }

  /** The administrator gives a right in the queue to all agents, or takes it away. */
  readonly changeRight = changeRight;

  /** Somebody chooses a language (`Lang`) or another of RT's preferences; undefined is RT's own choice again. */
  readonly prefer = changePreference;

  async signOut(): Promise<void> {
    const page = await this.browser.context.newPage();
    await page.goto(`${ORIGIN}/NoAuth/Logout.html`);
    await page.close();
    this.signedIn = '';
  }

  /** Opens a seeded ticket and the panel for its tab. With `session`, the person allows the page's session. */
  async openTicket(key: string, { session = false } = {}): Promise<OpenTicket> {
    return await this.openById(ticketId(key), { session });
  }

  /** The same for a ticket that a test made; `loaded` shows that its page is there. */
  async openById(
    id: string,
    { session = false, loaded = '.transaction.message' }: { session?: boolean; loaded?: string } = {},
  ): Promise<OpenTicket> {
    const { ticket, panel } = await this.show(id, loaded);
    watchTest(panel, ticket);
    await this.allowSession(panel, session);
    return { id, ticket, panel };
  }

  private async show(
    id: string,
    loaded = '.transaction.message',
  ): Promise<{ ticket: Page; panel: PanelPage }> {
    const ticket = await this.browser.context.newPage();
    await ticket.goto(`${ORIGIN}/Ticket/Display.html?id=${id}`);
    await ticket.locator(loaded).first().waitFor();
    // its history slides open, and stands still while another tab is in front
    await ticket.waitForFunction(() => !document.querySelector('.titlebox-content[style*="height"]'));
    const panel = await openPanel(this.browser.context, this.browser.extensionId, ticket);
    await panel.record().getByText('Request Tracker', { exact: true }).waitFor();
    return { ticket, panel };
  }

  /** The first look goes without the saved choice, so the box turns by itself a moment after it came. */
  private async allowSession(panel: PanelPage, session: boolean): Promise<void> {
    const box = panel.page.getByRole('checkbox', { name: 'Use this page’s session', checked: this.session });
    await box.waitFor();
    if (this.session !== session) await box.click();
    this.session = session;
    const here = panel.record();
    if (session)
      await here
        .getByText(/With this page’s session|Not with this account/)
        .first()
        .waitFor();
    else await here.getByText('With this page’s session').waitFor({ state: 'hidden' });
  }
}

/**
 * Every test has its own tabs; a failed one leaves a picture of both, and what comes next a Request Tracker that was
 * started anew: its workers have been seen to wait for each other for minutes.
 */
function watchTest(panel: PanelPage, ticket: Page): void {
  onTestFinished(async ({ task }) => {
    if (task.result?.state !== 'fail') {
      await panel.page.close();
      await ticket.close();
      return;
    }
    const name = `test-output/live/${task.name.replace(/\W+/g, '-').slice(0, 60)}`;
    // a page that waits for an answer may not let itself be drawn
    const timeout = 5_000;
    await panel.page.screenshot({ path: `${name}-panel.png`, fullPage: true, timeout }).catch(console.error);
    await ticket.screenshot({ path: `${name}-ticket.png`, timeout }).catch(console.error);
    await stop();
    await panel.page.close();
    await ticket.close();
    await start();
  });
}
