import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright';
import { findBrowser } from '../../scripts/browser/find.mjs';
import { quietProfile } from '../../scripts/browser/profile.mjs';
import { browserArgs } from '../../scripts/browser/quiet.mjs';
import { bundle } from './bundle.mjs';

const NAME = 'Lab';
const HERE = resolve(process.cwd(), 'tests/lab');

/** A Chromium with the editor layer as a real extension: one script in an isolated world, one in the page's. */
export async function openLab(options: { pageWorld?: boolean } = {}): Promise<LabBrowser> {
  const dir = mkdtempSync(join(tmpdir(), 'lab-'));
  const extension = join(dir, 'extension');
  mkdirSync(extension);
  const matches = ['http://127.0.0.1/*'];
  const scripts = [{ matches, js: ['isolated.js'], run_at: 'document_idle' }];
  const main = { matches, js: ['main.js'], run_at: 'document_idle', world: 'MAIN' };
  writeFileSync(join(extension, 'isolated.js'), await bundle(join(HERE, 'isolated')));
  writeFileSync(join(extension, 'main.js'), await bundle(join(HERE, 'main-world')));
  writeFileSync(
    join(extension, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: NAME,
      version: '1',
      content_scripts: options.pageWorld === false ? scripts : [main, ...scripts],
    }),
  );
  const context = await chromium.launchPersistentContext(quietProfile(join(dir, 'profile')).dir, {
    executablePath: (await findBrowser({ log: () => undefined })).path,
    headless: true,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      '--headless=new',
      ...browserArgs(),
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
  });
  const [first] = context.pages();
  const cdp = await context.newCDPSession(first ?? (await context.newPage()));
  const { product } = await cdp.send('Browser.getVersion');
  return new LabBrowser(context, dir, product.replace('/', ' '));
}

export class LabBrowser {
  constructor(
    readonly context: BrowserContext,
    private readonly dir: string,
    /** `Chrome 156.0…` */
    readonly version: string,
  ) {}

  async open(url: string): Promise<LabTab> {
    const page = await this.context.newPage();
    const tab = new LabTab(page, await this.context.newCDPSession(page));
    await tab.load(url);
    return tab;
  }

  async close(): Promise<void> {
    await this.context.close();
    rmSync(this.dir, { recursive: true, force: true });
  }
}

/** One page of the lab, seen from both worlds. */
export class LabTab {
  readonly errors: string[] = [];
  private contextId = 0;

  constructor(
    readonly page: Page,
    private readonly cdp: CDPSession,
  ) {
    page.on('pageerror', (error) => this.errors.push(error.message));
  }

  async load(url: string): Promise<void> {
    const { cdp } = this;
    const found = new Promise<number>((resolved) => {
      cdp.on('Runtime.executionContextCreated', ({ context }) => {
        if (context.name === NAME && context.auxData?.type === 'isolated') resolved(context.id);
      });
    });
    await this.page.goto(url);
    await cdp.send('Runtime.enable');
    this.contextId = await found;
    await this.page.waitForFunction(
      () => window.lab !== undefined || window.labError !== undefined,
      undefined,
      { timeout: 20_000 },
    );
    const failed = await this.page.evaluate(() => window.labError);
    if (failed) throw new Error(failed);
  }

  /** Calls a function of the content script, in its own world. */
  async isolated<T>(name: string, ...args: unknown[]): Promise<T> {
    const { result, exceptionDetails } = await this.cdp.send('Runtime.evaluate', {
      contextId: this.contextId,
      expression: `globalThis.lab.${name}(...${JSON.stringify(args)})`,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}
