import { beforeAll, expect, test } from 'vitest';
import { LiveDesk } from './desk';
import { lastTransaction, messages, SEED, ticket, tokenOf } from './rt/rest.mjs';
import { propose, receiptDone, refusal, undone } from './walk';

const LINKED = {
  kind: 'article',
  title: 'How to send a jacket back',
  text: 'Print the label and bring the parcel to the post.',
  url: 'https://help.shop.example/returns',
  state: 'public',
};

let desk: LiveDesk;
beforeAll(async () => {
  desk = await LiveDesk.open();
});

const EDITOR = 'iframe.cke_wysiwyg_frame';
const SIGNATURE = '<p>--&nbsp;<br>Kind regards,<br>Maya</p>';

test('an article of Request Tracker is put into the reply as a macro is, nothing is sent, and undo takes it out', async () => {
  const { id, panel, ticket: page } = await desk.openTicket('wrong-size', { session: true });
  const { version } = await ticket(id);
  const since = await lastTransaction(id);
  const [article] = SEED.articles;
  const title = await propose(desk, panel, { name: 'apply_macro', arguments: { macro: article?.title } });
  await panel.approve(0);
  await page.waitForURL(/\/Ticket\/Update\.html\?.*Action=Respond/);
  await receiptDone(panel, title);
  const editor = page.frameLocator(EDITOR).locator('body');
  const [first = '', ...more] = (article?.text ?? '').split('\n').filter(Boolean);
  for (const line of [first, ...more]) expect(await editor.innerText()).toContain(line);
  expect(await lastTransaction(id)).toBe(since);
  await panel.page.bringToFront();
  await undone(panel, title);
  expect(await editor.innerHTML()).toBe(`<p><br></p>${SIGNATURE}`);
  expect((await ticket(id)).version).toBe(version);
});

for (const way of ['page', 'token'] as const) {
  test(`articles of Request Tracker are asked for with the page’s session only; without it there is no such macro (${way})`, async () => {
    await desk.giveToken(way === 'token' ? tokenOf('maya') : '');
    const { panel } = await desk.openTicket('wrong-size');
    const macro = SEED.articles[0]?.title;
    desk.says({ calls: [{ name: 'apply_macro', arguments: { macro } }] });
    await panel.run('Review');
    await expect.poll(() => refusal(panel)).not.toBe('');
    expect(await panel.cards().count()).toBe(0);
  });
}

test('a link to an article of the team’s own stands in the reply, is sent by the person, and reaches Request Tracker', async () => {
  await desk.giveToken('');
  await desk.importKnowledge([LINKED]);
  const { id, panel, ticket: page } = await desk.openTicket('paid-twice');
  const before = await messages(id);
  const title = await propose(desk, panel, { name: 'link_article', arguments: { article: LINKED.title } });
  await panel.approve(0);
  await page.waitForURL(/\/Ticket\/Update\.html\?.*Action=Respond/);
  await receiptDone(panel, title);
  const editor = page.frameLocator(EDITOR).locator('body');
  // RT's editor takes no links: the address stands behind the words
  const link = `${LINKED.title} (${LINKED.url})`;
  expect(await editor.innerText()).toContain(link);
  await panel.page.bringToFront();
  await undone(panel, title);
  expect(await editor.innerHTML()).toBe(`<p><br></p>${SIGNATURE}`);
  expect(await messages(id)).toEqual(before);

  await propose(desk, panel, { name: 'link_article', arguments: { article: LINKED.title } });
  await panel.cards().getByRole('button', { name: 'Approve and run', exact: true }).last().click();
  await expect.poll(() => editor.innerHTML(), { timeout: 20_000 }).toContain(LINKED.url);
  await page.bringToFront();
  await page.locator('input[name="SubmitTicket"]').click();
  await page.waitForURL(/Display\.html/);
  const sent = (await messages(id)).slice(before.length);
  expect(sent.map((one) => one.type)).toEqual(['Correspond']);
  expect(sent[0]?.text).toContain(link);
});

test('a summary is asked for with the whole conversation, shows none of the hidden words, and changes nothing', async () => {
  const { id, panel } = await desk.openTicket('late-refund', { session: true });
  const since = await lastTransaction(id);
  desk.says({ calls: [{ name: 'summarize', arguments: {} }], later: ['A parcel came back in February.'] });
  await panel.page.bringToFront();
  await panel.run('Suggest');
  const asked = desk.requests().map((one) => JSON.stringify(one.messages));
  expect(asked.at(-2)).toContain('I will ask my bank to take it back');
  expect(asked.at(-2)).toContain('booked on another order by mistake');
  expect(asked.at(-1)).toContain('A parcel came back in February.');
  expect(await lastTransaction(id)).toBe(since);
});
