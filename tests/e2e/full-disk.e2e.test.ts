import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Bench } from './bench';
import type { ScriptedModel } from './script';
import { setUpScripted } from './scripted';

let bench: Bench;
let model: ScriptedModel;

beforeAll(async () => {
  ({ bench, model } = await setUpScripted());
});
afterAll(() => bench.close());

/**
 * The panel's database says that the disk is full, or no longer. (The browser's own switch for it does nothing for the
 * pages of extensions: measured with Chromium 156.)
 */
async function diskFull(full: boolean): Promise<void> {
  await bench.panel.page.evaluate((isFull) => {
    const page = globalThis as unknown as {
      IDBObjectStore: { prototype: { add: unknown; kept?: unknown } };
      DOMException: new (words: string, name: string) => Error;
    };
    const { prototype } = page.IDBObjectStore;
    prototype.kept ??= prototype.add;
    prototype.add = isFull
      ? () => {
          throw new page.DOMException('The disk is full.', 'QuotaExceededError');
        }
      : prototype.kept;
  }, full);
}

it('what cannot be recorded is not done, and is done once it can', { timeout: 90_000 }, async () => {
  model.says({ calls: [{ name: 'set_status', arguments: { status: 'Pending' } }] });
  await bench.panel.run('Review');
  const card = bench.panel.card('Set the status');
  await card.getByRole('button', { name: 'Approve and run' }).click({ trial: true });
  await diskFull(true);
  await card.getByRole('button', { name: 'Approve and run' }).click();
  await card.getByText('This cannot be recorded in the log, so it was not done.').waitFor();
  await bench.page.waitForTimeout(1500);
  expect(bench.sent()).toEqual([]);

  await diskFull(false);
  model.says({ calls: [{ name: 'set_status', arguments: { status: 'Pending' } }] });
  await bench.panel.run('Review');
  await bench.panel.approve('Set the status');
  await bench.panel.receiptOf('Set the status to “Pending”').getByText('Done', { exact: true }).waitFor();
  expect(bench.sent().map((row) => row.operation)).toEqual(['status']);
});
