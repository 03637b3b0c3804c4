import { beforeAll, expect, test } from 'vitest';
import { LiveDesk } from './desk';
import { change, changesSince, lastTransaction, messages, ticket } from './rt/rest.mjs';
import { propose, receiptDone } from './walk';

let desk: LiveDesk;
beforeAll(async () => {
  desk = await LiveDesk.open();
});

test('a status that a colleague changed after the card was drawn is not written over', async () => {
  const { id, panel } = await desk.openTicket('paid-twice', { session: true });
  await propose(desk, panel, { name: 'set_status', arguments: { status: 'stalled' } });
  await change(id, { Status: 'resolved' });
  await panel.approve(0);
  await panel.cards().getByText('Changed: look again').waitFor();
  expect(await panel.cards().first().textContent()).toContain('resolved');
  expect((await ticket(id)).status).toBe('resolved');
});

test('through the page one field is sent, so what a colleague changed beside it stays', async () => {
  const { id, panel } = await desk.openTicket('wrong-size');
  // the page that is open still shows the old values of these
  await change(id, { Priority: 100, CustomFields: { Product: 'Importer' } });
  const since = await lastTransaction(id);
  await propose(desk, panel, { name: 'set_status', arguments: { status: 'stalled' } });
  await panel.approve(0);
  await expect.poll(async () => (await ticket(id)).status, { timeout: 30_000 }).toBe('stalled');
  await receiptDone(panel, 'Set the status to “stalled”');
  await propose(desk, panel, { name: 'add_tag', arguments: { tag: 'exchange' } });
  await panel.approve((await panel.cards().count()) - 1);
  await receiptDone(panel, 'exchange');
  expect(await ticket(id)).toMatchObject({
    status: 'stalled',
    priority: 'High',
    tags: ['exchange'],
    product: 'Importer',
  });
  const changes = await changesSince(id, since);
  expect(changes.map((one) => one.field)).toEqual(['Status', '2']);
});

test('nothing is done once another agent is signed in, though the page still shows the first', async () => {
  const { id, panel } = await desk.openTicket('french', { session: true });
  const before = await ticket(id);
  await propose(desk, panel, { name: 'set_priority', arguments: { priority: 'High' } });
  await desk.signIn('omar');
  try {
    await panel.page.bringToFront();
    await panel.approve(0);
    await expect.poll(() => panel.cards().first().textContent(), { timeout: 15_000 }).toContain('omar');
    expect(await ticket(id)).toEqual(before);
  } finally {
    await desk.signIn('maya');
  }
});

test('signed out: the panel says so, and nothing is done', async () => {
  const { id, panel } = await desk.openTicket('injection', { session: true });
  const before = await ticket(id);
  await propose(desk, panel, { name: 'set_status', arguments: { status: 'resolved' } });
  await desk.signOut();
  try {
    await panel.page.bringToFront();
    await panel.approve(0);
    await expect.poll(() => panel.cards().first().textContent(), { timeout: 15_000 }).toContain('signed out');
    expect(await ticket(id)).toEqual(before);
  } finally {
    await desk.signIn('maya');
  }
});

for (const session of [true, false]) {
  const way = session ? 'over the session' : 'through the page';
  test(`a reply ${way} is held; cancelled it is never sent, sent now it stands in the thread once`, async () => {
    const { id, panel } = await desk.openTicket('late-refund', { session });
    const before = await messages(id);
    const body = `Hello Sofia,\n\nthe **refund** was released today (${way}).`;
    await propose(desk, panel, { name: 'send_reply', arguments: { body } });
    await panel.approve(0);
    await panel.button('Cancel send').click();
    await panel.cards().getByText('Cancelled', { exact: true }).waitFor();
    expect(await messages(id)).toEqual(before);

    await propose(desk, panel, { name: 'send_reply', arguments: { body } });
    await panel.cards().getByRole('button', { name: 'Approve and run', exact: true }).click();
    await panel.button('Send now').click();
    await receiptDone(panel, way);
    const sent = (await messages(id)).slice(before.length);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ type: 'Correspond', by: 'maya' });
    expect(sent[0]?.text).toMatch(/<(?:strong|b)>refund<\/(?:strong|b)> was released today/);
  });
}
