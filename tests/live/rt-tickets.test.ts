import { beforeAll, expect, test } from 'vitest';
import { LiveDesk } from './desk';
import { writeNotes } from './rt/alter.mjs';
import { change, lastTransaction, make, messages, ticket, tokenOf } from './rt/rest.mjs';
import { sample } from './sample';
import { propose, receiptDone, undone } from './walk';

let desk: LiveDesk;
beforeAll(async () => {
  desk = await LiveDesk.open();
});

type Way = 'page' | 'session' | 'token';
const SOFIA = { Requestor: ['sofia.rossi@customer.example'] };
const HISTORY_LATER = '#deferred_ticket_history a';

async function open(way: Way, id: string, loaded?: string) {
  await desk.giveToken(way === 'token' ? tokenOf('maya') : '');
  return await desk.openById(id, { session: way === 'session', ...(loaded ? { loaded } : {}) });
}

const becomes = (id: string, status: string) =>
  expect.poll(async () => (await ticket(id)).status, { timeout: 45_000 }).toBe(status);

/** A status and a note, each seen in Request Tracker's own data; the status is taken back. */
async function work(
  panel: Awaited<ReturnType<typeof open>>['panel'],
  id: string,
  body: string,
): Promise<void> {
  const { status: first } = await ticket(id);
  const title = await propose(desk, panel, { name: 'set_status', arguments: { status: 'stalled' } });
  await panel.approve(0);
  await becomes(id, 'stalled');
  await receiptDone(panel, title);
  await undone(panel, title);
  expect((await ticket(id)).status).toBe(first);

  const written = await messages(id);
  await propose(desk, panel, { name: 'add_note', arguments: { body } });
  await panel.cards().getByRole('button', { name: 'Approve and run', exact: true }).last().click();
  await receiptDone(panel, body);
  const added = (await messages(id)).slice(written.length);
  expect(added.map((one) => [one.type, one.by])).toEqual([['Comment', 'maya']]);
  expect(added[0]?.text).toContain(body);
}

for (const way of sample(['page', 'session', 'token'] as const)) {
  test(`a merged ticket: what is done at its address is done on the one that it became (${way})`, async () => {
    const id = await make({ Subject: 'The same once more', ...SOFIA });
    const into = await make({ Subject: `The first of two (${way})`, ...SOFIA });
    await change(id, { MergeInto: into });
    const { panel } = await open(way, id);
    await panel.record().getByText(`${id} was merged into ${into}.`).waitFor();
    await work(panel, into, `On the merged one (${way}).`);
  });
}

for (const way of sample(['page', 'token'] as const)) {
  test(`newest on top: a status and a note, and what was done is found (${way})`, async () => {
    const id = await make({ Subject: `Upside down (${way})`, ...SOFIA });
    await desk.prefer('maya', 'OldestTransactionsFirst', '0');
    try {
      const { panel } = await open(way, id);
      await work(panel, id, `At the top (${way}).`);
    } finally {
      await desk.prefer('maya', 'OldestTransactionsFirst', undefined);
    }
  });
}

test('a history that comes on a click, not clicked: over the session all of it is known, and a status and a note are done', async () => {
  const id = await make({ Subject: 'Half there', ...SOFIA });
  await desk.prefer('maya', 'ShowHistory', 'click');
  try {
    const { panel } = await open('session', id, HISTORY_LATER);
    await work(panel, id, 'Below the fold.');
  } finally {
    await desk.prefer('maya', 'ShowHistory', undefined);
  }
});

/** What shows that the page is there, and how a note through it ends: nobody can see it, or see what was written since. */
const HALF = {
  click: { loaded: HISTORY_LATER, ends: 'Not certain', notes: 1 },
  scroll: { loaded: '.transaction.message', ends: 'Not done', notes: 0 },
} as const;
for (const way of sample(['click', 'scroll'] as const)) {
  test(`a history that is not all loaded (${way}): a status goes through the page and back, a note is never said to be done`, async () => {
    const { loaded, ends, notes } = HALF[way];
    const id = await make({ Subject: `Half there (${way})`, ...SOFIA });
    await writeNotes(id, 110);
    await desk.prefer('maya', 'ShowHistory', way);
    try {
      const { panel } = await open('page', id, loaded);
      const title = await propose(desk, panel, { name: 'set_status', arguments: { status: 'stalled' } });
      await panel.approve(0);
      await becomes(id, 'stalled');
      await receiptDone(panel, title);
      await undone(panel, title);
      expect((await ticket(id)).status).toBe('new');

      await propose(desk, panel, { name: 'add_note', arguments: { body: 'Into the dark.' } });
      await panel.cards().getByRole('button', { name: 'Approve and run', exact: true }).last().click();
      const card = panel.cards().filter({ hasText: 'Into the dark.' }).first();
      await card.getByText(ends, { exact: true }).waitFor();
      const written = (await messages(id)).filter((one) => one.text.includes('Into the dark.'));
      expect(written).toHaveLength(notes);
    } finally {
      await desk.prefer('maya', 'ShowHistory', undefined);
    }
  });
}

for (const way of sample(['page', 'session', 'token'] as const)) {
  test(`a life cycle of the team’s own: what may come next is done and taken back, what may not is refused (${way})`, async () => {
    const id = await make({ Queue: 'Returns', Subject: `A lamp (${way})`, ...SOFIA });
    await change(id, { Status: 'being checked' });
    const { panel } = await open(way, id);
    const since = await lastTransaction(id);
    desk.says({ calls: [{ name: 'set_status', arguments: { status: 'arrived' } }] });
    await panel.page.bringToFront();
    await panel.run('Review');
    await expect.poll(() => panel.alert().allTextContents().then(String)).toContain('arrived');
    expect(await panel.cards().count()).toBe(0);
    expect(await lastTransaction(id)).toBe(since);

    const title = await propose(desk, panel, {
      name: 'set_status',
      arguments: { status: 'waiting for parts' },
    });
    await panel.approve(0);
    await becomes(id, 'waiting for parts');
    await receiptDone(panel, title);
    await undone(panel, title);
    expect((await ticket(id)).status).toBe('being checked');
  });
}

test('a step that the life cycle does not let anybody take back: undo is refused, and what was done stays', async () => {
  const id = await make({ Queue: 'Returns', Subject: 'A chair', ...SOFIA });
  const { panel } = await open('session', id);
  const title = await propose(desk, panel, { name: 'set_status', arguments: { status: 'being checked' } });
  await panel.approve(0);
  await becomes(id, 'being checked');
  await receiptDone(panel, title);
  const since = await lastTransaction(id);
  await panel.receiptOf(title).getByRole('button', { name: 'Undo', exact: true }).click();
  await expect
    .poll(() => panel.page.innerText('body'), { timeout: 20_000 })
    .toMatch(/“arrived” is not among|change status from/);
  expect(await lastTransaction(id)).toBe(since);
  expect((await ticket(id)).status).toBe('being checked');
});
