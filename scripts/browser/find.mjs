import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { canInstallPackages, installPackages } from './apt.mjs';
import { browserPlaces } from './places.mjs';
import { browserVersion, isBranded } from './version.mjs';

const NONE = `No Chrome, Chromium or Edge was found. Do one of these, then try again:
  Debian:            sudo apt-get install chromium
  any system:        npx playwright install chromium
  Windows, macOS:    install Google Chrome from https://www.google.com/chrome/
  installed already: set CHROME_PATH to the program, e.g. CHROME_PATH=/opt/chrome/chrome`;

async function usable(path) {
  const version = await browserVersion(path);
  return version === null ? null : { path, version, branded: isBranded(version) };
}

async function firstUsable(paths) {
  for (const path of paths) {
    const browser = await usable(path);
    if (browser !== null) return browser;
  }
  return null;
}

async function playwrightDownload() {
  const { chromium } = await import('playwright');
  const path = chromium.executablePath();
  return path && existsSync(path) ? [path] : [];
}

async function fromPackages(log) {
  if (!canInstallPackages()) return null;
  try {
    installPackages(['chromium'], log);
  } catch (error) {
    throw new Error(`${error.message}\n\n${NONE}`);
  }
  return firstUsable(browserPlaces().unbranded);
}

/**
 * The browser to drive, in this order: `CHROME_PATH`, an installed Chromium or Chrome for Testing, Playwright's
 * own download, an installed Chrome or Edge, and for root on Debian or Ubuntu the package `chromium`.
 * @throws when there is none, with what to install in the message.
 */
export async function findBrowser({ env = process.env, install = true, log = console.error } = {}) {
  if (env.CHROME_PATH) {
    const chosen = existsSync(env.CHROME_PATH) ? await usable(env.CHROME_PATH) : null;
    if (chosen === null)
      throw new Error(`CHROME_PATH is ${env.CHROME_PATH}, which does not start as a browser.`);
    return chosen;
  }
  const { unbranded, branded } = browserPlaces({ env });
  const found =
    (await firstUsable(unbranded)) ??
    (await firstUsable(await playwrightDownload())) ??
    (await firstUsable(branded)) ??
    (install ? await fromPackages(log) : null);
  if (found === null) throw new Error(NONE);
  return found;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { path, version } = await findBrowser().catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
  console.log(`${version} (${path})`);
}
