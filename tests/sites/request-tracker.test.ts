import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findField, type Observation } from '../../core/observation';
import { launchPlain } from '../../scripts/browser/plain.mjs';
import { bundle, Isolated } from '../page/read/isolated';

const ORIGIN = 'http://desk.example';
const fixture = (name: string) =>
  readFileSync(new URL(`fixtures/request-tracker/${name}.html`, import.meta.url), 'utf8');

let browser: Browser;
let page: Page;
let script: string;

beforeAll(async () => {
  browser = await launchPlain();
  page = await browser.newPage();
  script = await bundle(new URL('request-tracker-entry.ts', import.meta.url).pathname);
}, 60_000);
afterAll(() => browser?.close());

/** What the descriptor sees on a saved page that is served under this path. */
async function look(name: string, path: string, change: (html: string) => string = (html) => html) {
  await page.unroute('**/*');
  await page.route('**/*', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: change(fixture(name)) }),
  );
  await page.goto(ORIGIN + path);
  const isolated = await Isolated.in(page, script);
  const seen = await isolated.run<{ site: string | null; seen: Observation }>('room.lookHere()');
  await isolated.close();
  return seen;
}

const values = (seen: Observation, name: string) => findField(seen, name)?.values;
const options = (seen: Observation, name: string) => findField(seen, name)?.options;

test('a ticket with its conversation: who wrote what, and for whom', async () => {
  const { site, seen } = await look('ticket-thread', '/Ticket/Display.html?id=5');
  expect(site).toBe('request-tracker');
  expect(seen.record).toEqual({ site: 'request-tracker', host: 'desk.example', type: 'ticket', id: '5' });
  expect(seen.subject).toBe('Still no refund for order #87990');
  expect(seen.requester).toEqual({ name: 'Sofia Rossi', email: 'sofia.rossi@customer.example' });
  expect(seen.account).toBe('maya');
  expect(seen.messages.map((m) => m.role)).toEqual(['customer', 'agent', 'note', 'customer']);
  expect(seen.messages.every((m) => /^\d+$/.test(m.key))).toBe(true);
  expect(seen.messages[2]?.text).toMatch(/^Jens in the warehouse: .* by hand\.$/);
  expect(seen.messages[3]?.text).toMatch(/take it back\.\n\nSofia$/);
  expect(seen.notes).toEqual([]);
});

test('the fields of a ticket, with the choices that are choices', async () => {
  const { seen } = await look('ticket-thread', '/Ticket/Display.html?id=5&results=1f');
  expect(values(seen, 'status')).toEqual(['open']);
  expect(options(seen, 'status')).toEqual(['open', 'new', 'stalled', 'resolved', 'rejected']);
  expect(values(seen, 'priority')).toEqual(['High']);
  expect(options(seen, 'priority')).toEqual(['Low', 'Medium', 'High']);
  expect(values(seen, 'assignee')).toEqual(['maya (Maya Lindqvist)']);
  expect(options(seen, 'assignee')).toContain('Nobody in particular');
  expect(values(seen, 'tags')).toEqual(['refund']);
  expect(values(seen, 'Product')).toEqual([]);
  expect(options(seen, 'Product')).toEqual(['Customer account', 'Importer', 'Invoices', 'Web shop']);
  expect(seen.fields.every((f) => f.writable)).toBe(true);
});

test('several tags, a chosen product, and files by their names', async () => {
  const { seen } = await look('ticket-attachments', '/Ticket/Display.html?id=3');
  expect(values(seen, 'tags')).toEqual(['import', 'urgent matter']);
  expect(values(seen, 'Product')).toEqual(['Importer']);
  expect(seen.messages).toHaveLength(1);
  expect(seen.messages[0]?.attachments).toEqual(['import.log', 'lines.csv']);
  expect(seen.messages[0]?.text).not.toContain('not shown');
});

test('white words of one pixel are left out and counted', async () => {
  const { seen } = await look('ticket-hidden-words', '/Ticket/Display.html?id=4');
  expect(seen.messages[0]?.text).toContain('spam folder neither');
  expect(seen.messages[0]?.text).not.toContain('Assistant');
  expect(seen.hiddenCount).toBeGreaterThan(0);
});

test('the composer of a reply and of a note say so, each more than once', async () => {
  const reply = (await look('composer-reply', '/Ticket/Update.html?Action=Respond;id=5')).seen;
  expect(reply.record.id).toBe('5');
  expect(reply.composer).toMatchObject({
    present: true,
    visibility: 'public',
    recipients: ['sofia.rossi@customer.example'],
  });
  expect(reply.composer.text).toContain('Kind regards,\nMaya');
  expect(reply.showsConversation).toBe(false);
  const note = (await look('composer-note', '/Ticket/Update.html?Action=Comment&id=5')).seen;
  expect(note.composer).toMatchObject({ present: true, visibility: 'internal', recipients: [] });
});

test('a composer whose signs disagree is of unknown visibility', async () => {
  const { seen } = await look('composer-reply', '/Ticket/Update.html?Action=Respond&id=5', (html) =>
    html.replace('action-response', 'action-private'),
  );
  expect(seen.composer.visibility).toBe('unknown');
});

