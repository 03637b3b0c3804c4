import type { Page } from 'playwright';
import { onTestFinished } from 'vitest';
import { type Launched, launchWithExtension } from '../../scripts/browser/launch.mjs';
import { type Answer, createModelServer, type ModelServer } from '../model-server/server.mjs';
import { openPanel, type PanelPage } from '../support/panel';
import { type Sinkhole, startSinkhole } from '../support/sinkhole.mjs';
import { configure } from './rt/configure.mjs';
import { changePreference, changeRight } from './rt/create.mjs';
import { ORIGIN } from './rt/paths.mjs';
import { SEED, ticketId } from './rt/rest.mjs';
import { start } from './rt/start.mjs';

const EXTENSION =
  process.env.EXTENSION_DIR ?? new URL('../../.output/chrome-mv3-e2e', import.meta.url).pathname;

/** A call that the scripted model makes: the names and inputs of the tools are all it knows. */
export interface ModelCall {
  name: string;
  arguments: Record<string, unknown>;
}

/** Maya's desk: Request Tracker in a browser with the extension, a scripted model, and no other network. */
export class LiveDesk {
  private calls: ModelCall[] = [];
  private text = '';
  private isListed = false;
  private token = '';

  private constructor(
    readonly browser: Launched,
    readonly sinkhole: Sinkhole,
    private model: ModelServer,
  ) {}

  /** A new browser on the seeded state. */
  static async open(): Promise<LiveDesk> {
    await start({ fresh: true });
    const sinkhole = await startSinkhole();
    const browser = await launchWithExtension({ extensionDir: EXTENSION, sinkholePort: sinkhole.port });
    const script = { answer: (): Answer => ({}) };
    const model = await createModelServer({ script: () => script.answer() });
    const desk = new LiveDesk(browser, sinkhole, model);
    script.answer = () => desk.next();
    await desk.chooseModel();
    await desk.signIn('maya');
    return desk;
  }

  /** What the model answers next: its calls once, then nothing more. */
  says(answer: { text?: string; calls?: ModelCall[] }): void {
    this.text = answer.text ?? '';
    this.calls = answer.calls ?? [];
  }

  /** Everything that the model was told in its last request, as one text. */
  told(): string {
    return JSON.stringify(this.model.requests().at(-1)?.body?.messages ?? []);
  }

  private next(): Answer {
    const { calls, text } = this;
    this.calls = [];
    this.text = '';
    return calls.length > 0 ? { text, calls } : { text: text || 'That is all.' };
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

  /** Settings list a site that was granted, or whose session was once allowed; all of loopback is granted here. */
  private async listHost(): Promise<void> {
    if (this.isListed) return;
    const { ticket, panel } = await this.show('paid-twice');
    await allowSession(panel, true);
    await allowSession(panel, false);
    await panel.page.close();
    await ticket.close();
    this.isListed = true;
  }

  /** The administrator gives a right in the queue to all agents, or takes it away. */
  changeRight(what: 'give' | 'take', right: string): void {
    changeRight(configure(), what, right);
  }

  /** Somebody chooses a language (`Lang`) or another of RT's preferences; undefined is RT's own choice again. */
  prefer(login: string, name: string, value: string | undefined): void {
    changePreference(configure(), login, name, value);
  }

  async signOut(): Promise<void> {
    const page = await this.browser.context.newPage();
    await page.goto(`${ORIGIN}/NoAuth/Logout.html`);
    await page.close();
  }

  /** Opens a seeded ticket and the panel for its tab. With `session`, the person allows the page's session. */
  async openTicket(
    key: string,
    { session = false } = {},
  ): Promise<{ id: string; ticket: Page; panel: PanelPage }> {
    const { ticket, panel } = await this.show(key);
    watchTest(panel, ticket);
    await allowSession(panel, session);
    return { id: ticketId(key), ticket, panel };
  }

  private async show(key: string): Promise<{ ticket: Page; panel: PanelPage }> {
    const ticket = await this.browser.context.newPage();
    await ticket.goto(`${ORIGIN}/Ticket/Display.html?id=${ticketId(key)}`);
    await ticket.locator('.transaction.message').first().waitFor();
    const panel = await openPanel(this.browser.context, this.browser.extensionId, ticket);
    await panel.record().getByText('Request Tracker', { exact: true }).waitFor();
    return { ticket, panel };
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.model.close();
    await this.sinkhole.close();
  }
}

/** The first look goes without the saved choice, so the box may turn by itself a moment after it came. */
async function allowSession(panel: PanelPage, session: boolean): Promise<void> {
  const box = panel.page.getByRole('checkbox', { name: 'Use this page’s session' });
  await box.waitFor();
  await panel.page.waitForTimeout(700);
  if ((await box.isChecked()) !== session) await box.click();
  if (session)
    await panel
      .record()
      .getByText(/With this page’s session|Not with this account/)
      .first()
      .waitFor();
  else await panel.record().getByText('With this page’s session').waitFor({ state: 'hidden' });
}

/** Every test has its own tabs; a failed one leaves a picture of both. */
function watchTest(panel: PanelPage, ticket: Page): void {
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') {
      const name = `test-output/live/${task.name.replace(/\W+/g, '-').slice(0, 60)}`;
      await panel.page.screenshot({ path: `${name}-panel.png`, fullPage: true });
      await ticket.screenshot({ path: `${name}-ticket.png` });
    }
    await panel.page.close();
    await ticket.close();
  });
}
