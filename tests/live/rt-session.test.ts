import { afterAll, beforeAll, expect, test } from 'vitest';
import { LiveDesk } from './desk';
import { ticket } from './rt/rest.mjs';
import { propose, receiptDone, undone } from './walk';

let desk: LiveDesk;
beforeAll(async () => {
  desk = await LiveDesk.open();
});
afterAll(() => desk?.close());

test('fields and a tag are changed over the session, each on its own click, and taken back', async () => {
  const { id, panel } = await desk.openTicket('paid-twice', { session: true });
  const before = await ticket(id);
  const wanted = [
    { call: { name: 'set_status', arguments: { status: 'stalled' } }, shows: { status: 'stalled' } },
    { call: { name: 'set_priority', arguments: { priority: 'Low' } }, shows: { priority: 'Low' } },
    { call: { name: 'add_tag', arguments: { tag: 'double payment' } }, shows: { tags: ['double payment'] } },
    {
      call: { name: 'set_field', arguments: { field: 'Product', value: 'Invoices' } },
      shows: { product: 'Invoices' },
    },
  ];
  for (const { call, shows } of wanted) {
    const title = await propose(desk, panel, call);
    expect(await ticket(id), 'a proposal changes nothing').toMatchObject({
      ...before,
      version: before.version,
    });
    await panel.approve(0);
    await receiptDone(panel, title);
    expect(await panel.receipt(title).textContent()).toContain('session');
    expect(await ticket(id)).toMatchObject(shows);
    await undone(panel, title);
    const { version: _now, ...after } = await ticket(id);
    expect({ ...after, version: before.version }, `after the undo of ${call.name}`).toEqual(before);
    before.version = (await ticket(id)).version;
  }
});
