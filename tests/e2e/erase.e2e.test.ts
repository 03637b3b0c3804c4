import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { check } from '../storage/check-text';
import { type Bench, setUp } from './bench';
import { everythingKept } from './kept';
import { createScriptedModel, type ScriptedModel } from './script';
import { chooseServer, openSettings } from './settings';

/** Words that come from the customer or were written about her: on the page, by the person, by the model, by a file. */
const CANARIES = [
  'Tamsin',
  'Orrey',
  'quillmail',
  'SM-20418',
  '5550 0142',
  'torn sleeve',
  'left sleeve has a tear',
  'canary-of-instructions',
  'canary-of-draft',
  'canary-of-note',
  'canary-of-tag',
  'canary-of-knowledge',
];

let bench: Bench;
let model: ScriptedModel;
let log: Page;

beforeAll(async () => {
  model = await createScriptedModel();
  bench = await setUp();
  await chooseServer(bench, model.url);
  log = await bench.context.newPage();
}, 120_000);
afterAll(async () => {
  await bench?.close();
  await model?.close();
});

/** Everything that the panel can do about a person, so that as much as possible is kept. */
async function leaveTraces(): Promise<void> {
  const settings = await openSettings(bench);
  const chooser = settings.waitForEvent('filechooser');
  await settings.getByRole('button', { name: 'Import knowledge', exact: true }).click();
  const csv =
    'title,text\nReply to Tamsin Orrey,canary-of-knowledge: we sent a new jacket.\nReturns,Stays here.';
  await (await chooser).setFiles({ name: 'replies.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await settings.getByText(/imported/).waitFor();
  await settings.close();
  const { panel } = bench;
  await panel.page.bringToFront();
  model.says({ text: 'Dear Tamsin, canary-of-draft.' });
  await panel.run('Draft', 'canary-of-instructions');
  await panel.insert().click();
  await panel.receipt('reply').getByText('Done', { exact: true }).waitFor();
  model.says({
    calls: [
      { name: 'add_note', arguments: { body: 'canary-of-note' } },
      { name: 'add_tag', arguments: { tag: 'canary-of-tag' } },
    ],
  });
  await panel.run('Review', 'canary-of-instructions');
  for (const title of ['Add an internal note', 'Add the tag “canary-of-tag”']) {
    await panel.approve(title);
    await panel.receipt(title).getByText('Done', { exact: true }).waitFor();
  }
  await panel.undoLast().click();
  await panel.receiptOf('Add the tag “canary-of-tag”').getByText('Taken back').waitFor();
}

async function exported(form: string): Promise<string> {
  const region = log.getByRole('region', { name: 'Export', exact: true });
  await region.getByRole('radio', { name: form }).check();
  const [download] = await Promise.all([
    log.waitForEvent('download'),
    region.getByRole('button', { name: 'Export', exact: true }).click(),
  ]);
  return readFileSync(await download.path(), 'utf8');
}

const FORMS = ['JSON Lines', 'CSV table', 'Page to read and print'];

const found = (text: string): string[] =>
  CANARIES.filter((one) => text.toLowerCase().includes(one.toLowerCase()));

it('leaves no byte of an erased person in anything that is kept, and the log verifies', {
  timeout: 120_000,
}, async () => {
  await leaveTraces();
  await log.goto(`chrome-extension://${bench.extensionId}/log.html`);
  expect(found(await everythingKept(log))).toEqual(CANARIES);

  const erase = log.getByRole('region', { name: 'Erase a person' });
  await erase.getByRole('textbox', { name: 'Name' }).fill('Tamsin Orrey');
  await erase.getByRole('textbox', { name: 'E-mail address' }).fill('tamsin.orrey@quillmail.example');
  await erase.getByRole('button', { name: 'Find what is kept' }).click();
  await erase.getByRole('button', { name: 'Erase for good' }).click();
  await log
    .getByRole('status', { name: 'Erase status' })
    .getByText(/^Erased: \d+ texts/)
    .waitFor();

  const left = await everythingKept(log);
  expect(found(left)).toEqual([]);
  expect(left).toContain('Stays here.');
  for (const form of FORMS) {
    const file = await exported(form);
    expect([form, found(file)]).toEqual([form, []]);
    if (form === 'JSON Lines') expect(await check(file)).toEqual({ code: 0, words: '' });
  }
  // The panel was open all the time, and is used on: what it knew does not come back.
  await bench.panel.page.bringToFront();
  await bench.panel.activity().first().waitFor();
  expect(found(await bench.panel.activity().first().innerText())).toEqual([]);
  await bench.goTo(1043);
  await bench.freshPanel();
  expect(found(await everythingKept(log))).toEqual([]);
});
