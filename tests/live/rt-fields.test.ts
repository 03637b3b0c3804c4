import { beforeAll, expect, test } from 'vitest';
import { LiveDesk } from './desk';
import { changesSince, customFields, lastTransaction, make, tokenOf } from './rt/rest.mjs';
import { sample } from './sample';
import { propose, receiptDone, refusal, undone } from './walk';

let desk: LiveDesk;
beforeAll(async () => {
  desk = await LiveDesk.open();
});

/** Each field with a value that the ticket has not; some have none at all before. */
const STEPS = [
  ['Größe', 'Übergröße (XXL)'],
  ['Numéro de série', 'ÄÖ-12 “3”'],
  ['Abholung am', '2026-03-05'],
] as const;
const BEFORE = { Größe: 'M', 色: ['赤', '緑'], Beschreibung: 'Two lines,\nas they came.' };

for (const way of sample(['page', 'session', 'token'] as const)) {
  test(`fields of a team’s own, named in its language: set, seen in Request Tracker, taken back to what was or to nothing (${way})`, async () => {
    const id = await make({
      Queue: 'Returns',
      Subject: `A coat (${way})`,
      Requestor: ['sofia.rossi@customer.example'],
      CustomFields: BEFORE,
    });
    await desk.giveToken(way === 'token' ? tokenOf('maya') : '');
    const { panel } = await desk.openById(id, { session: way === 'session' });
    const before = await customFields(id);
    expect(before).toMatchObject({ Größe: ['M'], 'Numéro de série': [], 'Abholung am': [] });
    for (const [field, value] of STEPS) {
      const since = await lastTransaction(id);
      const title = await propose(desk, panel, { name: 'set_field', arguments: { field, value } });
      await panel.approve(0);
      await expect.poll(() => customFields(id), { timeout: 30_000 }).toEqual({ ...before, [field]: [value] });
      await receiptDone(panel, title);
      expect((await changesSince(id, since)).map((one) => [one.type, one.by])).toEqual([
        ['CustomField', 'maya'],
      ]);
      await undone(panel, title);
      expect(await customFields(id), `after the undo of ${field}`).toEqual(before);
    }
    // what takes several values, or many lines, is shown and not written
    for (const [field, value] of [
      ['色', '青'],
      ['Beschreibung', 'One line.'],
    ] as const) {
      desk.says({ calls: [{ name: 'set_field', arguments: { field, value } }] });
      await panel.run('Review');
      await expect.poll(() => refusal(panel), { message: field }).toContain(field);
    }
    for (const words of ['赤', '緑', 'as they came']) expect(desk.told()).toContain(words);
    expect(await customFields(id)).toEqual(before);
    // a value that is none of its choices
    desk.says({ calls: [{ name: 'set_field', arguments: { field: 'Größe', value: 'XL' } }] });
    await panel.run('Review');
    await expect.poll(() => refusal(panel)).toMatch(/“XL” is not among: .*Übergröße \(XXL\)/);
  });
}
