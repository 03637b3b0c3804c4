import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PanelPage } from '../support/panel';
import type { Bench } from './bench';
import type { ScriptedModel } from './script';
import { setUpScripted } from './scripted';

let bench: Bench;
let model: ScriptedModel;
let note = 0;

beforeAll(async () => {
  ({ bench, model } = await setUpScripted());
});
afterAll(() => bench.close());
beforeEach(async () => {
  bench.desk.reset();
  await bench.page.goto(`${bench.desk.url}/tickets/1042`);
  await bench.freshPanel();
});

/** A card for one more note, so that a second one in the ledger would be a second effect. */
async function noteCard(panel: PanelPage): Promise<string> {
  note += 1;
  const body = `Checked by phone, call number ${note}.`;
  model.says({ calls: [{ name: 'add_note', arguments: { body } }] });
  await panel.run('Review');
  await panel.card(body).getByRole('button', { name: 'Approve and run' }).isEnabled();
  return body;
}

const operations = () => bench.sent().map((row) => row.operation);
/** The receipt of the note with this text: the log of all these tests is one. */
const receipt = (body: string) => bench.panel.receipt(body);

/** Of the newest action in the exported log: the kinds of its entries, in order. */
async function kindsOfNewest(): Promise<string[]> {
  const lines = (await bench.panel.exportLog())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const entries = lines.filter((line) => line.type === 'entry' && line.data.actionId);
  const newest = entries.findLast((entry) => entry.kind === 'action.proposed').data.actionId;
  return entries.filter((entry) => entry.data.actionId === newest).map((entry) => entry.kind);
}

const WHOLE = ['action.proposed', 'approval.granted', 'action.started', 'action.done'];

describe.each([{ session: true }, { session: false }])('one effect (session: $session)', ({ session }) => {
  beforeEach(async () => {
    await bench.useSession(session);
  });

  it('of a hundred clicks', async () => {
    const body = await noteCard(bench.panel);
    const button = bench.panel.cards().first().getByRole('button', { name: 'Approve and run' });
    await button.click({ trial: true });
    const at = await button.boundingBox();
    if (!at) throw new Error('the button is not on the screen');
    for (let i = 0; i < 100; i++) await bench.panel.page.mouse.click(at.x + 20, at.y + at.height / 2);
    await receipt(body).getByText('Done', { exact: true }).waitFor();
    expect(operations()).toEqual(['note']);
    expect(await kindsOfNewest()).toEqual(WHOLE);
  });

  it('of Enter held down', async () => {
    const body = await noteCard(bench.panel);
    const button = bench.panel.cards().first().getByRole('button', { name: 'Approve and run' });
    await button.click({ trial: true });
    await button.focus();
    for (let i = 0; i < 100; i++) await bench.panel.page.keyboard.down('Enter');
    await bench.panel.page.keyboard.up('Enter');
    await receipt(body).getByText('Done', { exact: true }).waitFor();
    expect(operations()).toEqual(['note']);
    expect(await kindsOfNewest()).toEqual(WHOLE);
  });

  it('of a click in each of two panels', async () => {
    const other = await bench.secondPanel();
    for (const panel of [bench.panel, other]) {
      model.says({ calls: [{ name: 'set_status', arguments: { status: 'Pending' } }] });
      await panel.page.bringToFront();
      await panel.run('Review');
      await panel
        .card('Set the status')
        .getByRole('button', { name: 'Approve and run' })
        .click({ trial: true });
    }
    await Promise.all([bench.panel, other].map((panel) => panel.approve('Set the status')));
    await bench.panel.receiptOf('Set the status to “Pending”').getByText('Done', { exact: true }).waitFor();
    await bench.page.waitForTimeout(3000);
    expect(operations()).toEqual(['status']);
    await other.page.close();
  });

  it('when the answer is lost after the helpdesk did it', async () => {
    const body = await noteCard(bench.panel);
    bench.desk.fault({ drop: true, path: '/messages' });
    await bench.panel.approve('Add an internal note');
    await receipt(body).getByText('Done', { exact: true }).waitFor({ timeout: 20_000 });
    expect(operations()).toEqual(['note']);
    expect(await kindsOfNewest()).toEqual(WHOLE);
  });

  it('when the panel is loaded anew while the helpdesk works', async () => {
    const body = await noteCard(bench.panel);
    bench.desk.fault({ delayMs: 4000, path: '/messages' });
    await bench.panel.approve('Add an internal note');
    await bench.panel.card('Running').waitFor();
    await bench.page.waitForTimeout(1500);
    expect(operations()).toEqual([]);
    await bench.panel.page.reload();
    await receipt(body).getByText('Done', { exact: true }).waitFor({ timeout: 20_000 });
    expect(operations()).toEqual(['note']);
    expect(bench.desk.state().tickets['1042']?.messages.at(-1)?.html).toContain(body);
    expect(await kindsOfNewest()).toEqual(WHOLE);
  });

  it.each(['before', 'after'] as const)(
    'when the tab is loaded anew %s the helpdesk did it',
    async (when) => {
      const body = await noteCard(bench.panel);
      bench.desk.fault({ delayMs: 4000, path: '/messages', when });
      await bench.panel.approve('Add an internal note');
      await bench.panel.card('Running').waitFor();
      if (when === 'after') await expect.poll(operations).toEqual(['note']);
      else await bench.page.waitForTimeout(1500);
      await bench.page.reload();
      await receipt(body).getByText('Done', { exact: true }).waitFor({ timeout: 30_000 });
      expect(operations()).toEqual(['note']);
      expect(await kindsOfNewest()).toEqual(WHOLE);
    },
  );
});

describe('what the helpdesk refuses is said in words, and not tried again', () => {
  beforeEach(async () => {
    await bench.useSession(true);
  });

  it.each([
    { status: 403, state: 'Not done', words: /does not have the right.*Your role does not allow this/ },
    { status: 409, state: 'Not done', words: /Nothing was changed.*Somebody else is editing/ },
    { status: 422, state: 'Not done', words: /Nothing was changed.*not accepted/ },
    { status: 429, state: 'Not done', words: /asks to wait a moment.*Too many requests/ },
    { status: 401, state: 'Not done', words: /signed out.*signed out/ },
    { status: 500, state: 'Not certain', words: /may have been done.*did not find it/ },
  ])('$status', async ({ status, state, words }) => {
    const body = await noteCard(bench.panel);
    bench.desk.fault({ status, path: '/messages', times: 1 });
    await bench.panel.approve('Add an internal note');
    await receipt(body).getByText(state, { exact: true }).waitFor({ timeout: 20_000 });
    await receipt(body).getByText(words).waitFor();
    await bench.page.waitForTimeout(1000);
    expect(operations()).toEqual([]);
    expect((await kindsOfNewest()).slice(0, 3)).toEqual(WHOLE.slice(0, 3));
    expect(await receipt(body).getByRole('button', { name: 'Undo' }).count()).toBe(0);
  });
});
