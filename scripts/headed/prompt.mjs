const PATIENCE_MS = 30_000;
const POLL_MS = 200;
/** The prompt takes no answer in its first moments, nor keys in quick succession: they may be meant for something else. */
const GUARD_MS = 1_000;
/** A prompt that wants an answer first darkens everything around it by more than this. */
const DARKENED = 0.8;
const ATTEMPTS = 3;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function within(ms, look) {
  for (const deadline = Date.now() + ms; Date.now() < deadline; await pause(POLL_MS))
    if (await look()) return true;
  return false;
}

/**
 * Does `click`, waits for the browser's own permission prompt and allows what it asks for, with the keyboard: the
 * prompt is drawn by the browser itself, so no debugging protocol and no window list knows of it, and only the
 * picture on the display tells that it is there. `Deny` has the focus when it opens.
 * @param granted whether the browser says that the permission is there. Keys that went astray are tried again.
 * @returns the display's picture with the prompt on it.
 */
export async function allowAfter(display, click, granted) {
  const usual = await display.brightness();
  const isOpen = async () => (await display.brightness()) < usual * DARKENED;
  const isClosed = async () => !(await isOpen());
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    await click();
    if (!(await within(PATIENCE_MS, isOpen))) throw new Error('The browser did not ask for the permission.');
    await pause(GUARD_MS);
    const seen = await display.picture();
    display.xdotool('key', 'Tab');
    await pause(GUARD_MS);
    display.xdotool('key', 'Return');
    if (!(await within(3 * GUARD_MS, isClosed))) display.xdotool('key', 'Escape');
    if ((await within(PATIENCE_MS, isClosed)) && (await within(2 * GUARD_MS, granted))) return seen;
  }
  throw new Error('The permission prompt could not be answered with the keyboard.');
}
