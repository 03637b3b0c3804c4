import { afterAll, beforeAll, expect, test } from 'vitest';
import { LiveDesk } from './desk';
import { ticket } from './rt/rest.mjs';
import { propose, receiptDone, undone } from './walk';

let desk: LiveDesk;
beforeAll(async () => {
  desk = await LiveDesk.open();
});
afterAll(() => desk?.close());

const STEPS = [
  { call: { name: 'set_status', arguments: { status: 'open' } }, shows: { status: 'open' } },
  { call: { name: 'set_priority', arguments: { priority: 'High' } }, shows: { priority: 'High' } },
  { call: { name: 'assign', arguments: { assignee: 'omar (Omar Haddad)' } }, shows: { owner: 'omar' } },
  { call: { name: 'add_tag', arguments: { tag: 'import' } }, shows: { tags: ['import'] } },
  {
    call: { name: 'set_field', arguments: { field: 'Product', value: 'Importer' } },
    shows: { product: 'Importer' },
  },
];

for (const { call, shows } of STEPS) {
  test(`${call.name} through the page: its form loads the page anew, and the run survives it`, async () => {
    const { id, panel } = await desk.openTicket('import-stops');
    const { version: _before, ...before } = await ticket(id);
    const title = await propose(desk, panel, call);
    await panel.approve(0);
    await receiptDone(panel, title);
    expect(await panel.receipt(title).textContent()).toContain('on the page');
    expect(await ticket(id)).toMatchObject(shows);
    await undone(panel, title);
    const { version: _after, ...after } = await ticket(id);
    expect(after).toEqual(before);
  });
}
