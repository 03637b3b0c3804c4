import { beforeAll, expect, test } from 'vitest';
import { LiveDesk } from './desk';
import { change, lastTransaction, ticket, ticketId, tokenOf } from './rt/rest.mjs';
import { sample } from './sample';
import { propose, receiptDone, refusal } from './walk';

let desk: LiveDesk;
beforeAll(async () => {
  desk = await LiveDesk.open();
});

/** What each call needs, by Request Tracker's own name for the right. */
const NEEDS = [
  ['ModifyTicket', { name: 'set_status', arguments: { status: 'resolved' } }],
  ['ModifyTicket', { name: 'set_priority', arguments: { priority: 'Low' } }],
  ['ReassignTicket', { name: 'assign', arguments: { assignee: 'omar (Omar Haddad)' } }],
  ['ModifyCustomField', { name: 'add_tag', arguments: { tag: 'mine' } }],
  ['ModifyCustomField', { name: 'set_field', arguments: { field: 'Product', value: 'Importer' } }],
  ['CommentOnTicket', { name: 'add_note', arguments: { body: 'A note.' } }],
  ['ReplyToTicket', { name: 'send_reply', arguments: { body: 'A reply.' } }],
] as const;

const WAYS = { page: {}, session: { session: true }, token: {} };

for (const way of sample(['page', 'session', 'token'] as const)) {
  test(`who only reads is told by name which right each tool takes, and nothing is changed (${way})`, async () => {
    await desk.signIn('lena');
    await desk.giveToken(way === 'token' ? tokenOf('lena') : '');
    const { id, panel } = await desk.openTicket('wrong-size', WAYS[way]);
    const since = await lastTransaction(id);
    const record = (await panel.record().textContent()) ?? '';
    for (const right of new Set(NEEDS.map(([name]) => name))) expect(record).toContain(`“${right}”`);
    for (const [right, call] of NEEDS) {
      desk.says({ calls: [call] });
      await panel.page.bringToFront();
      await panel.run('Review');
      await expect.poll(() => refusal(panel), { message: call.name }).toContain(`“${right}”`);
      expect(await panel.cards().count(), call.name).toBe(0);
    }
    expect(await lastTransaction(id)).toBe(since);
  });
}

test('who may only comment is offered a note and nothing else', async () => {
  await desk.signIn('piet');
  await desk.giveToken('');
  const { panel } = await desk.openTicket('wrong-size', { session: true });
  await panel.record().getByText('With this page’s session: add a note.').waitFor();
  await panel.record().getByText('Not with this account: send a reply (right “ReplyToTicket”).').waitFor();
});

/** What Maya may do until the rights are taken away, each with a value that the ticket has not. */
const TAKEN = [
  ['ModifyCustomField', { name: 'remove_tag', arguments: { tag: 'kept' } }] as const,
  ...NEEDS.map(([right, call]) => [right, call] as const),
];

for (const way of sample(['page', 'session', 'token'] as const)) {
  test(`rights that were taken away after the cards were drawn: each is refused by its name, nothing is changed (${way})`, async () => {
    await desk.signIn('maya');
    await desk.giveToken(way === 'token' ? tokenOf('maya') : '');
    await change(ticketId('french'), { CustomFields: { Tags: ['kept'] }, Priority: 100 });
    const { id, panel } = await desk.openTicket('french', WAYS[way]);
    desk.says({ calls: TAKEN.map(([, call]) => call) });
    await panel.page.bringToFront();
    await panel.run('Review');
    await expect.poll(() => panel.cards().count()).toBe(TAKEN.length);
    const since = await lastTransaction(id);
    const before = await ticket(id);
    const rights = [...new Set(TAKEN.map(([right]) => right))];
    for (const right of rights) await desk.changeRight('take', right);
    try {
      for (const [at, [right, { name }]] of TAKEN.entries()) {
        const card = panel.cards().nth(at);
        expect(await card.textContent(), name).not.toContain(right);
        await panel.approve(at);
        // through the page it is refused as soon as its form is there, before it is held
        if (name === 'send_reply' && way !== 'page') await panel.button('Send now').click();
        await expect.poll(() => card.textContent(), { message: name, timeout: 20_000 }).toContain(right);
      }
      expect(await lastTransaction(id)).toBe(since);
      expect(await ticket(id)).toEqual(before);
    } finally {
      for (const right of rights) await desk.changeRight('give', right);
    }
  });

  test(`a right that was taken away before an undo: refused by its name, and what was done stays (${way})`, async () => {
    await desk.giveToken(way === 'token' ? tokenOf('maya') : '');
    const { id, panel } = await desk.openTicket('injection', WAYS[way]);
    const title = await propose(desk, panel, { name: 'set_status', arguments: { status: 'stalled' } });
    await panel.approve(0);
    await expect.poll(async () => (await ticket(id)).status, { timeout: 30_000 }).toBe('stalled');
    await receiptDone(panel, title);
    const since = await lastTransaction(id);
    await desk.changeRight('take', 'ModifyTicket');
    try {
      await panel.receiptOf(title).getByRole('button', { name: 'Undo', exact: true }).click();
      await expect.poll(() => panel.page.textContent('body'), { timeout: 20_000 }).toContain('ModifyTicket');
      expect(await lastTransaction(id)).toBe(since);
    } finally {
      await desk.changeRight('give', 'ModifyTicket');
      await change(id, { Status: 'new' });
    }
  });
}
