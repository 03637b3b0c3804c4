// A look at a ticket's page beside the browser's own ways to read one and Playwright's aria snapshot: the same pages,
// the same run, timed by the page's clock. Every figure is of a page loaded anew.

import { defaultSeed } from '../../tests/demo-desk/seed/index.mjs';
import { createDesk } from '../../tests/demo-desk/server.mjs';
import { launchPlain } from '../browser/plain.mjs';
import { bundle, isolatedWorld } from './isolated.mjs';
import { ariaSource } from './playwright-aria.mjs';

const PAGES = 5;
const AGAIN = 20;
const EARLY = 50;
const WARM_MS = 3_000;
const LOOKS_MS = 1_000;
/** The page's clock counts tenths of a millisecond: looks are timed together until so much has passed. */
const TOGETHER_MS = 10;
const ENTRY = new URL('read-entry.ts', import.meta.url).pathname;

const longTicket = {
  ...defaultSeed.tickets[0],
  id: 9000,
  subject: 'A very long conversation',
  messages: Array.from({ length: 385 }, (_, i) => ({
    id: `long-${i}`,
    role: ['customer', 'agent', 'note'][i % 3],
    author: { name: `Writer ${i}`, email: `writer${i}@example.com` },
    at: new Date(Date.UTC(2026, 0, 1) + i * 600_000).toISOString(),
    to: [],
    cc: [],
    html: `<p>Hello, this is message ${i} about the parcel.</p><p>It has <b>bold</b> words and <a href="https://shop.example/${i}">a link</a>.</p><ul><li>first thing</li><li>second thing</li></ul><p>Kind regards<br>Writer ${i}</p>`,
    attachments: [],
  })),
};

/** A short ticket as it is; that and a long one with hidden texts in the first message. */
const TICKETS = [
  [1042, false],
  [1042, true],
  [9000, true],
];

const WORDS = 'Planted words nobody sees';

/** Ways of hiding that a mail can carry. */
const PLANTED = [
  'display:none',
  'visibility:hidden',
  'font-size:0',
  'color:#fff;background:#fff',
  'position:absolute;left:-9999px',
  'clip-path:inset(100%)',
  'opacity:0',
  'transform:scale(0)',
  'text-indent:-9999px;white-space:nowrap',
  'height:0;overflow:hidden',
];
const plant = `(() => { const body = document.querySelector('.message-body');
  for (const css of ${JSON.stringify(PLANTED)}) {
    const p = document.createElement('p'); p.style.cssText = css; p.textContent = '${WORDS}'; body.append(p); }
})()`;

/** Not by Playwright's own wait: it would run the script that is measured beside ours in the page before. */
const ready = `new Promise((resolve) => { const ask = () =>
  document.querySelector('.ProseMirror') ? resolve() : setTimeout(ask, 20); ask(); })`;

/**
 * `again` with nothing changed, after a moment. All others each after a change that has to be looked at, so that nothing of
 * an earlier look is used: `early` the middle of the first fifty, with the code not warm yet; `touched` the middle of a
 * second of looks, after three that warm up whichever way it is.
 */
const timed = (act, warmMs) => `(async () => {
  const act = () => { ${act} };
  const clock = (count) => { const from = performance.now(); for (let i = 0; i < count; i++) act(); return (performance.now() - from) / count; };
  const first = clock(1);
  await new Promise((resolve) => setTimeout(resolve, 200));
  const again = clock(${AGAIN});
  let touches = 0;
  const looks = (together) => {
    countChanges();
    const from = performance.now();
    let count = 0;
    do { document.body.setAttribute('data-touched', touches++); act(); count++; } while (performance.now() - from < together);
    return (performance.now() - from) / count;
  };
  const during = (ms) => {
    const times = [];
    for (const end = performance.now() + ms; performance.now() < end;) times.push(looks(${TOGETHER_MS}));
    return times;
  };
  const middle = (times) => times.sort((a, b) => a - b)[times.length >> 1];
  const early = middle(Array.from({ length: ${EARLY} }, () => looks(0)));
  during(${warmMs});
  const touched = middle(during(${LOOKS_MS}));
  return { first, early, again, touched };
})()`;

