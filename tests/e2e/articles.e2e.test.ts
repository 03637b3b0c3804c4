import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Bench } from './bench';
import type { ScriptedModel } from './script';
import { setUpScripted } from './scripted';
import { importKnowledge } from './settings';

let bench: Bench;
let model: ScriptedModel;

const ARTICLES = [
  {
    title: 'How to send a jacket back',
    text: 'Print the label and bring the parcel to the post.',
    kind: 'article',
    url: 'https://help.saltmarsh.example/returns',
    state: 'public',
  },
  {
    title: 'Torn seams, for the team',
    text: 'Batch 7 has weak seams. Do not tell customers.',
    kind: 'article',
    url: 'https://wiki.saltmarsh.example/seams',
    state: 'internal',
  },
];

beforeAll(async () => {
  ({ bench, model } = await setUpScripted());
  await importKnowledge(bench, ARTICLES);
});
afterAll(() => bench.close());
beforeEach(async () => {
  bench.desk.reset();
  await bench.page.goto(`${bench.desk.url}/tickets/1042`);
  await bench.freshPanel();
});

const link = (article: string) => model.says({ calls: [{ name: 'link_article', arguments: { article } }] });

it('a link to an article stands in the reply box, nothing is sent, and undo takes it out', async () => {
  const start = { box: await bench.box(), state: bench.desk.state() };
  link('How to send a jacket back');
  await bench.panel.run('Review');
  const title = 'Link the article “How to send a jacket back”';
  await bench.panel.approve(title);
  await bench.panel.receiptOf(title).getByText('Done', { exact: true }).waitFor();
  const { html } = await bench.box();
  expect(html).toContain('href="https://help.saltmarsh.example/returns"');
  expect(html.split('How to send a jacket back')).toHaveLength(2);
  expect(bench.desk.ledger()).toEqual([]);

  await bench.panel.undoLast().click();
  await bench.panel.receiptOf(title).getByText('Taken back').waitFor();
  expect(await bench.box()).toEqual(start.box);
  expect(bench.desk.state()).toEqual(start.state);
  expect(bench.panel.errors).toEqual([]);
});

it('an article for the team is never linked, and the box stays as it is', async () => {
  const before = await bench.box();
  link('Torn seams, for the team');
  await bench.panel.run('Review');
  await bench.panel.alert().waitFor();
  expect(await bench.panel.cards().count()).toBe(0);
  expect(await bench.box()).toEqual(before);
  const offer = model
    .requests()
    .findLast(({ body }) => JSON.stringify(body.tools ?? []).includes('link_article'));
  const tool = offer?.body.tools.find(
    (t: { function: { name: string } }) => t.function.name === 'link_article',
  );
  expect(JSON.stringify(tool)).toContain('How to send a jacket back');
  expect(JSON.stringify(tool)).not.toContain('Torn seams');
});

it('a summary goes back to the model, shows no hidden words, changes nothing and leaves nothing to undo', async () => {
  const start = bench.desk.state();
  model.says(
    { calls: [{ name: 'summarize', arguments: {} }] },
    { text: 'The sleeve came torn; she sent a photo.' },
    { text: 'Offer a new jacket.' },
  );
  await bench.panel.run('Suggest');
  await bench.panel.page.getByText('Offer a new jacket.').first().waitFor();
  const answer = model.messages().find((message) => message.role === 'tool');
  expect(answer.content).toContain('The sleeve came torn; she sent a photo.');
  // the summary was asked for by itself, without tools
  const asked = model.requests().at(-2)?.body;
  expect(asked.tools ?? []).toEqual([]);
  expect(JSON.stringify(asked.messages)).toContain('sleeve');
  expect(bench.desk.ledger()).toEqual([]);
  expect(bench.desk.state()).toEqual(start);
  expect(
    await bench.panel
      .undoLast()
      .isEnabled()
      .catch(() => false),
  ).toBe(false);
  const log = await bench.panel.exportLog();
  expect(log).toContain('"taskType":"suggest"');
  expect(log).not.toMatch(/"kind":"action\.\w+"[^\n]*summarize/);
});
