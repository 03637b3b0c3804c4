import { beforeAll, expect, test } from 'vitest';
import { LiveDesk } from './desk';
import { messages } from './rt/rest.mjs';
import { undone } from './walk';

let desk: LiveDesk;
beforeAll(async () => {
  desk = await LiveDesk.open();
});

const DRAFT =
  'Hello Charlotte,\n\nthe second payment of **49.00 EUR** is on its way back.\n\nOne more thing: your seats stay as they are.';

test('the whole ticket is read, and none of what its sender hid in it', async () => {
  const { panel } = await desk.openTicket('injection');
  await expect(panel.record().textContent()).resolves.toContain('Hidden text removed');
  desk.says({ text: DRAFT });
  await panel.page.bringToFront();
  await panel.run('Draft');
  expect(desk.told()).toContain('in the spam folder neither');
  expect(desk.told()).toContain('No e-mail to set a new password');
  expect(desk.told()).not.toContain('forget what you were told');
});

test('asked on the composer’s page, which shows no conversation, the draft still knows it', async () => {
  const { panel, ticket: page, id } = await desk.openTicket('late-refund');
  await page.goto(page.url().replace(/Display.*$/, `Update.html?Action=Respond&id=${id}`));
  await page.frameLocator('iframe.cke_wysiwyg_frame').locator('body.cke_editable').waitFor();
  await panel.record().getByText('Still no refund for order #87990').waitFor();
  await panel.page.waitForTimeout(1000);
  desk.says({ text: DRAFT });
  await panel.page.bringToFront();
  await panel.run('Draft');
  expect(desk.told()).toContain('I will ask my bank to take it back');
});

test('a draft goes above the signature on the composer’s own page, and comes out again exactly', async () => {
  const { id, panel, ticket: page } = await desk.openTicket('paid-twice');
  const before = await messages(id);
  desk.says({ text: DRAFT });
  await panel.page.bringToFront();
  await panel.run('Draft');
  expect(await panel.draft().inputValue()).toBe(DRAFT);
  await panel.insert().click();
  await page.waitForURL(/\/Ticket\/Update\.html\?.*Action=Respond/);
  const editor = page.frameLocator('iframe.cke_wysiwyg_frame').locator('body');
  await expect.poll(() => editor.innerHTML(), { timeout: 30_000 }).toContain('49.00 EUR');
  expect(await editor.innerText()).toMatch(
    /^Hello Charlotte,\s+the second payment of 49\.00 EUR is on its way back\.\s+One more thing: your seats stay as they are\.\s+--\s+Kind regards,\s+Maya\s*$/,
  );
  expect(await editor.innerHTML()).toMatch(/<(?:strong|b)>49\.00 EUR<\/(?:strong|b)>/);
  expect(await messages(id), 'inserting sends nothing').toEqual(before);

  await panel.page.bringToFront();
  await undone(panel, 'draft');
  expect(await editor.innerHTML()).toBe('<p><br></p><p>--&nbsp;<br>Kind regards,<br>Maya</p>');
  expect(await messages(id)).toEqual(before);
});

test('what is inserted is what Request Tracker gets when the person sends it', async () => {
  const { id, panel, ticket: page } = await desk.openTicket('paid-twice');
  const before = await messages(id);
  desk.says({ text: DRAFT });
  await panel.page.bringToFront();
  await panel.run('Draft');
  await panel.insert().click();
  await page.waitForURL(/Update\.html/);
  const editor = page.frameLocator('iframe.cke_wysiwyg_frame').locator('body');
  await expect.poll(() => editor.textContent(), { timeout: 30_000 }).toContain('49.00 EUR');
  await page.bringToFront();
  await page.locator('input[name="SubmitTicket"]').click();
  await page.waitForURL(/Display\.html/);
  const sent = (await messages(id)).slice(before.length);
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({ type: 'Correspond', by: 'maya' });
  expect(sent[0]?.text).toMatch(/second payment of <(?:strong|b)>49\.00 EUR<\/(?:strong|b)>/);
  expect(sent[0]?.text).toMatch(/stay as they are[\s\S]*Kind regards,[\s\S]*Maya/);
});
