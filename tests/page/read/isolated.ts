import { build } from 'esbuild';
import type { Browser, CDPSession, Page } from 'playwright';
import { launchPlain } from '../../../scripts/browser/plain.mjs';
import { siteSigns } from '../../../scripts/build/site-files';

export function openBrowser(): Promise<Browser> {
  return launchPlain();
}

/** A browser with an empty page, and the reader's script for it. */
export async function openReader(): Promise<{ browser: Browser; page: Page; script: string }> {
  const browser = await openBrowser();
  const script = await bundle(new URL('entry.ts', import.meta.url).pathname);
  return { browser, page: await browser.newPage(), script };
}

/** One script of a file's exports, under the name `room`. */
export async function bundle(entry: string): Promise<string> {
  const out = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'room',
    target: 'chrome120',
    define: { 'process.env.NODE_ENV': '"production"' },
    // put in by the build, as an expression
    banner: { js: `var __SITE_SIGNS__ = ${siteSigns()};` },
  });
  return out.outputFiles[0]?.text ?? '';
}

/** Runs code in a page the way a content script runs: same document, a world of its own. */
export class Isolated {
  private constructor(
    private readonly cdp: CDPSession,
    private readonly contextId: number,
  ) {}

  /** @param script a bundle that puts its exports into `room` */
  static async in(page: Page, script: string): Promise<Isolated> {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Page.enable');
    const { frameTree } = await cdp.send('Page.getFrameTree');
    const world = await cdp.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
      worldName: 'content',
    });
    const isolated = new Isolated(cdp, world.executionContextId);
    await isolated.run(`${script};globalThis.room = room;0`);
    return isolated;
  }

  /** The value of an expression (promises are awaited), as JSON carries it. */
  async run<T>(expression: string): Promise<T> {
    const answer = await this.cdp.send('Runtime.evaluate', {
      expression,
      contextId: this.contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (answer.exceptionDetails) {
      throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
    }
    return answer.result.value as T;
  }

  close(): Promise<void> {
    return this.cdp.detach();
  }
}
