import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export const HEIGHT = 900;
export const PAGE_WIDTH = 1040;
export const PANEL_WIDTH = 400;

const img = (bytes) => `<img alt="" src="data:image/png;base64,${bytes.toString('base64')}">`;
const STYLE = 'html,body{margin:0;background:#8a949c}body{display:flex;gap:1px}img{display:block}';

/**
 * A photographer for the page and the panel: both are put side by side in one picture, as a person has them.
 * @returns a function of a file name and an optional locator in the panel that must be in the picture.
 */
export async function createPhotographer({ context, ticket, panel, folder }) {
  await ticket.setViewportSize({ width: PAGE_WIDTH, height: HEIGHT });
  await panel.setViewportSize({ width: PANEL_WIDTH, height: HEIGHT });
  const paper = await context.newPage();
  await paper.setViewportSize({ width: PAGE_WIDTH + PANEL_WIDTH + 1, height: HEIGHT });
  return async (name, inPanel) => {
    if (inPanel) await inPanel.scrollIntoViewIfNeeded();
    const both = [await ticket.screenshot(), await panel.screenshot()];
    await paper.setContent(`<style>${STYLE}</style>${both.map(img).join('')}`, { waitUntil: 'load' });
    const path = join(folder, name);
    await writeFile(path, await paper.screenshot());
    return path;
  };
}
