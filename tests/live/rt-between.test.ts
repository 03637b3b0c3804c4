import type { Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { LiveDesk } from './desk';
import { change, tag, ticket, ticketId, tokenOf } from './rt/rest.mjs';
import { propose, receiptDone, undone } from './walk';

let desk: LiveDesk;
beforeAll(async () => {
  desk = await LiveDesk.open();
});

const WAYS = ['page', 'session', 'token'] as const;
const STATUS = { name: 'set_status', arguments: { status: 'stalled' } };

/** A ticket whose fields are acted on in this way. */
async function open(way: (typeof WAYS)[number], key: string) {
  await desk.giveToken(way === 'token' ? tokenOf('maya') : '');
  return await desk.openTicket(key, { session: way === 'session' });
}

/** Holds the write on the wire until something else has happened. */
async function whileWriting(page: Page, meanwhile: () => Promise<unknown>): Promise<number[]> {
  const answers: number[] = [];
  await page.route('**/REST/2.0/ticket/*', async (route) => {
    if (route.request().method() !== 'PUT') return await route.continue();
    await meanwhile();
    const answer = await route.fetch();
    answers.push(answer.status());
    await route.fulfill({ response: answer });
  });
  return answers;
}

for (const way of WAYS) {
  test(`a status that a colleague changed since is not written over, and the card has all three (${way})`, async () => {
    await change(ticketId('paid-twice'), { Status: 'open' });
    const { id, panel } = await open(way, 'paid-twice');
    await propose(desk, panel, STATUS);
    await change(id, { Status: 'rejected' });
    await panel.approve(0);
    const card = panel.cards().first();
    await expect.poll(() => card.textContent(), { timeout: 20_000 }).toMatch(/(?:before|was) “open”/);
    expect(await card.textContent()).toMatch(/(?:is )?now “rejected”/);
    expect(await card.textContent()).toContain('stalled');
    expect((await ticket(id)).status).toBe('rejected');
  });

  test(`tags one by one: what colleagues add before and after ours stays, to the last (${way})`, async () => {
    const { id, panel } = await open(way, 'wrong-size');
    const title = await propose(desk, panel, { name: 'add_tag', arguments: { tag: `ours ${way}` } });
    await tag(id, 'add', `theirs ${way}`);
    await panel.approve(0);
    // who looks over the API sees their tag, and shows it before anything is done
    if (way !== 'page') {
      await panel.cards().getByText('Changed: look again').waitFor();
      await panel.approve(0);
    }
    await receiptDone(panel, title);
    expect((await ticket(id)).tags).toEqual(expect.arrayContaining([`theirs ${way}`, `ours ${way}`]));
    await tag(id, 'add', `later ${way}`);
    await undone(panel, title);
    const { tags } = await ticket(id);
    expect(tags).toEqual(expect.arrayContaining([`theirs ${way}`, `later ${way}`]));
    expect(tags).not.toContain(`ours ${way}`);
  });
}

for (const way of ['session', 'token'] as const) {
  test(`a change while our write is on the wire: Request Tracker answers 412, and nothing is lost (${way})`, async () => {
    const { id, panel, ticket: page } = await open(way, 'import-stops');
    const { priority: first } = await ticket(id);
    await propose(desk, panel, { name: 'set_priority', arguments: { priority: 'High' } });
    const from = way === 'session' ? page : panel.page;
    const answers = await whileWriting(from, () => change(id, { Priority: 0 }));
    await panel.approve(0);
    const card = panel.cards().first();
    await expect.poll(() => card.textContent(), { timeout: 20_000 }).toContain('is now “Low”');
    expect(await card.textContent()).toContain(`was “${first}”`);
    expect(answers).toEqual([412]);
    expect((await ticket(id)).priority).toBe('Low');
    await from.unrouteAll();
    await change(id, { Priority: 50 });

    const title = await propose(desk, panel, { name: 'add_tag', arguments: { tag: `raced ${way}` } });
    const more = await whileWriting(from, () => tag(id, 'add', `theirs ${way}`));
    await panel.approve((await panel.cards().count()) - 1);
    await expect
      .poll(async () => panel.activity().filter({ hasText: title }).first().textContent(), {
        timeout: 20_000,
      })
      .toContain('Not done');
    expect(more).toEqual([412]);
    expect((await ticket(id)).tags).toContain(`theirs ${way}`);
  });
}
