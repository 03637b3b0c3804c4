import { beforeAll, expect, test } from 'vitest';
import { LiveDesk } from './desk';
import { changesSince, lastTransaction, messages, ticket } from './rt/rest.mjs';
import { propose, receiptDone } from './walk';

let desk: LiveDesk;
beforeAll(async () => {
  desk = await LiveDesk.open();
});

const noteAbout = (what: string) =>
  `Asked the **warehouse** about ${what}.\n\n- scanned on 15 Feb\n- answer by noon`;

/** Every note has words of its own: the activity still shows those of a first try. */
let notes = 0;

for (const session of [true, false]) {
  const way = session ? 'over the session' : 'through the page';
  test(`an internal note is added ${way}; it cannot be taken away, so its undo is another note`, async () => {
    notes += 1;
    const about = `parcel ${notes}`;
    const { id, panel } = await desk.openTicket(session ? 'wrong-size' : 'french', { session });
    const before = await messages(id);
    await propose(desk, panel, { name: 'add_note', arguments: { body: noteAbout(about) } });
    expect(await panel.cards().first().textContent()).toContain('disregard');
    expect(await messages(id)).toHaveLength(before.length);
    await panel.approve(0);
    await receiptDone(panel, about);
    const [note, ...more] = (await messages(id)).slice(before.length);
    expect(more).toEqual([]);
    expect(note).toMatchObject({ type: 'Comment', by: 'maya' });
    expect(note?.text).toMatch(/Asked the <(?:strong|b)>warehouse<\/(?:strong|b)> about/);
    expect(note?.text).toMatch(/<li>\s*answer by noon\s*<\/li>/);

    await panel.receipt(about).getByRole('button', { name: 'Undo', exact: true }).click();
    await panel.cards().getByRole('button', { name: 'Approve and run', exact: true }).click();
    await expect.poll(async () => (await messages(id)).length, { timeout: 30_000 }).toBe(before.length + 2);
    const last = (await messages(id)).at(-1);
    expect(last).toMatchObject({ type: 'Comment', by: 'maya' });
    expect(last?.text).toMatch(/disregard/i);
  });
}

test('three changes are signed with one click and done in order, and nothing else is done', async () => {
  const { id, panel } = await desk.openTicket('late-refund', { session: true });
  const since = await lastTransaction(id);
  desk.says({
    calls: [
      { name: 'set_status', arguments: { status: 'stalled' } },
      { name: 'set_priority', arguments: { priority: 'Medium' } },
      { name: 'add_tag', arguments: { tag: 'refund' } },
    ],
  });
  await panel.page.bringToFront();
  await panel.run('Review');
  await expect.poll(() => panel.cards().count()).toBe(3);
  await panel.approveAll();
  await expect.poll(async () => (await ticket(id)).tags, { timeout: 60_000 }).toEqual(['refund']);
  const changes = await changesSince(id, since);
  expect(changes.map((one) => [one.by, one.field || one.type])).toEqual([
    ['maya', 'Status'],
    ['maya', 'Priority'],
    ['maya', '2'],
  ]);
});

test('no request of the browser left this machine', () => {
  expect(desk.sinkhole.summary()).toBe('');
});
