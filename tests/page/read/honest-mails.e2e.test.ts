import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { honestMail } from './honest-mails';
import { bundle, Isolated, openBrowser } from './isolated';

let browser: Browser;
let page: Page;
let script: string;

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  script = await bundle(new URL('entry.ts', import.meta.url).pathname);
});
afterAll(() => browser.close());

test.each([700, 340])(
  '200 honest mails, %d px wide: no visible word is lost, nothing counts as hidden',
  async (width) => {
    const mails = Array.from({ length: 200 }, (_x, i) => honestMail(1000 + i));
    const boxes = mails.map(
      (m) => `<article style="width:${width}px;font:14px sans-serif">${m.html}</article>`,
    );
    await page.setContent(`<!doctype html><meta charset="utf-8">${boxes.join('')}`);
    const isolated = await Isolated.in(page, script);
    const read = await isolated.run<{ text: string; hidden: number }[]>(
      '(() => { const s = new room.Sight(document); return [...document.querySelectorAll("article")].map((a) => s.read(a)); })()',
    );
    await isolated.close();
    const lost = mails.flatMap(({ words }, i) => {
      let rest = read[i]?.text ?? '';
      return words.flatMap((word) => {
        const shown = word.replace('\ufe0e', '');
        const at = rest.indexOf(shown);
        // floats and cells may change the order of drawing, never of reading: each word stands after the one before
        if (at >= 0) rest = rest.slice(at + shown.length);
        return at >= 0 ? [] : [`mail ${1000 + i}: ${word}`];
      });
    });
    expect(mails.flatMap((m) => m.words).length).toBeGreaterThan(5_000);
    expect(lost).toEqual([]);
    expect(mails.map((_m, i) => read[i]?.hidden).filter((n) => n !== 0)).toEqual([]);
  },
);
