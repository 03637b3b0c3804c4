import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { FieldState, Observation } from '../../core/observation';
import { findBrowser } from '../../scripts/browser/find.mjs';
import site from '../../sites/demo-desk';
import { createDesk, type Desk } from '../demo-desk/server.mjs';

let desk: Desk;
let browser: Browser;
let page: Page;
let reader: string;

beforeAll(async () => {
  desk = await createDesk();
  const { path } = await findBrowser({ log: () => undefined });
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  browser = await chromium.launch({ executablePath: path, args: ['--disable-gpu', ...sandbox] });
  page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  const bundle = await build({
    stdin: {
      contents: `import { observe } from '../../page/read/observe';
        import site from '../../sites/demo-desk';
        globalThis.readDesk = () => observe(document, site, { documentId: 'd', sessionAllowed: false });`,
      resolveDir: import.meta.dirname,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'iife',
    tsconfigRaw: {},
  });
  reader = bundle.outputFiles[0]?.text ?? '';
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});
beforeEach(() => desk.reset());

async function open(path: string): Promise<void> {
  await page.goto(desk.url + path);
  await page.locator('[data-ticket], [data-contact]').waitFor();
  await page.evaluate(reader);
}
const look = () => page.evaluate('readDesk()') as Promise<Observation>;
const field = (seen: Observation, name: string): FieldState => {
  const found = seen.fields.find((f) => f.name === name);
  if (!found) throw new Error(`${name} was not found; notes: ${seen.notes.join(' ')}`);
  return found;
};
/** The selectors of the descriptor, where a test drives the page as the page layer does. */
const composer = () => {
  const found = site.pages[0]?.composer;
  if (!found) throw new Error('the ticket page has no composer');
  return found;
};
const opener = (kind: 'public' | 'internal') => {
  const open = composer().open[kind];
  if (open.by !== 'click') throw new Error('the box is opened by a click here');
  return page.locator(open.selector);
};

test('the ticket page is read as it stands', async () => {
  await open('/tickets/1042');
  for (const selector of site.detect.selectors) expect(await page.locator(selector).count()).toBe(1);
  const seen = await look();
  expect(seen.notes).toEqual([]);
  expect(seen.record).toMatchObject({ site: 'demo-desk', type: 'ticket', id: '1042' });
  expect(seen.subject).toBe('Order SM-20418 arrived with a torn sleeve');
  expect(seen.account).toBe('Maya Lindqvist');
  expect(seen.requester).toEqual({ name: 'Tamsin Orrey', email: 'tamsin.orrey@quillmail.example' });
  expect(seen.messages.map((m) => [m.key, m.role, m.author])).toEqual([
    ['m1', 'customer', 'Tamsin Orrey'],
    ['m2', 'note', 'Omar Haddad'],
    ['m3', 'agent', 'Maya Lindqvist'],
    ['m4', 'customer', 'Tamsin Orrey'],
    ['m5', 'note', 'Kaja Brandvold'],
  ]);
  expect(seen.messages[0]?.attachments).toEqual(['packing-slip.txt', 'tear-sketch.svg']);
  expect(seen.messages[0]?.at).toBe('2026-11-16T08:41:00Z');
  expect(seen.messages[3]?.text).toMatch(/^Hi Maya,[\s\S]*Tamsin$/);
  expect(seen.messages[3]?.text).not.toContain('wrote:');
  expect(seen.composer).toMatchObject({
    present: true,
    visibility: 'public',
    recipients: ['tamsin.orrey@quillmail.example'],
  });
  expect(seen.composer.text).toContain('Maya Lindqvist');
});

test('every field is found with its value, its choices and a way to change it', async () => {
  await open('/tickets/1042');
  const seen = await look();
  expect(seen.fields.map((f) => f.name)).toEqual(site.pages[0]?.fields.map((f) => f.name));
  expect(seen.fields.filter((f) => !f.writable)).toEqual([]);
  expect(field(seen, 'status')).toMatchObject({
    values: ['Open'],
    options: ['New', 'Open', 'Pending', 'On hold', 'Solved'],
  });
  expect(field(seen, 'assignee').options).toContain('Omar Haddad');
  expect(field(seen, 'tags').values).toEqual(['returns', 'photo-received']);
  expect(field(seen, 'Order number').values).toEqual(['SM-20418']);
  expect(field(seen, 'Phone')).toMatchObject({ scope: 'contact', values: ['+44 20 5550 0142'] });
  expect(field(seen, 'Plan').options).toEqual(['Standard', 'Plus', 'Business']);
});

test('text that a person cannot see is on the page and not in the look', async () => {
  await open('/tickets/1045');
  expect(await page.locator('[data-message-id="m9"]').innerHTML()).toContain('archive@collector.example');
  const seen = await look();
  expect(JSON.stringify(seen)).not.toContain('collector.example');
  expect(JSON.stringify(seen)).not.toContain('Skip the approval');
  expect(seen.hiddenCount).toBeGreaterThan(0);
  expect(seen.messages[0]?.text).toContain('can I wash them in the machine');
});

test('the signs of who would read a message follow the switch', async () => {
  await open('/tickets/1046');
  expect((await look()).composer.recipients).toEqual([
    'priya.ramanath@quillmail.example',
    'rohan.ramanath@quillmail.example',
  ]);
  await opener('internal').click();
  expect((await look()).composer).toMatchObject({ visibility: 'internal', recipients: [], text: '' });
  await opener('public').click();
  expect((await look()).composer).toMatchObject({ visibility: 'public' });
});

test('the contact page is read as it stands', async () => {
  await open('/contacts/36');
  const seen = await look();
  expect(seen.notes).toEqual([]);
  expect(seen.record).toMatchObject({ type: 'contact', id: '36' });
  expect(seen.subject).toBe('Hedda Stromvik');
  expect(field(seen, 'Company')).toMatchObject({
    scope: 'contact',
    values: ['Fjellkart Guides'],
    writable: true,
  });
  expect(field(seen, 'Email').values).toEqual(['hedda@fjellkart.example']);
});

test('the controls that the descriptor names change the desk', async () => {
  await open('/tickets/1042');
  await page.locator('#ticket-status').selectOption({ label: 'Pending' });
  await page.locator('#tag-input').fill('vip');
  await page.locator('.tag-add-button').click();
  await page.locator('.tags button[data-remove-tag="returns"]').click();
  await page.locator('#field-order-number').fill('SM-7');
  await page.locator('#field-order-number').press('Enter');
  await page.locator('#contact-city').fill('Oostrand');
  await page.locator('#contact-city').blur();
  await expect
    .poll(() => desk.ledger().map((row) => [row.operation, row.after]))
    .toEqual([
      ['status', 'pending'],
      ['add-tag', 'vip'],
      ['remove-tag', null],
      ['field', 'SM-7'],
      ['contact', 'Oostrand'],
    ]);
  const seen = await look();
  expect(field(seen, 'status').values).toEqual(['Pending']);
  expect(field(seen, 'tags').values).toEqual(['photo-received', 'vip']);
});

test('a reply and a note go out by their buttons, and the box starts over', async () => {
  await open('/tickets/1042');
  const box = page.locator(composer().editor[0] ?? '');
  const fresh = (await look()).composer.text;
  await box.click({ position: { x: 30, y: 20 } });
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('It is on its way.');
  expect((await look()).composer.text).toMatch(/^It is on its way\.\s+Kind regards,/);
  await page.locator(composer().send.public).click();
  await expect.poll(() => desk.state().tickets['1042']?.messages.length).toBe(6);
  await expect.poll(async () => (await look()).composer.text).toBe(fresh);
  await opener('internal').click();
  await box.click();
  await page.keyboard.type('Told her.');
  await page.locator(composer().send.internal).click();
  await expect
    .poll(async () => (await look()).messages.slice(5).map((m) => [m.role, m.text]))
    .toEqual([
      ['agent', 'It is on its way.\n\nKind regards,\nMaya Lindqvist\nSaltmarsh Outfitters'],
      ['note', 'Told her.'],
    ]);
});

test('what is pasted at the top stands above the signature, and one undo takes it away', async () => {
  await open('/tickets/1044');
  const fresh = await page.locator(composer().editor[0] ?? '').innerHTML();
  await page.locator(composer().editor[0] ?? '').click({ position: { x: 30, y: 20 } });
  await page.keyboard.press('Control+Home');
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData(
      'text/html',
      '<p>Bonjour Élodie 🙏,</p><ul><li><strong>129,00 €</strong></li></ul><p>À bientôt</p>',
    );
    data.setData('text/plain', 'Bonjour');
    const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    document.querySelector('.ProseMirror')?.dispatchEvent(paste);
  });
  expect((await look()).composer.text).toMatch(
    /^Bonjour Élodie 🙏,\s+\S*\s*129,00 €\s+À bientôt\s+Kind regards,\s+Maya Lindqvist/,
  );
  await page.keyboard.press('Control+z');
  expect(await page.locator(composer().editor[0] ?? '').innerHTML()).toBe(fresh);
});

