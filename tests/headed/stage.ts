import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { type Launched, launchWithExtension } from '../../scripts/browser/launch.mjs';
import { buildIfStale } from '../../scripts/demo/build.mjs';
import { type Display, startDisplay } from '../../scripts/headed/display.mjs';
import { createDesk, type Desk } from '../demo-desk/server.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PICTURES = `${ROOT}/test-output/headed`;
export const SIZE = { width: 1440, height: 900 };

/** A display of its own, a window on it with a ticket of the demo desk, and the extension. */
export interface Stage {
  display: Display;
  desk: Desk;
  browser: Launched;
  ticket: Page;
  /** Keeps a picture of the whole display under this name. */
  keep(name: string, picture?: Buffer): Promise<void>;
  close(): Promise<void>;
}

export async function openStage(mode: 'e2e' | 'production'): Promise<Stage> {
  const extensionDir = buildIfStale(ROOT, mode, () => undefined);
  const display = await startDisplay(SIZE);
  const desk = await createDesk();
  const browser = await launchWithExtension({
    extensionDir,
    headless: false,
    viewport: null,
    env: display.env,
    extraArgs: [`--window-size=${SIZE.width},${SIZE.height}`, '--window-position=0,0', '--test-type'],
  });
  const ticket = browser.context.pages()[0] ?? (await browser.context.newPage());
  await ticket.goto(`${desk.url}/tickets/1042`);
  await ticket.locator('.ticket-subject').waitFor();
  return {
    display,
    desk,
    browser,
    ticket,
    keep: async (name, picture) => {
      await mkdir(PICTURES, { recursive: true });
      await writeFile(`${PICTURES}/${name}.png`, picture ?? (await display.picture()));
    },
    close: async () => {
      await browser.close();
      await desk.close();
      await display.close();
    },
  };
}
