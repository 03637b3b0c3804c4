import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundle, openBrowser } from '../read/isolated';
import { openWidget } from './lab';

let browser: Browser;
let page: Page;
let other: Page;
let script: string;

beforeAll(async () => {
  browser = await openBrowser();
  const context = await browser.newContext();
  page = await context.newPage();
  other = await context.newPage();
  script = await bundle(new URL('entry.ts', import.meta.url).pathname);
});
afterAll(() => browser.close());

// while a person clicks in a side panel, the page beside it has no focus, and the browser sends it no focus events
test.each([
  ['native', 'tsx', '#text', 'text', ['new'], 'new'],
  ['react-select', 'tsx', '#one', 'one', ['Beta'], 'b'],
  ['react-select', 'tsx', '#many', 'many', ['Beta', 'Alpha'], ['b', 'a']],
  ['radix-select', 'tsx', '#one', 'one', ['Beta'], 'b'],
  ['headless-listbox', 'tsx', '#one', 'one', ['Beta'], 'Beta'],
  ['mui-autocomplete', 'tsx', '#many', 'many', ['Beta', 'Alpha'], ['Beta', 'Alpha']],
  ['antd-select', 'tsx', '#search', 'search', ['Beta'], 'b'],
  ['choices', 'ts', '#one', 'one', ['Beta'], 'b'],
  ['tagify', 'ts', '#tags', 'tags', ['vip', 'x'], ['vip', 'x']],
  ['select2', 'ts', '#one', 'one', ['Beta'], 'b'],
  ['bootstrap-select', 'ts', '#one', 'one', ['Beta'], 'b'],
] as const)(
  '%s.%s %s is set while the focus is elsewhere',
  async (name, extension, field, key, labels, end) => {
    const room = await openWidget(page, name, extension, script);
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Emulation.setFocusEmulationEnabled', { enabled: false });
    await other.bringToFront();
    expect(await page.evaluate('document.hasFocus()')).toBe(false);
    expect(await room.run(`room.set(${JSON.stringify(field)}, ${JSON.stringify(labels)})`)).toMatchObject({
      ok: true,
    });
    expect(((await page.evaluate('state()')) as Record<string, unknown>)[key]).toEqual(end);
    await cdp.detach();
    await room.close();
  },
);
