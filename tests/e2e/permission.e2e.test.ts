import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Bench } from './bench';
import type { ScriptedModel } from './script';
import { setUpScripted } from './scripted';

let bench: Bench;
let model: ScriptedModel;

beforeAll(async () => {
  ({ bench, model } = await setUpScripted());
});
afterAll(() => bench.close());
beforeEach(async () => {
  bench.desk.reset();
  await bench.page.goto(`${bench.desk.url}/__login?as=maya`);
  await bench.page.goto(`${bench.desk.url}/tickets/1042`);
  await bench.freshPanel();
});

const card = () => bench.panel.cards().first();
const approve = () => card().getByRole('button', { name: 'Approve and run' });
async function propose(): Promise<void> {
  model.says({ calls: [{ name: 'add_tag', arguments: { tag: 'refund' } }] });
  await bench.panel.run('Review');
  await approve().waitFor();
}
/** Somebody else signs in on another tab, and comes back to the ticket. */
async function signIn(as: string, reload: boolean): Promise<void> {
  const other = await bench.context.newPage();
  await other.goto(`${bench.desk.url}/__login?as=${as}`);
  await other.close();
  if (reload) await bench.page.reload();
}
const entries = async () =>
  (await bench.panel.exportLog())
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .filter((line) => line.data?.actionId);

describe.each([{ session: false }, { session: true }])('at every call (session: $session)', ({ session }) => {
  beforeEach(async () => {
    await bench.useSession(session);
  });

  it('the account and the way stand on the card and in the log', async () => {
    await propose();
    await card()
      .getByText(
        session ? 'as Maya Lindqvist, with this page’s session' : 'as Maya Lindqvist, on the page itself',
      )
      .waitFor();
    await approve().click();
    await expect.poll(() => bench.sent().map((row) => row.who)).toEqual(['Maya Lindqvist']);
    await bench.panel.receipt('refund').getByText('Done', { exact: true }).waitFor();
    const done = (await entries()).findLast((entry) => entry.kind === 'action.done');
    expect(done.data).toMatchObject({ account: 'Maya Lindqvist', channel: session ? 'session' : 'page' });
  });

  it('somebody else signed in since the proposal: refused for good, nothing was done', async () => {
    await propose();
    await signIn('omar', true);
    await bench.page.locator('.account-name').getByText('Omar Haddad').waitFor();
    await bench.page.waitForTimeout(500);
    await approve().click();
    await card()
      .getByText(/Another account is signed in.*Proposed for Maya Lindqvist; signed in is Omar Haddad/)
      .waitFor();
    await card().getByText('Not done', { exact: true }).waitFor();
    expect(await approve().count()).toBe(0);
    expect(bench.sent()).toEqual([]);
  });

  it('somebody else signed in, and the page does not show it yet: refused all the same', async () => {
    await propose();
    await signIn('omar', false);
    await approve().click();
    await bench.panel.page
      .getByText(
        session ? /Another account is signed in/ : /Another account is signed in|The helpdesk refused this/,
      )
      .first()
      .waitFor({ timeout: 20_000 });
    await bench.page.waitForTimeout(500);
    expect(bench.sent()).toEqual([]);
  });

  it('a right that was taken away is named, and nothing is changed', async () => {
    await propose();
    bench.desk.fault({ status: 403, path: '/tags', times: 1 });
    await approve().click();
    const receipt = bench.panel.receipt('refund');
    await receipt
      .getByText(session ? 'Not done' : /Not done|Not certain/, { exact: session })
      .first()
      .waitFor({ timeout: 20_000 });
    if (session)
      await receipt.getByText(/Needed: the right to .*tag.*Your role does not allow this/).waitFor();
    expect(bench.sent()).toEqual([]);
  });
});
