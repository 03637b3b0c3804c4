import type { CDPSession, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillLog } from '../../../scripts/bench/fill.mjs';
import { type Launched, launchWithExtension } from '../../../scripts/browser/launch.mjs';

const OUT = process.env.COUNTERSIGN_OUT ?? new URL('../../../.output', import.meta.url).pathname;
const ACTIONS = 400;

/** A notch of the wheel, about as far as a fast scroll comes in one frame, and as many as pass a hundred rows. Px. */
const NOTCH = 70;
const NOTCHES = 150;

let browser: Launched;
let page: Page;
let session: CDPSession;

beforeAll(async () => {
  browser = await launchWithExtension({
    extensionDir: `${OUT}/chrome-mv3-e2e`,
    viewport: { width: 420, height: 900 },
    log: () => undefined,
  });
  page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/options.html`);
  await fillLog(page, 4 * ACTIONS);
  await page.goto(`chrome-extension://${browser.extensionId}/sidepanel.html`);
  await page.locator('.receipt').nth(20).waitFor();
  session = await page.context().newCDPSession(page);
}, 120_000);
afterAll(() => browser?.close());

/** Runs in the page, where the types of a page are not known here. */
const inPage = <T>(source: string): Promise<T> => page.evaluate(source) as Promise<T>;

const frame = (): Promise<void> => inPage('new Promise((r) => requestAnimationFrame(() => setTimeout(r)))');

async function wheel(notches: number, by: number): Promise<void> {
  for (let i = 0; i < notches; i++) {
    await page.mouse.wheel(0, by);
    await frame();
  }
}

/** How many elements the browser worked out the style of meanwhile. */
async function restyled(work: () => Promise<void>): Promise<number> {
  let elements = 0;
  const count = ({ value }: { value: { name?: string; args?: { elementCount?: number } }[] }): void => {
    for (const { name, args } of value) if (name === 'UpdateLayoutTree') elements += args?.elementCount ?? 0;
  };
  session.on('Tracing.dataCollected', count as never);
  await session.send('Tracing.start', { traceConfig: { includedCategories: ['devtools.timeline'] } });
  await work();
  const over = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.end');
  await over;
  session.off('Tracing.dataCollected', count as never);
  return elements;
}

/** Px of the screen, below where the list begins, that no row covers or two do, but for half pixels. */
const BARE = `(() => {
  const list = document.querySelector('.receipts').getBoundingClientRect();
  const rows = [...document.querySelectorAll('.receipt')].map((row) => row.getBoundingClientRect());
  const [from, to] = [Math.max(0, list.top), Math.min(innerHeight, list.bottom)];
  const seen = rows.filter(({ top, bottom }) => bottom > from && top < to).sort((a, b) => a.top - b.top);
  let at = from;
  let bare = 0;
  for (const { top, bottom } of seen) {
    const gap = Math.abs(Math.max(from, top) - at);
    if (gap > 1) bare += gap;
    at = bottom;
  }
  return Math.round(bare + (to - at > 1 ? to - at : 0));
})()`;

describe('scrolling a long activity', { timeout: 120_000 }, () => {
  it('works out the style of the rows that come, and of no others', async () => {
    await page.mouse.move(200, 600);
    await wheel(30, NOTCH);
    const before = await inPage<number>('scrollY');
    const elements = await restyled(() => wheel(NOTCHES, NOTCH));
    const rows = ((await inPage<number>('scrollY')) - before) / 110;
    expect(rows).toBeGreaterThan(80);
    // A row of this log has about thirty elements. Each row that left had 300 of others worked out before.
    expect(elements / rows).toBeLessThan(70);
  });

  it('changes the list in few of the frames', async () => {
    await inPage(`globalThis.changes_ = 0; new MutationObserver(() => globalThis.changes_++)
      .observe(document.querySelector('.receipts'), { childList: true })`);
    await wheel(NOTCHES, -NOTCH);
    expect(await inPage<number>('changes_')).toBeLessThan(NOTCHES / 3);
  });

  it('shows rows without a gap wherever one stops, down to the first action and back', async () => {
    for (const by of [900, -500, 5_000, -2_500, 30_000, -9_000, 100_000]) {
      await page.mouse.wheel(0, by);
      await expect.poll(() => inPage<number>(BARE), { timeout: 5_000 }).toBe(0);
    }
    const oldest = page.locator(`.receipt[aria-posinset="${ACTIONS}"]`);
    await expect
      .poll(async () => {
        await page.mouse.wheel(0, 100_000);
        return oldest.isVisible();
      })
      .toBe(true);
    await page.mouse.wheel(0, -200_000);
    await expect.poll(() => inPage<number>('scrollY')).toBe(0);
    await expect.poll(() => inPage<number>(BARE)).toBe(0);
  });

  it('keeps what has the focus while it is near', async () => {
    await wheel(80, NOTCH);
    const undo = page
      .locator('.receipt:nth-last-child(8)')
      .getByRole('button', { name: 'Undo', exact: true });
    await undo.focus();
    const has = (): Promise<string | null> =>
      inPage(`document.activeElement.closest('.receipt')?.getAttribute('aria-posinset') ?? null`);
    const place = await has();
    expect(place).not.toBeNull();
    await wheel(6, NOTCH);
    await wheel(6, -NOTCH);
    expect(await has()).toBe(place);
  });
});
