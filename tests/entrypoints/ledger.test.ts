import { expect, it, vi } from 'vitest';
import { failed, unknown } from '../../core/outcome';

/** The script as it is put into the document once more: its modules are new, the document is not. */
async function inject() {
  vi.resetModules();
  return await import('../../entrypoints/page.content/ledger');
}

const OUTCOME = unknown({ code: 'not-proved' });

it('acts once for a key, also when a second panel puts the script in anew', async () => {
  const run = vi.fn(async () => OUTCOME);
  const first = await inject();
  await first.once('one', run);
  await first.once('one', run);
  const second = await inject();
  expect(second.since).toBe(first.since);
  expect(await second.outcomeOf('one')).toEqual(OUTCOME);
  expect(await second.once('one', run)).toEqual(OUTCOME);
  expect(run).toHaveBeenCalledTimes(1);
});

it('tells the new script of an act that is still under way', async () => {
  let end: () => void = () => undefined;
  const under = new Promise<void>((resolve) => {
    end = resolve;
  });
  void (await inject()).once('slow', () => under.then(() => OUTCOME));
  const asked = (await inject()).outcomeOf('slow');
  end();
  expect(await asked).toEqual(OUTCOME);
});

it('does not act on what comes after it was taken for not sent, and says each time that it never came', async () => {
  const run = vi.fn(async () => OUTCOME);
  const first = await inject();
  expect(await first.outcomeOf('late')).toBeNull();
  const second = await inject();
  expect(await second.once('late', run)).toEqual(failed({ code: 'panel-closed' }));
  expect(await second.outcomeOf('late')).toBeNull();
  expect(run).not.toHaveBeenCalled();
});
