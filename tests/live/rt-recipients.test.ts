import type { Locator } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { LiveDesk } from './desk';
import { mailedSince, mailSoFar } from './rt/mail.mjs';
import { change, make, messages, tokenOf } from './rt/rest.mjs';
import { propose, receiptDone } from './walk';

let desk: LiveDesk;
beforeAll(async () => {
  desk = await LiveDesk.open();
});

const WAYS = ['page', 'session', 'token'] as const;
const ASKING = ['sofia.rossi@customer.example', 'charlotte.weber@customer.example'];
const COPIES = { Cc: ['partner@customer.example'], AdminCc: ['omar@desk.example'] };

/** Every address that the card shows. */
async function addressesOn(card: Locator): Promise<string[]> {
  const found = (await card.innerText()).match(/[^\s<>()"',;:]+@[a-z.]+[a-z]/gi) ?? [];
  return [...new Set(found)].sort();
}

async function open(way: (typeof WAYS)[number], id: string) {
  await desk.giveToken(way === 'token' ? tokenOf('maya') : '');
  const opened = await desk.openById(id, { session: way === 'session' });
  if (way === 'page') {
    // of several requesters the ticket's page names none as the one; the reply form says who gets it
    await opened.ticket.goto(
      new URL(`/Ticket/Update.html?Action=Respond&id=${id}`, opened.ticket.url()).href,
    );
    await opened.ticket.locator('#previewscrips input[name="TxnSendMailTo"]').first().waitFor();
    await opened.panel.page.waitForTimeout(1000);
  }
  return opened;
}

for (const way of WAYS) {
  test(`two who ask, a copy and one for the team: the card names whom Request Tracker mails, all of them and nobody else (${way})`, async () => {
    const id = await make({ Subject: `Two who ask (${way})`, Requestor: ASKING, ...COPIES });
    const { panel } = await open(way, id);
    const before = await messages(id);
    const sofar = mailSoFar();
    await propose(desk, panel, { name: 'send_reply', arguments: { body: `Both parcels left (${way}).` } });
    const card = panel.cards().first();
    const shown = await card.innerText();
    const named = await addressesOn(card);
    await panel
      .cards()
      .getByRole('button', { name: /^(?:Approve and run|Confirm)/ })
      .first()
      .click();
    const confirm = panel.cards().getByRole('button', { name: /^Confirm/ });
    await expect
      .poll(async () => (await confirm.count()) + (await panel.button('Send now').count()))
      .toBeGreaterThan(0);
    if ((await confirm.count()) > 0) await confirm.first().click();
    await panel.button('Send now').click();
    await receiptDone(panel, `left (${way})`);
    const sent = (await messages(id)).slice(before.length);
    expect(sent.map((one) => [one.type, one.by])).toEqual([['Correspond', 'maya']]);
    // the API knows the team by its log-in names
    const team = way !== 'page' && /\bomar\b/.test(shown) ? COPIES.AdminCc : [];
    expect([...named, ...team].sort()).toEqual(mailedSince(sofar));
    expect(named).toEqual(expect.arrayContaining(ASKING));
  });
}

for (const way of ['session', 'token'] as const) {
  test(`somebody who was put in copy after the card was drawn gets nothing that was not shown (${way})`, async () => {
    const id = await make({ Subject: `One who asks (${way})`, Requestor: [ASKING[0]] });
    const { panel } = await open(way, id);
    const before = await messages(id);
    await propose(desk, panel, { name: 'send_reply', arguments: { body: 'The parcel left.' } });
    expect(await addressesOn(panel.cards().first())).toEqual([ASKING[0]]);
    await change(id, { Cc: COPIES.Cc });
    await panel.approve(0);
    await expect.poll(() => panel.cards().first().innerText(), { timeout: 20_000 }).toContain(COPIES.Cc[0]);
    expect(await messages(id)).toEqual(before);
  });
}
