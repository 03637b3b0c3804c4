import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fieldOf, type OpenDesk, openDesk } from './browser';

const EDITOR = '.composer .ProseMirror';
let at: OpenDesk;

beforeAll(async () => {
  at = await openDesk();
});
afterAll(() => at?.close());
beforeEach(() => at.desk.reset());

test('what is pasted at the top stands above the signature, and one undo takes it away', async () => {
  await at.open('/tickets/1044');
  const fresh = await at.page.locator(EDITOR).innerHTML();
  await at.page.locator(EDITOR).click({ position: { x: 30, y: 20 } });
  await at.page.keyboard.press('Control+Home');
  await at.page.evaluate(() => {
    const data = new DataTransfer();
    data.setData(
      'text/html',
      '<p>Bonjour Élodie 🙏,</p><ul><li><strong>129,00 €</strong></li></ul><p>À bientôt</p>',
    );
    data.setData('text/plain', 'Bonjour');
    const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    document.querySelector('.ProseMirror')?.dispatchEvent(paste);
  });
  expect((await at.look()).composer.text).toMatch(
    /^Bonjour Élodie 🙏,\s+\S*\s*129,00 €\s+À bientôt\s+Kind regards,\s+Maya Lindqvist/,
  );
  await at.page.keyboard.press('Control+z');
  expect(await at.page.locator(EDITOR).innerHTML()).toBe(fresh);
});

test('a change by somebody else shows within a second or so and leaves the box alone', async () => {
  await at.open('/tickets/1042');
  await at.page.locator(EDITOR).click({ position: { x: 30, y: 20 } });
  await at.page.keyboard.press('Control+Home');
  await at.page.keyboard.type('Half a sen');
  at.desk.colleague({
    ticket: 1042,
    status: 'on-hold',
    message: { visibility: 'internal', html: '<p>Wait.</p>' },
  });
  await expect
    .poll(async () => fieldOf(await at.look(), 'status').values, { timeout: 2500 })
    .toEqual(['On hold']);
  await expect.poll(async () => (await at.look()).messages.length, { timeout: 2500 }).toBe(6);
  await at.page.keyboard.type('tence.');
  expect((await at.look()).composer.text).toMatch(/^Half a sentence\./);
});

test('going to another ticket loads no page, and the draft waits for the way back', async () => {
  await at.open('/tickets/1042');
  await at.page.locator(EDITOR).click({ position: { x: 30, y: 20 } });
  await at.page.keyboard.press('Control+Home');
  await at.page.keyboard.type('For Tamsin');
  await at.page.locator('a[href="/tickets/1043"]').click();
  await expect.poll(async () => (await at.look()).record.id).toBe('1043');
  expect((await at.look()).composer.text).not.toContain('For Tamsin');
  await at.page.goBack();
  await expect.poll(async () => (await at.look()).record.id).toBe('1042');
  await expect.poll(async () => (await at.look()).composer.text).toContain('For Tamsin');
});

test('a cut answer is not sent a second time by the browser', async () => {
  await at.open('/tickets/1042');
  at.desk.fault({ drop: true, path: '/messages' });
  const outcome = await at.page.evaluate(async () => {
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
  expect(at.desk.ledger()).toHaveLength(1);
});
