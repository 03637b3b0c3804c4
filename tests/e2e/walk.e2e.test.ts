import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeskState } from '../demo-desk/server.mjs';
import { type Bench, setUp } from './bench';

let bench: Bench;
let start: DeskState;

// A browser profile of its own for every test: the log of one must not answer for another.
beforeEach(async () => {
  bench = await setUp();
  start = bench.desk.state();
});
afterEach(async () => {
  await bench.close();
});

const card = (words: string | RegExp) => bench.panel.card(words);
const ticket = () => bench.desk.state().tickets['1042'];

describe.each([{ session: false }, { session: true }])('the main job (session: $session)', ({ session }) => {
  beforeEach(async () => {
    await bench.useSession(session);
  });

  it('drafts, inserts, and takes the draft out again, with nothing sent', async () => {
    await bench.panel.run('Draft');
    const text = await bench.panel.draft().inputValue();
    expect(text).toContain('Hi Tamsin');
    const before = await bench.box();
    await bench.panel.insert().click();
    await bench.panel.receipt('Insert the draft').getByText('Done').waitFor();
    const after = await bench.box();
    expect(after.text).toContain('Hi Tamsin');
    expect(after.text.indexOf('Hi Tamsin')).toBeLessThan(after.text.indexOf('Kind regards'));
    await bench.panel.undoLast().click();
    await bench.panel.receiptOf('Insert the draft into the reply box').getByText('Taken back').waitFor();
    expect(await bench.box()).toEqual(before);
    expect(bench.sent()).toEqual([]);
  });

  it('runs a status, a tag and a held reply with one click, and the ledger holds what the cards said', async () => {
    await bench.panel.run('Review');
    await bench.panel.approveAllButton().waitFor();
    const body = await card('Send a public reply').locator('.body-text').innerText();
    await bench.panel.approveAll();
    await bench.panel.button('Send now').waitFor();
    expect(bench.sent().some((row) => row.operation === 'reply')).toBe(false);
    await bench.panel.button('Send now').click();
    await bench.panel.receipt('Send a public reply').getByText('Done').waitFor();
    const rows = bench.sent().map((row) => row.operation);
    expect(rows.toSorted()).toEqual(['add-tag', 'reply', 'status']);
    expect(ticket()?.status).toBe('pending');
    const sent = ticket()?.messages.at(-1);
    expect(sent?.role).toBe('agent');
    expect(sent?.html.replace(/<[^>]+>/g, '').replace(/\s+/g, '')).toContain(
      body.replace(/\s+/g, '').slice(0, 60),
    );
  });

  it('takes back everything that can be taken back', async () => {
    await bench.panel.run('Review');
    await card('Add the tag').getByRole('button', { name: 'Approve and run' }).click();
    await bench.panel.receipt('Add the tag').getByText('Done').waitFor();
    await card('Set the status').getByRole('button', { name: 'Approve and run' }).click();
    await bench.panel.receipt('Set the status').getByText('Done').waitFor();
    await bench.panel.undoLast().click();
    await bench.panel.receiptOf('Set the status to “Pending”').getByText('Taken back').waitFor();
    await bench.panel.undoLast().click();
    await bench.panel.receiptOf('Add the tag “damaged”').getByText('Taken back').waitFor();
    expect(bench.desk.state()).toEqual(start);
    expect(bench.sent().map((row) => row.operation)).toEqual(['add-tag', 'status', 'status', 'remove-tag']);
  });

  it('sends nothing when the panel is closed in the hold, and says so when it opens again', async () => {
    await bench.panel.run('Review');
    await card('Send a public reply').getByRole('button', { name: 'Approve and run' }).click();
    await bench.panel.button('Cancel send').waitFor();
    await bench.freshPanel();
    await bench.panel
      .alert()
      .getByText(/not sent/i)
      .waitFor();
    await bench.page.waitForTimeout(500);
    expect(bench.sent()).toEqual([]);
  });

  it('refuses to overwrite what a colleague changed since, and shows the three values', async () => {
    await bench.panel.run('Review');
    await card('Set the status').getByRole('button', { name: 'Approve and run' }).click();
    await bench.panel.receipt('Set the status').getByText('Done').waitFor();
    bench.desk.colleague({ ticket: 1042, status: 'on-hold' });
    await bench.panel.record().page().waitForTimeout(1500);
    await bench.panel.undoLast().click();
    const asked = card(/Before\s*Open.*Ours\s*Pending.*Now\s*On hold/);
    await asked.waitFor();
    expect(ticket()?.status).toBe('on-hold');
    await asked.getByRole('radio', { name: /^Now/ }).check();
    await asked.getByRole('button', { name: 'Leave it as it is' }).click();
    await asked.waitFor({ state: 'hidden' });
    expect(ticket()?.status).toBe('on-hold');
  });

  it('voids a card when the customer writes meanwhile, and asks for a new click', async () => {
    await bench.panel.run('Review');
    await card('Send a public reply').waitFor();
    bench.desk.colleague({
      ticket: 1042,
      message: { visibility: 'customer', html: '<p>Never mind, solved.</p>' },
    });
    await bench.page.getByText('Never mind, solved.').waitFor();
    await card('Send a public reply').getByRole('button', { name: 'Approve and run' }).click();
    await card(/Changed since this card was drawn: the conversation/).waitFor();
    expect(bench.sent()).toEqual([]);
  });
});
