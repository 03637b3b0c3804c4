import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Observation } from '../../core/observation';
import { bundle, Isolated, openBrowser } from '../page/read/isolated';

/** Made-up helpdesks, each with markup of its own. */
const PAGES: Record<string, string> = {
  '/inbox/view/4127': 'tabs',
  '/case.php?do=show&id=318': 'forms',
  '/anfragen/AN-2207': 'plain',
  '/inbox/view/9999': 'tabs',
  '/wiki/holiday-rules': 'wiki',
};

let server: Server;
let origin: string;
let browser: Browser;
let page: Page;
let script: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const name = PAGES[request.url ?? ''];
    response.writeHead(name ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(name ? readFileSync(new URL(`fixtures/generic/${name}.html`, import.meta.url)) : '');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
  script = await bundle(new URL('generic-entry.ts', import.meta.url).pathname);
});
afterAll(async () => {
  await browser.close();
  server.close();
});

async function open(path: string): Promise<Isolated> {
  await page.goto(origin + path);
  return Isolated.in(page, script);
}
const look = (room: Isolated): Promise<Observation> => room.run('room.look()');

test('tabs, articles and times: everything is found', async () => {
  const room = await open('/inbox/view/4127');
  const seen = await look(room);
  expect(seen.record).toMatchObject({ site: 'generic', type: 'ticket', id: '4127' });
  expect(seen.subject).toBe('Torn sleeve');
  expect(seen.requester).toEqual({ name: 'Ilse Vermeer', email: 'ilse@vermeer.example' });
  expect(seen.account).toBe('Noor Alami');
  expect(seen.messages.map((m) => [m.key, m.role, m.author])).toEqual([
    ['901', 'customer', 'Ilse Vermeer'],
    ['902', 'note', 'Noor Alami'],
    ['903', 'agent', 'Noor Alami'],
  ]);
  expect(seen.messages[0]?.text).toContain('Order PX-5521');
  expect(seen.messages[0]?.attachments).toEqual(['sleeve.jpg']);
  expect(seen.messages[2]?.quoted).toContain('torn');
  expect(JSON.stringify(seen)).not.toContain('spam');
  expect(seen.hiddenCount).toBe(1);
  expect(seen.fields.map((f) => [f.name, f.values, f.options])).toEqual(
    expect.arrayContaining([
      ['status', ['Waiting'], ['Open', 'Waiting', 'Closed']],
      ['priority', ['Low'], ['Low', 'Normal']],
      ['Order number', ['PX-5521'], null],
      ['tags', ['jackets', 'refund'], null],
    ]),
  );
  expect(seen.composer).toMatchObject({ present: true, visibility: 'public' });
  await page.getByRole('button', { name: 'Private note' }).click();
  expect((await look(room)).composer.visibility).toBe('internal');
  await room.close();
});

test('tables and forms, newest first, the mail in a frame', async () => {
  const room = await open('/case.php?do=show&id=318');
  const seen = await look(room);
  expect(seen.record).toMatchObject({ type: 'ticket', id: '318' });
  expect(seen.subject).toBe('Heating does not start');
  expect(seen.requester).toEqual({ name: 'Oskar Blom', email: 'oskar.blom@hemma.example' });
  expect(seen.account).toBe('Petra Lind');
  expect(seen.messages.map((m) => [m.key, m.role, m.author])).toEqual([
    ['entry-75', 'customer', 'Oskar Blom'],
    ['entry-76', 'note', 'Jonas Ek'],
    ['entry-77', 'agent', 'Petra Lind'],
  ]);
  expect(seen.messages[0]?.text).toBe(
    'The heating does not start since this morning.\n\nThe display shows E4.',
  );
  expect(seen.fields.map((f) => [f.name, f.values])).toEqual(
    expect.arrayContaining([
      ['status', ['In progress']],
      ['assignee', ['Petra Lind']],
      ['Product', ['HeatBox 3']],
    ]),
  );
  expect(seen.composer).toMatchObject({ present: true, visibility: 'public' });
  await page.locator('#to-note').click();
  expect((await look(room)).composer.visibility).toBe('internal');
  await room.close();
});

test('a page that says little: what is not known is said', async () => {
  const room = await open('/anfragen/AN-2207');
  const seen = await look(room);
  expect(seen.record).toMatchObject({ type: 'ticket', id: 'AN-2207' });
  expect(seen.requester).toEqual({ name: 'Gerda Maus', email: 'gerda@maus.example' });
  expect(seen.messages.map((m) => [m.author, m.role])).toEqual([
    ['Gerda Maus', 'customer'],
    ['Team Buchhaltung', 'unknown'],
    ['Gerda Maus', 'customer'],
  ]);
  expect(seen.composer).toMatchObject({ present: true, visibility: 'unknown' });
  expect(seen.notes.join(' ')).toMatch(/public or internal/);
  expect(seen.notes.join(' ')).toMatch(/1 of 3 messages/);
  await room.close();
});

test('an address and a heading that disagree are no record', async () => {
  const room = await open('/inbox/view/9999');
  const seen = await look(room);
  expect(seen.record.type).toBe('document');
  expect(seen.notes.join(' ')).toContain('9999');
  expect(seen.messages.map((m) => m.role)).toEqual(['unknown']);
  await room.close();
});

test('a page without a ticket is a document with a box', async () => {
  const room = await open('/wiki/holiday-rules');
  const seen = await look(room);
  expect(seen.record).toMatchObject({
    site: 'generic',
    type: 'document',
    id: `${origin}/wiki/holiday-rules`,
  });
  expect(seen.messages[0]?.text).toBe(
    'Holiday rules\n\nEverybody has 28 days. Ask your lead two weeks ahead.',
  );
  expect(seen.composer.present).toBe(true);
  await room.close();
});

test.each(['/inbox/view/4127', '/case.php?do=show&id=318', '/anfragen/AN-2207', '/wiki/holiday-rules'])(
  '%s: a draft goes in above and comes out exactly; nothing else is written',
  async (path) => {
    const room = await open(path);
    const before = await look(room);
    const done = await room.run<{ outcome: string; restore: string }>(
      'room.insert("Hello **you**,\\n\\nthank you.")',
    );
    expect(done.outcome).toBe('accepted');
    const after = await look(room);
    expect(after.composer.text).toMatch(/^Hello (?:\*\*)?you(?:\*\*)?,\s+thank you\./);
    expect(after.composer.text.endsWith(before.composer.text.slice(-10))).toBe(true);
    expect(await room.run(`room.restore(${JSON.stringify(done.restore)})`)).toMatchObject({
      outcome: 'accepted',
    });
    expect(await look(room)).toEqual(before);
    expect(await room.run<{ outcome: string }[]>('room.writes()')).toMatchObject([
      { outcome: 'refused' },
      { outcome: 'refused' },
      { outcome: 'refused' },
    ]);
    await room.close();
  },
);
