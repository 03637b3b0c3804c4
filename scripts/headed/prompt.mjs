const PATIENCE_MS = 60_000;
const POLL_MS = 200;
/** The prompt takes no answer in its first moments, nor keys in quick succession: they may be meant for something else. */
const GUARD_MS = 1_000;
/** A prompt that wants an answer first darkens everything around it by more than this. */
const DARKENED = 0.8;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Does `click`, waits for the browser's own permission prompt and allows what it asks for, with the keyboard: the
 * prompt is drawn by the browser itself, so no debugging protocol and no window list knows of it, and only the
 * picture on the display tells that it is there. `Deny` has the focus when it opens.
 * @returns the display's picture with the prompt on it.
 */
export async function allowAfter(display, click) {
  const usual = await display.brightness();
  const isOpen = async () => (await display.brightness()) < usual * DARKENED;
  await click();
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await isOpen())) {
    if (Date.now() > deadline) throw new Error('The browser did not ask for the permission.');
    await pause(POLL_MS);
  }
  const seen = await display.picture();
  display.xdotool('key', 'Tab');
  while (await isOpen()) {
    if (Date.now() > deadline) throw new Error('The permission prompt does not go away.');
    await pause(GUARD_MS);
    if (await isOpen()) display.xdotool('key', 'Return');
    await pause(POLL_MS);
  }
  return seen;
}
