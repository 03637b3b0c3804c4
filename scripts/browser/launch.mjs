import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright';
import { findBrowser } from './find.mjs';
import { quietProfile } from './profile.mjs';
import { browserArgs } from './quiet.mjs';

let announced = false;

/** Chrome and Edge take an extension over the debugging pipe, which Playwright holds already. */
async function loadOverPipe(context, dir) {
  const browser = context.browser();
  if (browser === null)
    throw new Error('The browser gives no debugging session, so no extension can be loaded.');
  const session = await browser.newBrowserCDPSession();
  await session.send('Extensions.loadUnpacked', { path: dir });
  await session.detach();
}

async function serviceWorker(context) {
  const ours = (worker) => worker.url().startsWith('chrome-extension://');
  const there = context.serviceWorkers().find(ours);
  return there ?? (await context.waitForEvent('serviceworker', { predicate: ours, timeout: 20_000 }));
}

/**
 * Starts the browser with the unpacked extension in it and waits for its service worker.
 * @throws when the folder holds no build, when there is no browser, or when the extension does not start.
 */
export async function launchWithExtension({
  extensionDir,
  headless = true,
  userDataDir = '',
  sinkholePort,
  extraArgs = [],
  viewport = { width: 1280, height: 900 },
  env,
  log = console.log,
}) {
  const dir = resolve(extensionDir);
  if (!existsSync(join(dir, 'manifest.json')))
    throw new Error(`There is no extension in ${dir}. Build it first.`);
  const found = await findBrowser();
  const loading = found.branded
    ? ['--enable-unsafe-extension-debugging']
    : [`--disable-extensions-except=${dir}`, `--load-extension=${dir}`];
  const profile = quietProfile(userDataDir);
  const context = await chromium.launchPersistentContext(profile.dir, {
    executablePath: found.path,
    headless,
    viewport,
    acceptDownloads: true,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [...browserArgs(sinkholePort), ...loading, ...extraArgs],
    ...(env === undefined ? {} : { env: { ...process.env, ...env } }),
  });
  try {
    if (found.branded) await loadOverPipe(context, dir);
    const worker = await serviceWorker(context);
    if (!announced) log(`Browser: ${found.version} (${found.path})`);
    announced = true;
    return {
      context,
      extensionId: new URL(worker.url()).host,
      version: found.version,
      close: async () => {
        await context.close();
        profile.discard();
      },
    };
  } catch (error) {
    await context.close();
    throw error;
  }
}
