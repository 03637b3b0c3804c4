#!/usr/bin/env node
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDesk } from '../tests/demo-desk/server.mjs';
import { launchWithExtension } from './browser/launch.mjs';
import { buildIfStale } from './demo/build.mjs';
import { noDisplayBecause, startDisplay } from './headed/display.mjs';
import { allowAfter } from './headed/prompt.mjs';
import { openSidePanel } from './headed/side-panel.mjs';

const USAGE = `Takes the picture of the README: the shipped build in the browser's own side panel, beside a ticket.

  node scripts/screenshot.mjs [FILE]      default: docs/images/side-panel.png
`;
const SIZE = { width: 1440, height: 900 };
const GRANTED = 'chrome.permissions.getAll().then((all) => all.origins.length > 0)';
const root = fileURLToPath(new URL('..', import.meta.url));

if (process.argv.includes('--help')) console.log(USAGE);
else process.exitCode = await main(resolve(process.argv[2] ?? `${root}/docs/images/side-panel.png`));

/** @param {string} file @returns {Promise<number>} the exit code */
async function main(file) {
  const reason = noDisplayBecause();
  if (reason !== null) {
    console.error(reason);
    return 1;
  }
  const extensionDir = buildIfStale(root, 'production');
  const display = await startDisplay(SIZE);
  const desk = await createDesk();
  const browser = await launchWithExtension({
    extensionDir,
    headless: false,
    viewport: null,
    env: display.env,
    extraArgs: [`--window-size=${SIZE.width},${SIZE.height}`, '--window-position=0,0', '--test-type'],
  });
  try {
    await setTheScene({ display, desk, browser });
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, await display.picture());
    console.log(file);
    return 0;
  } finally {
    await browser.close();
    await desk.close();
    await display.close();
  }
}

/** A ticket with its conversation, the draft in the reply box, and the cards that wait for a signature. */
async function setTheScene({ display, desk, browser }) {
  const ticket = browser.context.pages()[0] ?? (await browser.context.newPage());
  await ticket.goto(`${desk.url}/tickets/1042`);
  await ticket.locator('.ticket-subject').waitFor();
  const panel = await openSidePanel(display, browser.context);
  await panel.says('Allow this site');
  await allowAfter(
    display,
    () => panel.click('button', 'Allow this site'),
    () => panel.evaluate(GRANTED),
  );
  await panel.says('Order SM-20418');
  await panel.click('button', 'Draft reply');
  await panel.says('The draft is ready.');
  await panel.click('button', 'Insert into reply');
  await panel.says('In the reply box now, not sent');
  await panel.click('radio', 'Review');
  await panel.click('button', 'Propose actions');
  await panel.says('actions are proposed');
  // Without this the address bar is selected and the mouse points at nothing in particular.
  await ticket.locator('.ticket-subject').click();
  display.xdotool('mousemove', String(SIZE.width - 1), String(SIZE.height - 1));
  await panel.evaluate(
    "document.querySelector('[aria-label=\"Proposed actions\"]').scrollIntoView({ block: 'start' }), scrollBy(0, -44)",
  );
  await panel.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done, 800)))');
}
