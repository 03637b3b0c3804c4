import { afterAll, beforeAll, expect, test } from 'vitest';
import { LiveDesk } from './desk';
import { lastTransaction, tokenOf } from './rt/rest.mjs';
import { propose, refusal } from './walk';

let desk: LiveDesk;
beforeAll(async () => {
  desk = await LiveDesk.open();
});
afterAll(() => desk?.close());

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

for (const way of ['page', 'session', 'token'] as const) {
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

for (const way of ['page', 'session', 'token'] as const) {
  test(`a right that was taken away after the card was drawn: refused by its name, nothing changed (${way})`, async () => {
    await desk.signIn('maya');
    await desk.giveToken(way === 'token' ? tokenOf('maya') : '');
    const { id, panel } = await desk.openTicket('french', WAYS[way]);
    await propose(desk, panel, { name: 'set_status', arguments: { status: 'rejected' } });
    const since = await lastTransaction(id);
    desk.changeRight('take', 'ModifyTicket');
    try {
      await panel.approve(0);
      const card = panel.cards().first();
      await expect.poll(() => card.textContent(), { timeout: 20_000 }).toContain('ModifyTicket');
      expect(await lastTransaction(id)).toBe(since);
    } finally {
      desk.changeRight('give', 'ModifyTicket');
    }
  });
}
