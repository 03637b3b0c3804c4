import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Bench } from './bench';
import { plainRow } from './cards';
import type { ScriptedModel } from './script';
import { setUpScripted } from './scripted';
import { importKnowledge } from './settings';

let bench: Bench;
let model: ScriptedModel;

beforeEach(async () => {
  ({ bench, model } = await setUpScripted());
});
afterEach(() => bench.close());

const rows = () => bench.sent().map((row) => [row.operation, plainRow(row).after, row.channel]);

it('a macro of the helpdesk: simulated, done step by step over the session, and undone backwards', {
  timeout: 120_000,
}, async () => {
  await bench.useSession(true);
  const start = bench.desk.state();
  const box = await bench.box();
  model.says({ calls: [{ name: 'apply_macro', arguments: { macro: 'Ask for the order number' } }] });
  await bench.panel.run('Review');
  expect(model.offered()).toContain('apply_macro');
  const card = bench.panel.card('Apply the macro “Ask for the order number”');
  await card.getByText('2 steps, in this order').waitFor();
  expect((await card.locator('.card-part .change').innerText()).replace(/\s+/g, ' ')).toContain('Status');
  expect(bench.desk.ledger()).toEqual([]);

  await card.getByRole('button', { name: 'Approve and run' }).click();
  const receipt = bench.panel.receiptOf('Apply the macro “Ask for the order number”');
  await receipt.getByText('Done', { exact: true }).waitFor();
  expect(rows()).toEqual([['status', 'pending', 'session']]);
  expect((await bench.box()).text).toContain('Could you send us your order number?');

  await bench.panel.undoLast().click();
  await receipt.getByText('Taken back').waitFor();
  expect(rows()).toEqual([
    ['status', 'pending', 'session'],
    ['status', 'open', 'session'],
  ]);
  expect(bench.desk.state()).toEqual(start);
  expect((await bench.box()).text).toBe(box.text);
  expect(bench.panel.errors).toEqual([]);
});

it('a macro of the person’s own, through the page; a step the desk refuses stops it and is told', {
  timeout: 120_000,
}, async () => {
  const start = bench.desk.state();
  model.says({ calls: [{ name: 'apply_macro', arguments: { macro: 'Charged twice' } }] });
  await bench.panel.run('Review');
  const card = bench.panel.card('Apply the macro “Charged twice”');
  await card.getByText('4 steps, in this order').waitFor();
  bench.desk.fault({ path: '/tags', status: 422 });
  await card.getByRole('button', { name: 'Approve and run' }).click();
  await card.getByText(/Only a part of this was done.*Done: Set the priority to “High”/).waitFor();
  await card.getByText(/Not tried: Set the status to “Pending”/).waitFor();
  expect(rows()).toEqual([['priority', 'high', 'ui']]);

  await bench.panel.undoLast().click();
  await bench.panel.receiptOf('Set the priority to “High”').getByText('Taken back').waitFor();
  expect(bench.desk.state()).toEqual(start);
});

it('a macro with a reply and a note, over the page alone: both in their own voice, the note told apart at undo', {
  timeout: 120_000,
}, async () => {
  const [reply, note] = [
    'We send you a new jacket today.',
    'Sleeve torn, batch 7: replaced without a return.',
  ];
  const steps = [
    { tool: 'send_reply', value: reply },
    { tool: 'add_note', value: note },
  ];
  await importKnowledge(bench, [{ title: 'Replace at once', text: '', kind: 'macro', steps }]);
  model.says({ calls: [{ name: 'apply_macro', arguments: { macro: 'Replace at once' } }] });
  await bench.panel.run('Review');
  const title = 'Apply the macro “Replace at once”';
  const card = bench.panel.card(title);
  await card.getByText('2 steps, in this order').waitFor();
  expect(bench.desk.ledger()).toEqual([]);

  await card.getByRole('button', { name: 'Approve and run' }).click();
  await card.getByRole('button', { name: 'Send now' }).click();
  await bench.panel.receiptOf(title).getByText('Done', { exact: true }).waitFor();
  expect(rows()).toEqual([
    ['reply', expect.stringContaining(reply), 'ui'],
    ['note', note, 'ui'],
  ]);
  const said = bench.desk.state().tickets['1042']?.messages.slice(-2) ?? [];
  expect(said.map((message) => [message.role, message.to])).toEqual([
    ['agent', ['tamsin.orrey@quillmail.example']],
    ['note', []],
  ]);
  expect(said[0]?.html).not.toContain('batch 7');
  expect(bench.panel.errors).toEqual([]);
});