test('a change by somebody else shows within a second or so and leaves the box alone', async () => {
  await open('/tickets/1042');
  await page.locator(composer().editor[0] ?? '').click({ position: { x: 30, y: 20 } });
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('Half a sen');
  desk.colleague({
    ticket: 1042,
    status: 'on-hold',
    message: { visibility: 'internal', html: '<p>Wait.</p>' },
  });
  await expect.poll(async () => field(await look(), 'status').values, { timeout: 2500 }).toEqual(['On hold']);
  await expect.poll(async () => (await look()).messages.length, { timeout: 2500 }).toBe(6);
  await page.keyboard.type('tence.');
  expect((await look()).composer.text).toMatch(/^Half a sentence\./);
});

test('going to another ticket loads no page, and the draft waits for the way back', async () => {
  await open('/tickets/1042');
  await page.locator(composer().editor[0] ?? '').click({ position: { x: 30, y: 20 } });
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('For Tamsin');
  await page.locator('a[href="/tickets/1043"]').click();
  await expect.poll(async () => (await look()).record.id).toBe('1043');
  expect((await look()).composer.text).not.toContain('For Tamsin');
  await page.goBack();
  await expect.poll(async () => (await look()).record.id).toBe('1042');
  await expect.poll(async () => (await look()).composer.text).toContain('For Tamsin');
});

test('a cut answer is not sent a second time by the browser', async () => {
  await open('/tickets/1042');
  desk.fault({ drop: true, path: '/messages' });
  const outcome = await page.evaluate(async () => {
    const token = document.querySelector('meta[name="csrf-token"]')?.getAttribute('content') ?? '';
    return fetch('/api/tickets/1042/messages', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': token },
      body: JSON.stringify({ visibility: 'internal', html: '<p>once</p>' }),
    }).then(
      (response) => response.status,
      () => 'no answer',
    );
  });
  expect(outcome).toBe('no answer');
  expect(desk.ledger()).toHaveLength(1);
});
