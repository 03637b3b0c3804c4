import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Bench } from './bench';
import { plainRow, readCard } from './cards';
import type { ScriptedModel } from './script';
import { setUpScripted } from './scripted';

let bench: Bench;
let model: ScriptedModel;

beforeEach(async () => {
  ({ bench, model } = await setUpScripted());
});
afterEach(() => bench.close());

const UNTIL = '2199-12-01T09:00+01:00';
const CALLS = [
  { name: 'snooze', arguments: { until: UNTIL } },
  { name: 'create_task', arguments: { title: 'Ask the carrier', due: '2199-12-01' } },
  { name: 'log_call', arguments: { summary: 'A new jacket was agreed', minutes: 12 } },
];
const ROWS = [
  ['snooze', '', '2199-12-01T08:00:00.000Z'],
  ['task', null, 'Ask the carrier\nDue 2199-12-01'],
  ['call', null, 'A new jacket was agreed\n12 min'],
];

it.each([{ session: false }, { session: true }])(
  'snooze, a task and a call: done as the cards say, and taken back (session: $session)',
  { timeout: 180_000 },
  async ({ session }) => {
    await bench.useSession(session);
    const start = bench.desk.state();
    model.says({ calls: [...CALLS, { name: 'snooze', arguments: { until: '2199-12-01T09:00' } }] });
    await bench.panel.run('Review');
    await bench.panel
      .alert()
      .getByText(/must lie ahead and name its zone/)
      .waitFor();
    expect(await bench.panel.cards().count()).toBe(3);
    const titles = await bench.panel.cards().locator('.card-title').allInnerTexts();
    for (const title of titles) {
      const card = bench.panel.card(title);
      await readCard(card);
      await card.getByRole('button', { name: 'Approve and run' }).click();
      await bench.panel.receiptOf(title).getByText('Done', { exact: true }).waitFor();
    }
    const rows = () => bench.sent().map((row) => [row.operation, plainRow(row).before, plainRow(row).after]);
    expect(rows()).toEqual(ROWS);
    expect(new Set(bench.sent().map((row) => row.channel))).toEqual(new Set([session ? 'session' : 'ui']));
    for (const title of titles.toReversed()) {
      await bench.panel.page.locator('#undo-last-what').getByText(title, { exact: true }).waitFor();
      await bench.panel.undoLast().click();
      await bench.panel.receiptOf(title).getByText('Taken back').waitFor();
    }
    expect(
      rows()
        .slice(3)
        .map(([operation]) => operation),
    ).toEqual(['remove-call', 'remove-task', 'snooze']);
    expect(bench.desk.state()).toEqual(start);
    expect(bench.panel.errors).toEqual([]);
  },
);
