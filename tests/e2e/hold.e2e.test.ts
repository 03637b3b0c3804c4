import { afterEach, describe, expect, it } from 'vitest';
import { extensionWorker } from '../support/tab';
import { type Bench, setUp } from './bench';
import { createScriptedModel, type ScriptedModel } from './script';
import { chooseServer, setHold } from './settings';

const HOLD_MS = 5_000;
const BODY = 'Hi Tamsin, a new jacket leaves today.';

let bench: Bench;
let model: ScriptedModel;

/** A signed reply on ticket 1042 that counts down. Returns the time of the click, as the panel heard it. */
async function heldReply(session: boolean): Promise<number> {
  model = await createScriptedModel();
  bench = await setUp();
  await chooseServer(bench, model.url);
  await setHold(bench, HOLD_MS / 1000);
  // biome-ignore lint/correctness/useHookAtTopLevel: no hook of React, but a switch in the panel
  await bench.useSession(session);
  model.says({ calls: [{ name: 'send_reply', arguments: { body: BODY } }] });
  await bench.panel.run('Review');
  const clicked = bench.panel.page.evaluate(
    () => new Promise<number>((heard) => addEventListener('click', () => heard(Date.now()), { once: true })),
  );
  await bench.panel.approve('Send a public reply');
  await bench.panel.card(/Sends in \d s/).waitFor();
  return await clicked;
}
afterEach(async () => {
  await bench.close();
  await model.close();
});

const receipt = () => bench.panel.receiptOf('Send a public reply');
const sentTo = () => bench.sent().map((row) => [row.operation, row.record]);
const badge = async (): Promise<string> => {
  const worker = await extensionWorker(bench.context);
  return await worker.evaluate(() => {
    const { chrome } = globalThis as unknown as {
      chrome: { action: { getBadgeText(of: object): Promise<string> } };
    };
    return chrome.action.getBadgeText({});
  });
};

describe.each([{ session: false }, { session: true }])('a held reply (session: $session)', ({ session }) => {
  it('counts down, and leaves by itself when the time is over', async () => {
    const clicked = await heldReply(session);
    await expect.poll(() => bench.sent().length, { timeout: 15_000, interval: 20 }).toBe(1);
    expect(Date.now() - clicked).toBeGreaterThanOrEqual(HOLD_MS);
    await receipt().getByText('Done', { exact: true }).waitFor();
    expect(sentTo()).toEqual([['reply', 'ticket:1042']]);
  });

  it('is not sent after Cancel send, and never later', async () => {
    await heldReply(session);
    await bench.panel.button('Cancel send').click();
    await receipt().getByText('Not sent').first().waitFor();
    await bench.page.waitForTimeout(HOLD_MS + 1000);
    expect(bench.desk.ledger()).toEqual([]);
    expect(await bench.panel.button('Send now').count()).toBe(0);
  });

  it('is not sent when the customer writes meanwhile; the card says so and asks anew', async () => {
    await heldReply(session);
    bench.desk.colleague({ ticket: 1042, message: { visibility: 'customer', html: '<p>It is solved.</p>' } });
    await bench.page.getByText('It is solved.').waitFor();
    await bench.panel
      .card(/Changed since this card was drawn: the conversation/)
      .waitFor({ timeout: 15_000 });
    expect(bench.sent()).toEqual([]);
    await bench.panel.approve('Send a public reply');
    await bench.panel.button('Send now').click();
    await receipt().getByText('Done', { exact: true }).waitFor();
    expect(sentTo()).toEqual([['reply', 'ticket:1042']]);
  });

  it('is not sent when the panel is closed, and the panel says so when it opens again', async () => {
    await heldReply(session);
    await bench.freshPanel();
    await bench.panel
      .alert()
      .getByText(/not sent/i)
      .waitFor();
    await bench.page.waitForTimeout(HOLD_MS);
    expect(bench.desk.ledger()).toEqual([]);
  });
});

it('over the session it goes on counting on another ticket, and reaches its own', async () => {
  await heldReply(true);
  await bench.goTo(1043);
  await bench.panel
    .card(/Sends in \d s/)
    .getByText('Ticket 1042')
    .waitFor();
  await receipt().getByText('Done', { exact: true }).waitFor({ timeout: 20_000 });
  expect(sentTo()).toEqual([['reply', 'ticket:1042']]);
  expect(bench.desk.state().tickets['1042']?.messages.at(-1)?.to).toEqual(['tamsin.orrey@quillmail.example']);
  expect(await badge()).toBe('');
});

it('over the session it is sent from another page of the helpdesk too', async () => {
  await heldReply(true);
  await bench.page.goto(`${bench.desk.url}/tickets/1044`);
  await bench.panel.record().getByText('Ticket 1044').waitFor();
  await receipt().getByText('Done', { exact: true }).waitFor({ timeout: 20_000 });
  expect(sentTo()).toEqual([['reply', 'ticket:1042']]);
});

describe('through the page it pauses on another ticket', () => {
  const away = async () => {
    await heldReply(false);
    await bench.goTo(1043);
    await bench.panel.record().getByText('Not sent', { exact: true }).waitFor();
  };

  it('says so on the badge and in the record region, and counts again when the person is back', async () => {
    await away();
    expect(await badge()).toBe('Not sent');
    await bench.page.waitForTimeout(HOLD_MS + 500);
    expect(bench.desk.ledger()).toEqual([]);
    await bench.page.locator('a[href="/tickets/1042"]').first().click();
    await bench.panel.card(/Sends in \d s/).waitFor();
    expect(await badge()).toBe('');
    await bench.panel.button('Send now').click();
    await receipt().getByText('Done', { exact: true }).waitFor();
    expect(sentTo()).toEqual([['reply', 'ticket:1042']]);
  });

  it('goes back with one click; a page that was loaded anew asks for the signature again', async () => {
    await away();
    await bench.panel.button('Go back to it').click();
    await bench.panel.record().getByText('Ticket 1042').waitFor();
    await bench.panel.card('The page was loaded anew since you approved').waitFor();
    expect(await badge()).toBe('');
    expect(await bench.panel.record().getByText('Not sent', { exact: true }).count()).toBe(0);
    await bench.panel.approve('Send a public reply');
    await bench.panel.button('Send now').click();
    await receipt().getByText('Done', { exact: true }).waitFor();
    expect(sentTo()).toEqual([['reply', 'ticket:1042']]);
  });

  it('can be cancelled from there', async () => {
    await away();
    await bench.panel.button('Cancel send').click();
    await expect.poll(badge).toBe('');
    await bench.page.locator('a[href="/tickets/1042"]').first().click();
    await bench.panel.record().getByText('Ticket 1042').waitFor();
    await receipt().getByText('Not sent').first().waitFor();
    await bench.page.waitForTimeout(HOLD_MS + 500);
    expect(bench.desk.ledger()).toEqual([]);
  });
});
