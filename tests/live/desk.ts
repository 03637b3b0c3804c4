import type { Page } from 'playwright';
import { onTestFinished } from 'vitest';
import { type Launched, launchWithExtension } from '../../scripts/browser/launch.mjs';
import { type Answer, createModelServer, type ModelServer } from '../model-server/server.mjs';
import { openPanel, type PanelPage } from '../support/panel';
import { type Sinkhole, startSinkhole } from '../support/sinkhole.mjs';
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
    const id = ticketId(key);
    const ticket = await this.browser.context.newPage();
    await ticket.goto(`${ORIGIN}/Ticket/Display.html?id=${id}`);
    await ticket.locator('.transaction.message').first().waitFor();
    const panel = await openPanel(this.browser.context, this.browser.extensionId, ticket);
    await panel.record().getByText('Request Tracker', { exact: true }).waitFor();
    watchTest(panel, ticket);
    await allowSession(panel, session);
    return { id, ticket, panel };
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
  const words = panel.record().getByText('With this page’s session');
  await words.waitFor({ state: session ? 'visible' : 'hidden' });
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
