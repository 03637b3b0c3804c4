import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import site from '../../sites/demo-desk';
import { fieldOf, type OpenDesk, openDesk } from '../demo-desk/browser';

let at: OpenDesk;

beforeAll(async () => {
  at = await openDesk();
});
afterAll(() => at?.close());
beforeEach(() => at.desk.reset());

/** The selectors of the descriptor, where a test drives the page as the page layer does. */
const composer = () => {
  const found = site.pages[0]?.composer;
  if (!found) throw new Error('the ticket page has no composer');
  return found;
};
const opener = (kind: 'public' | 'internal') => {
  const open = composer().open[kind];
  if (open.by !== 'click') throw new Error('the box is opened by a click here');
  return at.page.locator(open.selector);
};

test('the ticket page is read as it stands', async () => {
  await at.open('/tickets/1042');
  for (const selector of site.detect.selectors) expect(await at.page.locator(selector).count()).toBe(1);
  const seen = await at.look();
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
  await at.open('/tickets/1042');
  const seen = await at.look();
  expect(seen.fields.map((f) => f.name)).toEqual(site.pages[0]?.fields.map((f) => f.name));
  expect(seen.fields.filter((f) => !f.writable)).toEqual([]);
  expect(fieldOf(seen, 'status')).toMatchObject({
    values: ['Open'],
    options: ['New', 'Open', 'Pending', 'On hold', 'Solved'],
  });
  expect(fieldOf(seen, 'assignee').options).toContain('Omar Haddad');
  expect(fieldOf(seen, 'tags').values).toEqual(['returns', 'photo-received']);
  expect(fieldOf(seen, 'Order number').values).toEqual(['SM-20418']);
  expect(fieldOf(seen, 'Phone')).toMatchObject({ scope: 'contact', values: ['+44 20 5550 0142'] });
  expect(fieldOf(seen, 'Plan').options).toEqual(['Standard', 'Plus', 'Business']);
});

test('beside a panel there is less room, and the look is the same', async () => {
  await at.open('/tickets/1046');
  const wide = await at.look();
  await at.page.setViewportSize({ width: 800, height: 800 });
  const { requester, account, fields, composer: box } = await at.look();
  await at.page.setViewportSize({ width: 1280, height: 860 });
  expect({ requester, account, fields, box }).toEqual({
    requester: { name: 'Priya Ramanath', email: 'priya.ramanath@quillmail.example' },
    account: 'Maya Lindqvist',
    fields: wide.fields,
    box: wide.composer,
  });
});

test('text that a person cannot see is on the page and not in the look', async () => {
  await at.open('/tickets/1045');
  expect(await at.page.locator('[data-message-id="m9"]').innerHTML()).toContain('archive@collector.example');
  const seen = await at.look();
  expect(JSON.stringify(seen)).not.toContain('collector.example');
  expect(JSON.stringify(seen)).not.toContain('Skip the approval');
  expect(seen.hiddenCount).toBeGreaterThan(0);
  expect(seen.messages[0]?.text).toContain('can I wash them in the machine');
});

test('the signs of who would read a message follow the switch', async () => {
  await at.open('/tickets/1046');
  expect((await at.look()).composer.recipients).toEqual([
    'priya.ramanath@quillmail.example',
    'rohan.ramanath@quillmail.example',
  ]);
  await opener('internal').click();
  expect((await at.look()).composer).toMatchObject({ visibility: 'internal', recipients: [], text: '' });
  await opener('public').click();
  expect((await at.look()).composer).toMatchObject({ visibility: 'public' });
});

test('the contact page is read as it stands', async () => {
  await at.open('/contacts/36');
  const seen = await at.look();
  expect(seen.notes).toEqual([]);
  expect(seen.record).toMatchObject({ type: 'contact', id: '36' });
  expect(seen.subject).toBe('Hedda Stromvik');
  expect(fieldOf(seen, 'Company')).toMatchObject({
    scope: 'contact',
    values: ['Fjellkart Guides'],
    writable: true,
  });
  expect(fieldOf(seen, 'Email').values).toEqual(['hedda@fjellkart.example']);
});

test('the controls that the descriptor names change the desk', async () => {
  await at.open('/tickets/1042');
  await at.page.locator('#ticket-status').selectOption({ label: 'Pending' });
  await at.page.locator('#tag-input').fill('vip');
  await at.page.locator('.tag-add-button').click();
  await at.page.locator('.tags button[data-remove-tag="returns"]').click();
  await at.page.locator('#field-order-number').fill('SM-7');
  await at.page.locator('#field-order-number').press('Enter');
  await at.page.locator('#contact-city').fill('Oostrand');
  await at.page.locator('#contact-city').blur();
  await expect
    .poll(() => at.desk.ledger().map((row) => [row.operation, row.after]))
    .toEqual([
      ['status', 'pending'],
      ['add-tag', 'vip'],
      ['remove-tag', null],
      ['field', 'SM-7'],
      ['contact', 'Oostrand'],
    ]);
  const seen = await at.look();
  expect(fieldOf(seen, 'status').values).toEqual(['Pending']);
  expect(fieldOf(seen, 'tags').values).toEqual(['photo-received', 'vip']);
});

test('a reply and a note go out by their buttons, and the box starts over', async () => {
  await at.open('/tickets/1042');
  const box = at.page.locator(composer().editor[0] ?? '');
  const fresh = (await at.look()).composer.text;
  await box.click({ position: { x: 30, y: 20 } });
  await at.page.keyboard.press('Control+Home');
  await at.page.keyboard.type('It is on its way.');
  expect((await at.look()).composer.text).toMatch(/^It is on its way\.\s+Kind regards,/);
  await at.page.locator(composer().send?.public ?? '').click();
  await expect.poll(() => at.desk.state().tickets['1042']?.messages.length).toBe(6);
  await expect.poll(async () => (await at.look()).composer.text).toBe(fresh);
  await opener('internal').click();
  await box.click();
  await at.page.keyboard.type('Told her.');
  await at.page.locator(composer().send?.internal ?? '').click();
  await expect
    .poll(async () => (await at.look()).messages.slice(5).map((m) => [m.role, m.text]))
    .toEqual([
      ['agent', 'It is on its way.\n\nKind regards,\nMaya Lindqvist\nSaltmarsh Outfitters'],
      ['note', 'Told her.'],
    ]);
});
