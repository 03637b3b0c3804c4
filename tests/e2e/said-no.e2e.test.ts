import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Bench } from './bench';
import type { ScriptedModel } from './script';
import { setUpScripted } from './scripted';

let bench: Bench;
let model: ScriptedModel;

beforeAll(async () => {
  ({ bench, model } = await setUpScripted('/tickets/1047'));
});
afterAll(() => bench.close());

it('through the page, a refusal is told in the words that the page showed', { timeout: 90_000 }, async () => {
  const start = bench.desk.state();
  model.says({ calls: [{ name: 'set_status', arguments: { status: 'Solved' } }] });
  await bench.panel.run('Review');
  const card = bench.panel.card('Set the status to “Solved”');
  await card.getByRole('button', { name: 'Approve and run' }).click();
  await card.getByText('Not done', { exact: true }).waitFor();
  await card.getByText('It says: Choose a Product before you solve this ticket.').waitFor();
  expect(bench.desk.state()).toEqual(start);
});

it('of a reply it stays not certain, with the page’s words', { timeout: 90_000 }, async () => {
  model.says({ calls: [{ name: 'send_reply', arguments: { body: 'It is on its way.' } }] });
  await bench.panel.run('Review');
  const card = bench.panel.card('public reply');
  await card.getByRole('button', { name: 'Approve and run' }).click();
  bench.desk.fault({ path: '/messages', status: 422 });
  await card.getByRole('button', { name: 'Send now' }).click();
  await card.getByText('Not certain', { exact: true }).waitFor();
  await card.getByText('The page says: This value is not accepted.').waitFor();
  expect(bench.sent()).toEqual([]);
});
