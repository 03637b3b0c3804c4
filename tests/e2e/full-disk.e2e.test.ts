import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Bench, setUp } from './bench';
import { createScriptedModel, type ScriptedModel } from './script';
import { chooseServer } from './settings';

let bench: Bench;
let model: ScriptedModel;

beforeAll(async () => {
  model = await createScriptedModel();
  bench = await setUp();
  await chooseServer(bench, model.url);
});
afterAll(async () => {
  await bench.close();
  await model.close();
});

/** Lets the extension store nothing more, or as much as it likes. */
async function quota(bytes: number | null): Promise<void> {
  const session = await bench.context.newCDPSession(bench.panel.page);
  const origin = `chrome-extension://${bench.extensionId}`;
  await session.send('Storage.overrideQuotaForOrigin', {
    origin,
    ...(bytes === null ? {} : { quotaSize: bytes }),
  });
  if (bytes === null) await session.detach();
}

it('what cannot be recorded is not done, and is done once it can', { timeout: 90_000 }, async () => {
  model.says({ calls: [{ name: 'set_status', arguments: { status: 'Pending' } }] });
  await bench.panel.run('Review');
  const card = bench.panel.card('Set the status');
  await card.getByRole('button', { name: 'Approve and run' }).click({ trial: true });
  await quota(1);
  await card.getByRole('button', { name: 'Approve and run' }).click();
  await card.getByText('This cannot be recorded in the log, so it was not done.').waitFor();
  await bench.page.waitForTimeout(1500);
  expect(bench.sent()).toEqual([]);

  await quota(null);
  model.says({ calls: [{ name: 'set_status', arguments: { status: 'Pending' } }] });
  await bench.panel.run('Review');
  await bench.panel.approve('Set the status');
  await bench.panel.receiptOf('Set the status to “Pending”').getByText('Done', { exact: true }).waitFor();
  expect(bench.sent().map((row) => row.operation)).toEqual(['status']);
});
