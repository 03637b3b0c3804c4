import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Isolated, openReader } from './isolated';

let browser: Browser;
let page: Page;
let script: string;

beforeAll(async () => {
  ({ browser, page, script } = await openReader());
});
afterAll(() => browser.close());

const HALF_OPEN = 'overflow: hidden; height: 40px';

/** Whether the page counts as moving at each `note()` of the steps; `part` is a part of it, `box` a text area. */
async function watched(steps: string, style = ''): Promise<boolean[]> {
  await page.setContent(
    `<!doctype html><p id="part" style="${style}">Words</p><textarea id="box"></textarea>`,
  );
  const room = await Isolated.in(page, script);
  const seen = await room.run<boolean[]>(
    `(async () => { const seen = []; const note = () => seen.push(room.isMoving(document));
       const pause = (ms) => new Promise((done) => setTimeout(done, ms));
       const [part, box] = [document.getElementById('part'), document.getElementById('box')];
       ${steps}; return seen; })()`,
  );
  await room.close();
  return seen;
}

test('a part that slides open moves as long as it is half open, also when its steps are slow, and a moment longer', async () => {
  const steps = `note(); part.style.cssText = 'overflow: hidden; height: 3px'; note();
    await pause(250); part.style.height = '9px'; await pause(250); note();
    part.style.cssText = ''; note(); await pause(100); note()`;
  expect(await watched(steps)).toEqual([false, true, true, true, false]);
});

test('a part that stays cut off is waited for half a second, no longer', async () => {
  const steps = `note(); part.style.cssText = '${HALF_OPEN}'; note(); await pause(300); note(); await pause(300); note()`;
  expect(await watched(steps)).toEqual([false, true, true, false]);
});

test('a part that is met half open gets a moment to go on', async () => {
  expect(await watched('note(); await pause(200); note()', HALF_OPEN)).toEqual([true, false]);
  const goesOn = `note(); await pause(100); part.style.height = '60px'; await pause(150); note();
    part.style.cssText = ''; await pause(100); note()`;
  expect(await watched(goesOn, HALF_OPEN)).toEqual([true, true, false]);
});

test('a part that fades or slides by a transition of its style sheet moves until that is over', async () => {
  const steps = `part.style.transition = 'max-height 300ms'; part.style.maxHeight = '0px'; part.offsetHeight;
    await pause(100); note(); part.style.maxHeight = '90px'; part.offsetHeight; await pause(150); note();
    await pause(400); note()`;
  expect((await watched(steps)).slice(1)).toEqual([true, false]);
});

test('a part that stopped half open, as in a tab in the background, is known until it opens; one that cuts nothing off is not', async () => {
  const steps = `const cut = () => seen.push(room.standsHalfOpen(document)); note();
    part.style.cssText = 'overflow: hidden; height: 3px'; cut(); await pause(700); note(); cut();
    part.style.height = '90px'; cut(); part.style.height = '3px'; cut(); part.style.cssText = ''; cut();`;
  expect(await watched(steps)).toEqual([false, true, false, true, false, true, false]);
  expect(await watched('seen.push(room.standsHalfOpen(document))', 'overflow: hidden; height: 3px')).toEqual([
    true,
  ]);
});

test('a part that only turns does not move, nor does a box that grows with what is typed', async () => {
  const steps = `note(); part.style.transform = 'rotate(1deg)'; note();
    box.style.cssText = 'overflow: hidden; height: 80px'; await pause(100); note();
    part.animate([{ rotate: '0deg' }, { rotate: '360deg' }], { duration: 1000, iterations: Infinity }); note()`;
  expect(await watched(steps)).toEqual([false, false, false, false]);
});
