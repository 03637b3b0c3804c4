import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Bench } from './bench';
import type { ScriptedModel } from './script';
import { setUpScripted } from './scripted';

let bench: Bench;
let model: ScriptedModel;

beforeAll(async () => {
  ({ bench, model } = await setUpScripted());
});
afterAll(() => bench.close());

/** Signs a note to which the desk answers that something went wrong: nobody knows what became of it. */
async function sendIntoTheDark(body: string): Promise<void> {
  model.says({ calls: [{ name: 'add_note', arguments: { body } }] });
  await bench.panel.run('Review');
  bench.desk.fault({ status: 500, path: '/messages', times: 1 });
  await bench.panel.approve(body);
  await bench.panel.receipt(body).getByText('Not certain', { exact: true }).waitFor();
  await bench.panel.receipt(body).getByText('I looked at ticket 1042 and did not find it.').waitFor();
}

beforeEach(async () => {
  bench.desk.reset();
  await bench.page.goto(`${bench.desk.url}/tickets/1042`);
  await bench.freshPanel();
  await bench.useSession(true);
});

it('what is not certain is done as soon as it stands there, and was sent once', async () => {
  const body = 'Asked the warehouse about it.';
  await sendIntoTheDark(body);
  // The desk had taken it after all, and shows it late.
  bench.desk.colleague({
    ticket: 1042,
    as: 'maya',
    message: { visibility: 'internal', html: `<p>${body}</p>` },
  });
  await bench.panel.receipt(body).getByText('Done', { exact: true }).waitFor();
  expect(await bench.panel.receipt(body).getByRole('button', { name: 'It was done' }).count()).toBe(0);
  expect(bench.sent()).toEqual([]);
});

it('the person says what it was, after another look and in another panel, and nothing is sent', async () => {
  const body = 'Asked the carrier about it.';
  await sendIntoTheDark(body);
  await bench.goTo(1043);
  await bench.freshPanel();
  await bench.goTo(1042);
  const receipt = bench.panel.receipt(body);
  await receipt.getByText('did not find it').waitFor();
  await receipt.getByRole('button', { name: 'It was not done', exact: true }).click();
  await receipt.getByText('Not done', { exact: true }).waitFor();
  await receipt.getByText('You looked and said that this was not done.').waitFor();
  expect(bench.sent()).toEqual([]);
  expect(bench.panel.errors).toEqual([]);
});