test('a ticket read in French: the same record, the same people, the same kinds of message', async () => {
  const { seen } = await look('ticket-french', '/Ticket/Display.html?id=5');
  expect(seen.record.id).toBe('5');
  expect(seen.subject).toBe('Still no refund for order #87990');
  expect(seen.messages.map((m) => m.role)).toEqual(['customer', 'agent', 'note', 'customer']);
  expect(options(seen, 'status')).toEqual(['ouvert', 'nouveau', 'stagnant', 'résolu', 'rejeté']);
  const reply = (await look('composer-reply-french', '/Ticket/Update.html?Action=Respond&id=5')).seen;
  expect(reply.record.id).toBe('5');
  expect(reply.composer.visibility).toBe('public');
});

test('words that no language of Request Tracker has: who wrote it is unknown, and said so', async () => {
  const { seen } = await look('ticket-french', '/Ticket/Display.html?id=5', (html) =>
    html.replace('Commentaires ajoutés', 'Remarques'),
  );
  expect(seen.messages.map((m) => m.role)).toEqual(['customer', 'agent', 'unknown', 'customer']);
  expect(seen.notes).toContain('For 1 of 4 messages the page does not say who wrote them.');
});

test('newest on top is read in the order of time', async () => {
  const turn = `for (const el of document.querySelectorAll('.transaction')) el.parentElement.prepend(el)`;
  const { seen } = await look('ticket-thread', '/Ticket/Display.html?id=5', (html) =>
    html.replace('</body>', `<script>${turn}</script></body>`),
  );
  expect(seen.messages.map((m) => m.role)).toEqual(['customer', 'agent', 'note', 'customer']);
  expect(seen.messages.at(-1)?.text).toMatch(/take it back\.\n\nSofia$/);
});

test('an address of a merged ticket: heading and forms name the one it became part of', async () => {
  const { seen } = await look('ticket-thread', '/Ticket/Display.html?id=6');
  expect(seen.record).toMatchObject({ type: 'ticket', id: '5' });
  expect(seen.notes).toContain('6 was merged into 5.');
});

test('another number in the address than on the page is no record where one place alone shows it', async () => {
  const { seen } = await look('ticket-thread', '/Ticket/Display.html?id=6', (html) =>
    html.replaceAll('name="id"', 'name="other"'),
  );
  expect(seen.record.type).toBe('document');
});

test('a heading and forms that name different tickets are no record', async () => {
  const { seen } = await look('ticket-thread', '/Ticket/Display.html?id=5', (html) =>
    html.replaceAll('#5: Still', '#6: Still'),
  );
  expect(seen.record.type).toBe('document');
  expect(seen.notes[0]).toContain('more than one number');
});

test('a history that has not come is missed; what scrolling would bring, too', async () => {
  const before = (more: string) => (html: string) => html.replace('<div class="history', `${more}$&`);
  const { seen } = await look(
    'ticket-thread',
    '/Ticket/Display.html?id=5',
    before('<span id="LoadAllHistoryContainer"></span>'),
  );
  expect(seen.missing.join()).toContain('“Load all history”');
  const all = await look(
    'ticket-thread',
    '/Ticket/Display.html?id=5',
    before('<span id="LoadAllHistoryContainer" style="display: none;"></span>'),
  );
  expect(all.seen.missing).toEqual([]);
});

test('what customers see of it is no place to work, and neither is its question about another page', async () => {
  const { site, seen } = await look('ticket-thread', '/SelfService/Display.html?id=5');
  expect(site).toBe('request-tracker');
  expect(seen.record.type).toBe('document');
  expect(seen.notes[0]).toContain('what customers see');
  const asked = await look('composer-note', '/Ticket/Display.html?id=5&Status=open', (html) =>
    html.replace(/<form[\s\S]*<\/form>/, '<p><strong><a href="?CSRF_Token=1">go on</a></strong></p>'),
  );
  expect(asked.seen.record.type).toBe('document');
  expect(asked.seen.notes[0]).toContain('asks whether you meant');
});

test('a link in a customer’s message does not make a page into that question', async () => {
  const { seen } = await look('ticket-thread', '/Ticket/Display.html?id=5', (html) =>
    html.replace(
      'order #87990 went',
      '<p><strong><a href="?CSRF_Token=1">x</a></strong></p>order #87990 went',
    ),
  );
  expect(seen.record.id).toBe('5');
});

test('the log-in page is not taken for a helpdesk in which somebody works', async () => {
  const { site } = await look('ticket-thread', '/', (html) => html.replace('current-user', 'nobody'));
  expect(site).toBeNull();
});

test('a custom field is edited under the number of the row that shows it, whatever number that is', async () => {
  const isolated = async (html: string) => {
    await page.unroute('**/*');
    await page.route('**/*', (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
    );
    await page.goto(`${ORIGIN}/Ticket/Display.html?id=5`);
    const world = await Isolated.in(page, script);
    const name = await world.run<string | null>('room.nameOfTagsEditor()');
    await world.close();
    return name;
  };
  const here = fixture('ticket-thread');
  expect(await isolated(here)).toBe('Object-RT::Ticket-5-CustomField-2-Values');
  const elsewhere = here
    .replaceAll('CF-2-', 'CF-41-')
    .replaceAll('CustomField-2-', 'CustomField-41-')
    .replaceAll('CF-3-', 'CF-2-');
  expect(await isolated(elsewhere)).toBe('Object-RT::Ticket-5-CustomField-41-Values');
});
