import { openPanelWindow, openStage, placeTicket, TICKET } from './stage.mjs';

const PANEL_WIDTH = 420;
const HEIGHT = 900;
const PAGE_WIDTH = 1080;

const WORDS = `
A ticket of the demo helpdesk is open, and the panel stands beside it. Nothing leaves this machine.

  Try this:  Draft reply  →  Insert into reply  →  Review, Propose actions  →  Approve and run  →  Undo

To have the panel in the browser's own side bar, click the Countersign button in the toolbar (in the puzzle-piece
menu) or press Ctrl+Shift+Y (Command+Shift+Y on a Mac) while the ticket's window is in front.

Close the browser, or press Ctrl+C here, to end the demo.
`;

/** Resolves when the person has closed the browser or its last window, or has pressed Ctrl+C. */
function theEnd(context) {
  return new Promise((resolve) => {
    context.on('close', resolve);
    // On a Mac the browser goes on without a window.
    const watch = (page) => page.on('close', () => context.pages().length === 0 && resolve());
    context.pages().forEach(watch);
    context.on('page', watch);
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
}

/** Opens the ticket and its panel for a person, and waits until the person is done. */
export async function show({ port, extensionDir }) {
  const stage = await openStage({ port, extensionDir, headless: false, viewport: null });
  const end = theEnd(stage.context);
  const [width, high] = await stage.ticket.evaluate(() => [screen.availWidth, screen.availHeight]);
  const height = Math.min(HEIGHT, high);
  // On a small screen the ticket's window gives way: the panel keeps its width.
  const left = Math.min(PAGE_WIDTH, width - PANEL_WIDTH);
  await placeTicket(stage, { left: 0, top: 0, width: left, height });
  await openPanelWindow(stage, { left, top: 0, width: PANEL_WIDTH, height });
  console.log(`${WORDS}\n  The ticket: ${stage.desk.url}/tickets/${TICKET}`);
  await end;
  await stage.close();
  return 0;
}