/** Counts what changes the page, as it goes: records that pile up would weigh more on whoever looks more often. */
const WATCH = `globalThis.changes = 0;
  globalThis.count = (records) => { for (const one of records) if (one.attributeName !== 'data-touched') changes += 1; return changes; };
  globalThis.watcher = new MutationObserver(count);
  globalThis.countChanges = () => count(watcher.takeRecords());
  watcher.observe(document, { subtree: true, childList: true, attributes: true, characterData: true }); 0`;

const WAYS = {
  ours: 'globalThis.seen = room.look();',
  aria: "injected.ariaSnapshot(document.body, { mode: 'default' });",
  innerText: 'document.body.innerText;',
  checkVisibility:
    "for (const el of document.querySelectorAll('*')) el.checkVisibility({ opacityProperty: true, visibilityProperty: true });",
};

const FACTS = `({
  elements: document.querySelectorAll('*').length,
  changes: countChanges(),
  let: JSON.stringify(seen.messages).includes('${WORDS}') ? 1 : 0,
  counted: seen.hiddenCount,
  text: room.compactText(seen, 1e9).length,
  visible: [...document.querySelectorAll('.thread .message')].reduce((sum, el) => sum + el.innerText.replaceAll('${WORDS}', '').length, 0),
})`;

/** @returns {Promise<import('./table.mjs').Row[]>} */
export async function benchRead() {
  const room = await bundle(ENTRY);
  const aria = ariaSource();
  const desk = await createDesk({ seed: { tickets: [...defaultSeed.tickets, longTicket] } });
  const browser = await launchPlain();
  const rows = [];
  for (const [id, planted] of TICKETS) {
    const times = Object.fromEntries(Object.keys(WAYS).map((way) => [way, []]));
    let facts;
    for (let round = 0; round < PAGES; round++) {
      // from either end in turn: what comes first finds the machine as it is, what comes last as the others left it
      const ways = Object.entries(WAYS);
      for (const [way, act] of round % 2 ? ways.toReversed() : ways) {
        if (way === 'aria' && !aria) continue;
        const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
        await page.goto(`${desk.url}/tickets/${id}`);
        await page.evaluate(ready);
        if (planted) await page.evaluate(plant);
        const run = await isolatedWorld(page);
        await run(`${room}; globalThis.injected = ${way === 'aria' ? aria : 'null'}; ${WATCH}`);
        times[way].push(await run(timed(act, way === 'ours' || way === 'aria' ? WARM_MS : 0)));
        if (way === 'ours') facts = await run(FACTS);
        await page.close();
      }
    }
    const name = `ticket of ${facts.elements} elements${planted ? `, ${PLANTED.length} of them hidden` : ''}`;
    rows.push(...rowsOf(name, times, facts, planted ? PLANTED.length : 0));
  }
  await browser.close();
  await desk.close();
  return rows;
}

function rowsOf(page, times, facts, planted) {
  const of = (way, what) => median(times[way].map((time) => time[what]));
  const rows = Object.keys(WAYS)
    .filter((way) => times[way].length > 0)
    .flatMap((way) => [
      { what: `${page}: ${way}, the very first time`, value: of(way, 'first'), unit: 'ms' },
      { what: `${page}: ${way}, a page that changed, early`, value: of(way, 'early'), unit: 'ms' },
      { what: `${page}: ${way}, a page that changed`, value: of(way, 'touched'), unit: 'ms' },
      { what: `${page}: ${way}, an unchanged page`, value: of(way, 'again'), unit: 'ms' },
    ]);
  if (times.aria.length > 0) {
    const ratio = (what) => of('aria', what) / of('ours', what);
    rows.push(
      { what: `${page}: aria ÷ ours, the very first time`, value: ratio('first'), unit: '×', least: 5 },
      { what: `${page}: aria ÷ ours, a page that changed, early`, value: ratio('early'), unit: '×' },
      { what: `${page}: aria ÷ ours, a page that changed`, value: ratio('touched'), unit: '×', least: 5 },
      { what: `${page}: aria ÷ ours, an unchanged page`, value: ratio('again'), unit: '×', least: 20 },
    );
  }
  return [
    ...rows,
    { what: `${page}: hidden texts let through`, value: facts.let, unit: '', limit: 0 },
    { what: `${page}: hidden texts counted`, value: facts.counted, unit: '', least: planted },
    { what: `${page}: changes made to the page`, value: facts.changes, unit: '', limit: 0 },
    {
      what: `${page}: text for the model ÷ visible characters`,
      value: facts.text / facts.visible,
      unit: '×',
      limit: 1.2,
    },
  ];
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
