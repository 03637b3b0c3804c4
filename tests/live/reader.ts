import type { Browser, BrowserContext, Page } from 'playwright';
import type { Observation } from '../../core/observation';
import type { Channel } from '../../core/words';
import { bundle, Isolated, openBrowser } from '../page/read/isolated';
import type { run } from '../sites/site-entry';
import { changePreference } from './rt/alter.mjs';
import { ORIGIN } from './rt/paths.mjs';
import { SEED } from './rt/rest.mjs';
import { start } from './rt/start.mjs';

/** What the extension's script in the page sees and does on the pages of a running Request Tracker; no panel. */
export class Reader {
  private constructor(
    private readonly browser: Browser,
    private readonly script: string,
    private context: BrowserContext,
    readonly page: Page,
  ) {}

  /** A plain browser on the seeded state, signed in. */
  static async open(login = 'maya'): Promise<Reader> {
    await start({ fresh: true });
    const browser = await openBrowser();
    const script = await bundle(new URL('../sites/site-entry.ts', import.meta.url).pathname);
    const context = await browser.newContext({ locale: 'en-GB' });
    const reader = new Reader(browser, script, context, await context.newPage());
    await reader.signIn(login);
    return reader;
  }

  async signIn(login: string): Promise<void> {
    const agent = SEED.agents.find((one) => one.login === login);
    if (!agent) throw new Error(`The seed has no agent “${login}”.`);
    await this.context.clearCookies();
    await this.page.goto(`${ORIGIN}/`);
    await this.page.fill('input[name=user]', agent.login);
    await this.page.fill('input[name=pass]', agent.password);
    await this.page.locator('#login input[type=submit], input[type=submit]').first().click();
    await this.page.locator('#preferences .current-user').waitFor({ state: 'attached' });
  }

  /** The person chooses a language (`Lang`), or something else of RT's preferences; undefined is RT's own choice. */
  async prefer(login: string, name: string, value: string | undefined): Promise<void> {
    await changePreference(login, name, value);
  }

  /** Loads a page of Request Tracker and waits until `until` is there. */
  async goto(path: string, until = '.transaction.message'): Promise<void> {
    await this.page.goto(ORIGIN + path);
    await this.page.locator(until).first().waitFor();
    await this.settled();
  }

  /** What RT lets slide in has come to rest. */
  async settled(): Promise<void> {
    await this.page.waitForFunction('document.readyState === "complete" && !jQuery(":animated").length');
  }

  async look(channel: Channel = 'page'): Promise<Observation> {
    return await this.isolated<Observation>(`room.look(${JSON.stringify(channel)})`);
  }

  /** Signs and runs one tool as the script in the page does it. */
  async run(tool: string, input: unknown, channel: Channel, key = tool): ReturnType<typeof run> {
    const given = [tool, input, channel, key].map((one) => JSON.stringify(one)).join();
    return await this.isolated(`room.run(${given})`);
  }

  private async isolated<T>(expression: string): Promise<T> {
    const world = await Isolated.in(this.page, this.script);
    const value = await world.run<T>(expression);
    await world.close();
    return value;
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}
