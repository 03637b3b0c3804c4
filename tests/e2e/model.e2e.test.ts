import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, setUp } from './bench';
import { createScriptedModel, type ScriptedModel } from './script';
import { chooseServer, fillServer, openSettings, save } from './settings';

let bench: Bench;
let model: ScriptedModel;

beforeEach(async () => {
  model = await createScriptedModel();
  bench = await setUp();
});
afterEach(async () => {
  await bench.close();
  await model.close();
});

describe('settings', () => {
  it('tests the connection in words, and keeps what was saved', async () => {
    const page = await openSettings(bench);
    const answer = page.getByRole('status', { name: 'Connection', exact: true });
    await fillServer(page, model.url);
    model.says({ text: 'OK' });
    await page.getByRole('button', { name: 'Test connection' }).click();
    await answer.getByText('Connected. scripted answered.').waitFor();
    expect(model.requests()).toHaveLength(1);
    expect(model.requests()[0]).toMatchObject({ method: 'POST', path: '/v1/chat/completions' });
    expect(model.requests()[0]?.body).toMatchObject({ model: 'scripted', stream: true });
    await save(page);
    await page.reload();
    const url = page.getByRole('textbox', { name: 'Server URL', exact: true });
    await url.waitFor();
    expect(await url.inputValue()).toBe(model.url);
    expect(await page.getByRole('radio', { name: 'OpenAI-compatible server' }).isChecked()).toBe(true);
  });

  it.each([
    { url: 'http://127.0.0.1:1/v1', words: /does not answer/ },
    { url: 'not an address', words: /Fill in the marked fields|address/i },
  ])('says what is wrong with $url', async ({ url, words }) => {
    const page = await openSettings(bench);
    await fillServer(page, url);
    await page.getByRole('button', { name: 'Test connection' }).click();
    await page.getByRole('status', { name: 'Connection', exact: true }).getByText(words).waitFor();
  });
});

describe('Draft', () => {
  beforeEach(() => chooseServer(bench, model.url));
  const incomplete = () => bench.panel.page.getByText('Incomplete: finish it, or draft again');

  it('makes the streamed text the draft, letter by letter, and offers no tool that changes anything', async () => {
    const text = 'Hi Tamsin,\n\nwe are **sorry** about the sleeve. A new jacket is on its way.';
    model.says({ text, letters: 6, everyMs: 60 });
    await bench.panel.setMode('Draft');
    await bench.panel.mainAction('Draft').click();
    await expect
      .poll(() => bench.panel.draft().inputValue(), { interval: 20 })
      .toMatch(/^Hi Tam.*(?<!way\.)$/s);
    expect(await bench.panel.insert().isDisabled()).toBe(true);
    await bench.panel.runStatus().getByText('The draft is ready. Nothing was sent.').waitFor();
    expect(await bench.panel.draft().inputValue()).toBe(text);
    expect(
      model.offered().filter((name) => !['read_record', 'search_knowledge', 'summarize'].includes(name)),
    ).toEqual([]);
    await bench.panel.insert().click();
    await bench.panel.receipt('Insert the draft').getByText('Done').waitFor();
    expect((await bench.box()).html).toContain('<strong>sorry</strong>');
    expect(bench.sent()).toEqual([]);
  });

  it('stops at once, keeps what was written and marks it', async () => {
    model.says({ text: 'Hello Tamsin, '.repeat(200), letters: 10, everyMs: 50 });
    await bench.panel.setMode('Draft');
    await bench.panel.mainAction('Draft').click();
    await expect.poll(() => bench.panel.draft().inputValue()).toContain('Hello');
    await bench.panel.stop().click();
    await bench.panel.runStatus().getByText('Stopped.').waitFor({ timeout: 2000 });
    const kept = await bench.panel.draft().inputValue();
    expect(kept.length).toBeLessThan(1000);
    await incomplete().waitFor();
    expect(await bench.panel.insert().isDisabled()).toBe(true);
    await bench.page.waitForTimeout(400);
    expect(await bench.panel.draft().inputValue()).toBe(kept);
  });

  it.each([
    { how: 'ends without a finish', answer: { finish: null, done: false } },
    { how: 'breaks off', answer: { destroyAfter: 4, everyMs: 60 } },
    { how: 'reached its length', answer: { finish: 'length' } },
  ])('marks a draft that $how; Insert waits until the person finished it', async ({ answer }) => {
    model.says({ text: 'Hello Tamsin, thank you for the photograph of the', ...answer });
    await bench.panel.run('Draft');
    await incomplete().waitFor();
    await bench.panel.alert().waitFor();
    expect(await bench.panel.draft().inputValue()).toContain('Hello Tamsin');
    expect(await bench.panel.insert().isDisabled()).toBe(true);
    await bench.panel.draft().fill('Hello Tamsin, thank you for the photograph.');
    expect(await bench.panel.insert().isEnabled()).toBe(true);
  });
});

it('answers what the model wants to read, and goes on until it proposes', async () => {
  await chooseServer(bench, model.url);
  model.says(
    {
      calls: [
        { id: 'r1', name: 'read_record', arguments: {} },
        { id: 's1', name: 'search_knowledge', arguments: { query: 'damaged jacket replacement' } },
      ],
    },
    { calls: [{ name: 'add_tag', arguments: { tag: 'refund' } }] },
  );
  const words = await bench.panel.run('Review', 'Be quick.');
  expect(words).toContain('One action is proposed');
  expect(model.requests()).toHaveLength(2);
  const messages = model.messages();
  expect(messages.map((m) => m.role)).toEqual(['system', 'user', 'assistant', 'tool', 'tool']);
  expect(messages[1].content).toContain('Be quick.');
  expect(messages[2].tool_calls.map((c: { id: string }) => c.id)).toEqual(['r1', 's1']);
  expect(messages[3]).toMatchObject({ tool_call_id: 'r1' });
  expect(messages[3].content).toContain('SM-20418');
  expect(messages[4].content).toMatch(/\[1\] |Nothing was found/);
  // No order from outside stands where the model takes its orders from, and no target is an argument.
  expect(messages[0].content).not.toContain('SM-20418');
  const tools = model.requests()[0]?.body.tools as {
    function: { name: string; parameters: { properties: object } };
  }[];
  const keys = tools.flatMap((t) => Object.keys(t.function.parameters.properties));
  expect(keys.filter((k) => /id$|url|selector|path|ticket/i.test(k))).toEqual([]);
  expect(tools.map((t) => t.function.name).toSorted()).toEqual(
    [
      'read_record',
      'search_knowledge',
      'insert_draft',
      'send_reply',
      'add_note',
      'set_status',
      'set_priority',
      'assign',
      'add_tag',
      'remove_tag',
      'set_field',
      'update_contact',
      'apply_macro',
      'summarize',
      'snooze',
      'create_task',
      'log_call',
    ].toSorted(),
  );
  expect(bench.desk.ledger()).toEqual([]);
});
