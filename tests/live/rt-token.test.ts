import { beforeAll, expect, test } from 'vitest';
import { LiveDesk } from './desk';
import { messages, tokenOf } from './rt/rest.mjs';
import { STEPS, walkStep } from './steps';
import { propose, receiptDone } from './walk';

let desk: LiveDesk;
beforeAll(async () => {
  desk = await LiveDesk.open();
  await desk.giveToken(tokenOf('maya'));
});

const WAY = 'over the API';

test('each field by the token that was given in Settings, and taken back by it', async () => {
  const asked: string[] = [];
  const opened = await desk.openTicket('paid-twice');
  opened.ticket.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
  for (const step of STEPS) await walkStep(desk, { ...opened, way: WAY }, step);
  expect(
    asked.filter((line) => !line.startsWith('GET ')),
    'the page was not asked',
  ).toEqual([]);
  const { stored, html } = await opened.ticket.evaluate(() => ({
    stored: JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
    html: document.documentElement.outerHTML,
  }));
  expect(stored + html, 'the page never sees the token').not.toContain(tokenOf('maya'));
});

test('a note by token; it cannot be taken away, so its undo is another note', async () => {
  const { id, panel } = await desk.openTicket('french');
  const before = await messages(id);
  await propose(desk, panel, { name: 'add_note', arguments: { body: 'Asked **billing** for the PDF.' } });
  expect(await panel.cards().first().textContent()).toContain(WAY);
  await panel.approve(0);
  await receiptDone(panel, 'billing');
  const [note, ...more] = (await messages(id)).slice(before.length);
  expect(more).toEqual([]);
  expect(note).toMatchObject({ type: 'Comment', by: 'maya' });
  expect(note?.text).toMatch(/Asked <(?:strong|b)>billing<\/(?:strong|b)>/);
  await panel.receipt('billing').getByRole('button', { name: 'Undo', exact: true }).click();
  await panel.cards().getByRole('button', { name: 'Approve and run', exact: true }).click();
  await expect.poll(async () => (await messages(id)).length, { timeout: 30_000 }).toBe(before.length + 2);
  expect((await messages(id)).at(-1)).toMatchObject({ type: 'Comment', by: 'maya' });
  expect((await messages(id)).at(-1)?.text).toMatch(/disregard/i);
});

test('a reply by token is held; cancelled it is never sent, sent now it stands in the thread once', async () => {
  const { id, panel } = await desk.openTicket('late-refund');
  const before = await messages(id);
  const body = 'Hello Sofia,\n\nthe **refund** was released today.';
  await propose(desk, panel, { name: 'send_reply', arguments: { body } });
  await panel.approve(0);
  await panel.button('Cancel send').click();
  await panel.cards().getByText('Cancelled', { exact: true }).waitFor();
  expect(await messages(id)).toEqual(before);
  await propose(desk, panel, { name: 'send_reply', arguments: { body } });
  await panel.cards().getByRole('button', { name: 'Approve and run', exact: true }).click();
  await panel.button('Send now').click();
  await receiptDone(panel, 'released');
  const sent = (await messages(id)).slice(before.length);
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({ type: 'Correspond', by: 'maya' });
});
