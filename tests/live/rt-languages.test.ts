import { beforeAll, expect, test } from 'vitest';
import { LiveDesk } from './desk';
import { messages, ticket, tokenOf } from './rt/rest.mjs';
import { sample } from './sample';
import { propose, receiptDone, undone } from './walk';

let desk: LiveDesk;
beforeAll(async () => {
  desk = await LiveDesk.open();
});

/** Language, way and ticket; a status by the word of that language, and what it is to Request Tracker. */
const WALKS = [
  ['fr', 'page', 'late-refund', 'stagnant', 'stalled'],
  ['fr', 'session', 'paid-twice', 'résolu', 'resolved'],
  ['fr', 'token', 'import-stops', 'rejeté', 'rejected'],
  ['de', 'session', 'wrong-size', 'zurückgestellt', 'stalled'],
  ['es', 'token', 'french', 'pendiente', 'stalled'],
] as const;

for (const [lang, way, key, status, own] of sample(WALKS)) {
  test(`a status by the word that the page shows, taken back, and a note (${lang}, ${way})`, async () => {
    await desk.prefer('maya', 'Lang', lang);
    await desk.giveToken(way === 'token' ? tokenOf('maya') : '');
    const { id, panel } = await desk.openTicket(key, { session: way === 'session' });
    const before = await ticket(id);
    const title = await propose(desk, panel, { name: 'set_status', arguments: { status } });
    await panel.approve(0);
    await expect.poll(async () => (await ticket(id)).status, { timeout: 30_000 }).toBe(own);
    await receiptDone(panel, title);
    await undone(panel, title);
    expect((await ticket(id)).status).toBe(before.status);

    const written = await messages(id);
    await propose(desk, panel, { name: 'add_note', arguments: { body: `Only for us (${lang}, ${way}).` } });
    await panel.cards().getByRole('button', { name: 'Approve and run', exact: true }).last().click();
    await receiptDone(panel, `Only for us (${lang}, ${way})`);
    const [note, ...more] = (await messages(id)).slice(written.length);
    expect(more).toEqual([]);
    expect(note).toMatchObject({ type: 'Comment', by: 'maya' });
  });
}
