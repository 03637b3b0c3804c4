import type { Browser, Page } from 'playwright';
import type { Observation } from '../../core/observation';
import type { ActOutcome } from '../../core/outcome';
import { bundle as bundleText } from '../lab/bundle.mjs';
import { bundle, Isolated, openBrowser } from '../page/read/isolated';

/** What a tool's run came to, with the ability under which it was offered. */
export interface Ran {
  ability: { tool: string; class: string; channel: string } | null;
  outcome: ActOutcome;
}

/** A page of a fixture with the content script's half of the product in a world of its own. */
export class SiteLab {
  private constructor(
    private readonly browser: Browser,
    readonly page: Page,
    private readonly script: string,
    private readonly world: string,
  ) {}

  static async open(): Promise<SiteLab> {
    const browser = await openBrowser();
    const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
    const script = await bundle(new URL('site-entry.ts', import.meta.url).pathname);
    const world = await bundleText(new URL('../lab/main-world', import.meta.url).pathname);
    return new SiteLab(browser, page, script, world);
  }

  async goto(url: string): Promise<void> {
    await this.page.goto(url);
    await this.page.locator('html[data-ready]').waitFor();
  }

  /** Runs an expression over the entry's exports in the document that is open now. */
  private async ask<T>(expression: string): Promise<T> {
    const has = await this.page.evaluate('Boolean(globalThis.hasPageWorld)');
    if (!has) await this.page.evaluate(`globalThis.hasPageWorld = true;${this.world}`);
    const room = await Isolated.in(this.page, `globalThis.room ?? 0;${this.script}`);
    try {
      return await room.run<T>(expression);
    } finally {
      await room.close();
    }
  }

  look(channel: 'page' | 'session' = 'page'): Promise<Observation> {
    return this.ask(`room.look(${JSON.stringify(channel)})`);
  }

  open(visibility: 'public' | 'internal'): Promise<unknown> {
    return this.ask(`room.open(${JSON.stringify(visibility)})`);
  }

  run(tool: string, input: unknown, channel: 'page' | 'session'): Promise<Ran> {
    return this.ask(`room.run(${[tool, input, channel].map((x) => JSON.stringify(x)).join()})`);
  }

  /** Runs a tool, and then its own compensation with what the receipt kept. */
  async runAndUndo(
    tool: string,
    input: unknown,
    channel: 'page' | 'session',
    between: () => void | Promise<void>,
  ) {
    const done = await this.run(tool, input, channel);
    await between();
    const arguments_ = [tool, input, done.outcome, done.ability?.class ?? 'R2'];
    const seed = await this.ask<{ ok: boolean; value: { tool: string; input: unknown } }>(
      `room.undoOf(${arguments_.map((x) => JSON.stringify(x)).join()})`,
    );
    if (!seed.ok) throw new Error(JSON.stringify(seed));
    const undone = await this.run(seed.value.tool, seed.value.input, channel);
    return { done, undone, seed: seed.value };
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}
