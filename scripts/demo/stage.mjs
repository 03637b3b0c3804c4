import { createDesk } from '../../tests/demo-desk/server.mjs';
import { launchWithExtension } from '../browser/launch.mjs';

/** The ticket that the demo opens. */
export const TICKET = 1042;

async function worker(context) {
  const ours = (one) => one.url().startsWith('chrome-extension://');
  return (
    context.serviceWorkers().find(ours) ?? (await context.waitForEvent('serviceworker', { predicate: ours }))
  );
}

/**
 * The demo helpdesk, a browser with the extension, and a ticket in its first tab.
 * `close()` ends both, whatever state they are in.
 */
export async function openStage({ port, extensionDir, headless, viewport, sinkholePort, extraArgs }) {
  const desk = await createDesk({ port });
  try {
    const browser = await launchWithExtension({
      extensionDir,
      headless,
      viewport,
      extraArgs,
      ...(sinkholePort === undefined ? {} : { sinkholePort }),
    });
    const ticket = browser.context.pages()[0] ?? (await browser.context.newPage());
    await ticket.goto(`${desk.url}/tickets/${TICKET}`);
    await ticket.locator('.ticket-subject').waitFor();
    return {
      desk,
      ticket,
      ...browser,
      close: async () => {
        await browser.close();
        await desk.close();
      },
    };
  } catch (error) {
    await desk.close();
    throw error;
  }
}

/** Puts the ticket's window there. `bounds` are in screen pixels. */
export async function placeTicket({ context, ticket }, bounds) {
  const background = await worker(context);
  await background.evaluate(
    async ({ url, where }) => {
      const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
      await chrome.windows.update(tab.windowId, { state: 'normal', ...where });
    },
    { url: ticket.url(), where: bounds },
  );
}

/**
 * The panel of the ticket's tab, as a page in a small window of its own: both stay visible, so the browser slows
 * neither down. `bounds` are in screen pixels.
 */
export async function openPanelWindow({ context, ticket }, bounds) {
  const background = await worker(context);
  const [panel] = await Promise.all([
    context.waitForEvent('page', { timeout: 60_000 }),
    background.evaluate(
      async ({ url, where }) => {
        const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
        const panelUrl = chrome.runtime.getURL(`sidepanel.html?tabId=${tab.id}`);
        await chrome.windows.create({ url: panelUrl, type: 'popup', ...where });
      },
      { url: ticket.url(), where: bounds },
    ),
  ]);
  await panel.getByRole('region', { name: 'Record', exact: true }).waitFor();
  return panel;
}
