import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { DeskState } from '../demo-desk/server.mjs';
import { type Bench, setUp } from './bench';
import { createScriptedModel, type ScriptedModel } from './script';
import { chooseServer } from './settings';

let bench: Bench;
let model: ScriptedModel;
let start: DeskState;

// One browser for all: nothing may happen in any of them, so none can be in the way of the next.
beforeAll(async () => {
  model = await createScriptedModel();
  bench = await setUp();
  start = bench.desk.state();
  await chooseServer(bench, model.url);
});
afterAll(async () => {
  await bench.close();
  await model.close();
});
beforeEach(async () => {
  await bench.freshPanel();
});

const good = { name: 'add_tag', arguments: { tag: 'refund' } };

it.each([
  {
    what: 'an unknown tool',
    call: { name: 'delete_ticket', arguments: {} },
    words: /tool that does not exist/,
  },
  {
    what: 'a name of every object',
    call: { name: '__proto__', arguments: {} },
    words: /tool that does not exist/,
  },
  {
    what: 'a target',
    call: { name: 'set_status', arguments: { status: 'Solved', ticketId: '1043' } },
    words: /not in the right form/,
  },
  { what: 'no argument', call: { name: 'set_status', arguments: {} }, words: /not in the right form/ },
  {
    what: 'a tool of undo alone',
    call: { name: 'remove_note', arguments: { messageKey: 'm', body: '' } },
    words: /does not offer/,
  },
  {
    what: 'arguments cut off',
    call: { name: 'set_status', arguments: '{"status":"Sol' },
    words: /cut off|not in the right form/,
  },
  {
    what: 'an answer that ended inside the arguments',
    call: { name: 'set_status', arguments: '{"status":"Sol' },
    finish: null,
    words: /was cut off/,
  },
  {
    what: 'a label not on the page',
    call: { name: 'set_status', arguments: { status: 'solved' } },
    words: /does not exist on this page.*Solved/,
  },
  {
    what: 'a person who is not there',
    call: { name: 'assign', arguments: { assignee: 'maya' } },
    words: /does not exist on this page/,
  },
  {
    what: 'a field that is not there',
    call: { name: 'set_field', arguments: { field: 'id', value: '1043' } },
    words: /no such field/,
  },
])('says in words why: $what; nothing reaches the desk', async ({ call, words, finish }) => {
  model.says({ calls: [call], ...(finish === null ? { finish } : {}) });
  await bench.panel.run('Review');
  await bench.panel.alert().getByText(words).waitFor();
  expect(await bench.panel.cards().count()).toBe(0);
  expect(bench.desk.ledger()).toEqual([]);
  expect(bench.desk.state()).toEqual(start);
});

it.each(['Suggest', 'Draft'] as const)(
  'refuses every effect in %s, whatever the model asks for',
  async (mode) => {
    model.says({ text: 'Hello Tamsin.', calls: [good, { name: 'send_reply', arguments: { body: 'x' } }] });
    await bench.panel.run(mode);
    await bench.panel
      .alert()
      .getByText(/does not offer/)
      .waitFor();
    expect(
      model.offered().filter((name) => !['read_record', 'search_knowledge', 'summarize'].includes(name)),
    ).toEqual([]);
    expect(await bench.panel.cards().count()).toBe(0);
    expect(bench.desk.ledger()).toEqual([]);
  },
);

it('takes the good call of an answer and refuses the bad one', async () => {
  model.says({ calls: [good, { name: 'set_status', arguments: { status: 'Lost' } }] });
  await bench.panel.run('Review');
  await bench.panel
    .alert()
    .getByText(/does not exist on this page/)
    .waitFor();
  expect(await bench.panel.cards().count()).toBe(1);
  expect(bench.desk.ledger()).toEqual([]);
});
