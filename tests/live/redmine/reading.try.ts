import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Observation } from '../../../core/observation';
import { bundle, Isolated, openBrowser } from '../../page/read/isolated';

const ISSUE = process.env.REDMINE_ISSUE ?? '';
const ORIGIN = new URL(ISSUE).origin;
let browser: Browser;
let page: Page;
let script: string;

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 1100 } });
  script = await bundle(new URL('../../sites/generic-entry.ts', import.meta.url).pathname);
  await page.goto(`${ORIGIN}/login`);
  await page.fill('#username', 'maya');
  await page.fill('#password', 'maya-of-saltmarsh');
  await page.click('#login-submit');
  await page.waitForURL(/my\/page/);
});
afterAll(() => browser?.close());

const here = () => Isolated.in(page, script);
async function look(url?: string): Promise<Observation> {
  if (url) await page.goto(url);
  const room = await here();
  const seen = await room.run<Observation>('room.look()');
  await room.close();
  return seen;
}

test('the ticket, what it opened with, who wrote what, and which note is private', async () => {
  const seen = await look(ISSUE);
  expect(seen.record).toMatchObject({ type: 'ticket', id: ISSUE.split('/').at(-1) });
  expect(seen.subject).toBe('Torn sleeve');
  expect(seen.account).toBe('maya');
  expect(seen.messages[0]?.text).toContain('Order SM-20418');
  expect(seen.messages[0]).toMatchObject({ role: 'unknown', author: 'Tamsin Orrey' });
  expect(seen.messages.slice(1).map((m) => [m.role, m.author, m.text])).toEqual([
    ['unknown', 'Maya Lindqvist', 'Could you send a photo of the sleeve, please?'],
    ['note', 'Maya Lindqvist', 'Known batch, see the list of March.'],
    ['unknown', 'Tamsin Orrey', 'Here it is. Thank you for the quick answer.'],
  ]);
  expect(seen.fields.map((f) => [f.name, f.values[0]])).toEqual(
    expect.arrayContaining([
      ['status', 'New'],
      ['priority', 'Normal'],
    ]),
  );
  expect(seen.fields.every((f) => !f.writable)).toBe(true);
});

test('its box: the one switch that it has is no proof of who reads it', async () => {
  await page.goto(ISSUE);
  await page.locator('a.icon-edit[accesskey=e]').first().click();
  await page.locator('#issue_notes').waitFor();
  expect((await look()).composer).toMatchObject({ present: true, visibility: 'unknown' });
  const room = await here();
  const before = await page.locator('#issue_notes').inputValue();
  const done = await room.run<{ outcome: string; restore: string }>(
    'room.insert("Hello Tamsin,\\n\\nthank you.")',
  );
  expect(done.outcome).toBe('accepted');
  expect(await page.locator('#issue_notes').inputValue()).toMatch(/^Hello Tamsin,\n\nthank you\./);
  await room.run(`room.restore(${JSON.stringify(done.restore)})`);
  expect(await page.locator('#issue_notes').inputValue()).toBe(before);
  await room.close();
});

test.each(['/issues', '/my/page', '/projects/saltmarsh', '/admin', '/settings'])(
  '%s is no ticket',
  async (path) => {
    expect((await look(ORIGIN + path)).record.type).toBe('document');
  },
);
