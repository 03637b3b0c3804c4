import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Observation } from '../../core/observation';
import { bundle, Isolated, openBrowser } from '../page/read/isolated';
import { READINGS, type Reading } from './generic-desks';

let browser: Browser;
let page: Page;
let script: string;

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1200, height: 1000 } });
  script = await bundle(new URL('generic-entry.ts', import.meta.url).pathname);
});
afterAll(() => browser?.close());

async function open(reading: Reading): Promise<Isolated> {
  const body = readFileSync(new URL(`fixtures/generic/desks/${reading.page}.html`, import.meta.url), 'utf8');
  await page.unroute('**/*');
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
  await page.goto('about:blank');
  await page.goto(`https://desk.example${reading.path}`);
  return Isolated.in(page, script);
}
const look = (room: Isolated) => room.run<Observation>('room.look()');

test.each(READINGS.map((r) => [`${r.page} ${r.path}`, r] as const))('%s', async (_name, reading) => {
  const room = await open(reading);
  const seen = await look(room);
  if (reading.id === null) {
    expect(seen.record.type).toBe('document');
    expect(seen.requester).toBeNull();
    expect(seen.messages.map((m) => m.role)).toEqual(['unknown']);
    expect(seen.notes.join(' ')).toContain('No ticket or contact was recognised');
    return room.close();
  }
  expect(seen.record).toMatchObject({ type: 'ticket', id: reading.id });
  if (reading.subject) expect(seen.subject).toBe(reading.subject);
  if (reading.requester !== undefined) expect(seen.requester).toEqual(reading.requester);
  if (reading.account !== undefined) expect(seen.account).toBe(reading.account);
  if (reading.messages) expect(seen.messages.map((m) => [m.role, m.author])).toEqual(reading.messages);
  if (reading.texts) expect(seen.messages.map((m) => m.text)).toEqual(reading.texts);
  for (const m of seen.messages) expect(m.text.length).toBeGreaterThan(10);
  for (const [name, value] of Object.entries(reading.fields ?? {}))
    expect([name, seen.fields.find((f) => f.name === name)?.values.join()]).toEqual([name, value]);
  expect(seen.missing).toEqual(reading.missing ? [reading.missing] : []);
  // nothing here proves what a write would do
  expect(seen.fields.every((f) => !f.writable)).toBe(true);
  if (reading.composer) {
    expect(seen.composer).toMatchObject({ present: true, visibility: reading.composer });
    if (reading.composer === 'unknown') expect(seen.notes.join(' ')).toMatch(/public|internal/);
  }
  if (reading.toggle) {
    await page.locator(reading.toggle[0]).click();
    expect((await look(room)).composer.visibility).toBe(reading.toggle[1]);
  }
  await room.close();
});

test.each(
  READINGS.filter((r) => r.composer || r.page === 'mail-thread').map(
    (r) => [`${r.page} ${r.path}`, r] as const,
  ),
)('a draft goes into the box and out again, and nothing else: %s', async (_name, reading) => {
  const room = await open(reading);
  const before = await look(room);
  const done = await room.run<{ outcome: string; restore: string }>(
    'room.insert("Hello Tamsin,\\n\\nthank you.")',
  );
  expect(done.outcome).toBe('accepted');
  expect((await look(room)).composer.text).toContain('Hello Tamsin,\n\nthank you.');
  expect(await room.run<{ outcome: string }>(`room.restore(${JSON.stringify(done.restore)})`)).toMatchObject({
    outcome: 'accepted',
  });
  expect((await look(room)).composer).toEqual(before.composer);
  // there is no way to write anything else
  const tries = await room.run<{ outcome: string }[]>('room.writes()');
  expect(tries.map((t) => t.outcome)).toEqual(['refused', 'refused', 'refused']);
  await room.close();
});

test('of two tickets on one page a draft goes to the one in the address, and out again', async () => {
  const reading = READINGS.find((r) => r.path === '/tickets/319') as Reading;
  const room = await open(reading);
  await look(room);
  const done = await room.run<{ outcome: string; restore: string }>('room.insert("Hello Bea")');
  expect(done.outcome).toBe('accepted');
  const value = (name: string) => page.locator(`textarea[name="${name}"]`).inputValue();
  expect([await value('reply-318'), await value('reply-319')]).toEqual(['', 'Hello Bea']);
  await room.run(`room.restore(${JSON.stringify(done.restore)})`);
  expect(await value('reply-319')).toBe('');
  await room.close();
});
