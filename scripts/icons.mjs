// Draws the product's mark and writes it as PNG into public/icon. Needs a Chromium: CHROME_PATH or /usr/bin/chromium.
import { mkdir } from 'node:fs/promises';
import { chromium } from 'playwright';

const OUT = new URL('../public/icon/', import.meta.url).pathname;

/** The line under the tick is left out where it would be less than a pixel. */
const mark = (size) => `
  <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="${size}" height="${size}">
    <rect width="24" height="24" rx="${size < 32 ? 5 : 6}" fill="#0d6656"/>
    <g fill="none" stroke="#fff" stroke-linecap="round" stroke-linejoin="round">
      ${
        size < 32
          ? '<path stroke-width="3.2" d="M5 12.4 9.9 17.2 19 6.6"/>'
          : '<path stroke-width="2.6" d="M5.5 11.2 9.6 15.3 18.2 6"/><path stroke-width="1.6" opacity=".75" d="M5.5 19h13"/>'
      }
    </g>
  </svg>`;

const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
await mkdir(OUT, { recursive: true });
for (const size of [16, 32, 48, 128]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<body style="margin:0;line-height:0">${mark(size)}</body>`);
  await page.screenshot({ path: `${OUT}${size}.png`, omitBackground: true });
  await page.close();
}
await browser.close();
console.log('public/icon: 16, 32, 48, 128');
