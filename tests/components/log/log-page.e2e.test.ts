import { mkdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, setUp } from '../../e2e/bench';
import { check } from '../../storage/check-text';

const PICTURES = process.env.PICTURES;

let bench: Bench;
let log: Page;
const received: { path: string; body: string }[] = [];
const collector = createServer((request, response) => {
  let body = '';
  request.on('data', (part) => {
    body += part;
  });
  request.on('end', () => {
    const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'content-type' };
    if (request.method === 'POST') received.push({ path: request.url ?? '', body });
    response.writeHead(200, headers).end('{}');
  });
});

const region = (name: string) => log.getByRole('region', { name, exact: true });
const status = (name: string) => log.getByRole('status', { name, exact: true });

async function saved(press: () => Promise<void>): Promise<{ name: string; text: string; path: string }> {
  const [download] = await Promise.all([log.waitForEvent('download'), press()]);
  const path = await download.path();
  return { name: download.suggestedFilename(), text: await readFile(path, 'utf8'), path };
}

const exported = () => saved(() => region('Export').getByRole('button', { name: 'Export' }).click());

async function picture(name: string): Promise<void> {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  await log.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
}

beforeAll(async () => {
  await new Promise<void>((done) => collector.listen(0, '127.0.0.1', done));
  bench = await setUp('/tickets/1042');
  log = await bench.context.newPage();
  await log.goto(`chrome-extension://${bench.extensionId}/log.html`);
  const { port } = collector.address() as AddressInfo;
  await region('Collector').getByRole('textbox', { name: 'Collector URL' }).fill(`http://127.0.0.1:${port}`);
  await region('Collector').getByRole('button', { name: 'Save' }).click();
  await status('Collector status').getByText('Saved.').waitFor();
  bench.panel = await bench.freshPanel();
  await bench.panel.run('Review');
  await bench.panel.page.waitForTimeout(700);
  await bench.panel.approve(0);
  await bench.panel.activity().first().getByText('Done', { exact: true }).waitFor();
  await bench.panel.run('Draft');
  await log.reload();
  await log.bringToFront();
}, 120_000);

afterAll(async () => {
  await bench?.close();
  collector.close();
});

describe('the log page', () => {
  it('shows how a run came about, with its texts', async () => {
    const runs = log.getByRole('list', { name: 'Runs: list' }).getByRole('button');
    await runs.first().waitFor();
    await runs.filter({ hasText: 'propose actions' }).first().click();
    const trace = region('Trace');
    for (const part of ['Asked', 'Read', 'Model', 'Proposed', 'Signature', 'Sent to the page', 'Proof'])
      await trace.getByText(part, { exact: true }).first().waitFor();
    const step = trace.getByRole('listitem').nth(1);
    await step.locator('summary').click();
    await step.getByText('seen', { exact: true }).waitFor();
    await step.locator('pre').first().waitFor();
    await picture('trace');
  });

  it('exports the whole log, a part without texts, a table and a page', async () => {
    const whole = await exported();
    expect(await check(whole.text)).toEqual({ code: 0, words: '' });
    await region('Export').getByRole('radio', { name: 'One record' }).check();
    await region('Export').getByRole('radio', { name: 'Redacted' }).check();
    const part = await exported();
    expect(await check(part.text)).toEqual({ code: 0, words: '' });
    expect(part.text).toContain('"recordKey"');
    await region('Export').getByRole('radio', { name: 'CSV table' }).check();
    expect((await exported()).text).toMatch(/^seq,at,kind,/);
    await region('Export').getByRole('radio', { name: 'Page to read and print' }).check();
    expect((await exported()).text).toContain('<h1>What was done</h1>');
  });

  it('opens an exported log to be read, and refuses a changed one in words', async () => {
    await region('Export').getByRole('radio', { name: 'The whole log' }).check();
    await region('Export').getByRole('radio', { name: 'All', exact: true }).check();
    await region('Export').getByRole('radio', { name: 'JSON Lines' }).check();
    const whole = await exported();
    const picker = region('Open an exported log').locator('input[type=file]');
    const bad = join(tmpdir(), `changed-${process.pid}.jsonl`);
    await writeFile(bad, whole.text.replace('"run.started"', '"run.startee"'));
    await picker.setInputFiles(bad);
    await status('Open status').getByText('does not match its own hash').waitFor();
    const good = join(tmpdir(), `whole-${process.pid}.jsonl`);
    await writeFile(good, whole.text);
    await picker.setInputFiles(good);
    await status('Open status')
      .getByText(/^Whole: \d+ entries/)
      .waitFor();
    await log
      .getByRole('list', { name: /^Runs in .*: list$/ })
      .getByRole('button')
      .first()
      .click();
    await region('Trace').last().waitFor();
  });

  it('checks every entry', async () => {
    await region('Care').getByRole('button', { name: 'Check every entry' }).click();
    await region('Care')
      .getByText(/^Whole: \d+ entries, \d+ texts/)
      .waitFor();
  });

  it('sent the traces of runs that ended to the collector, without a word of the ticket', async () => {
    await expect.poll(() => received.length).toBeGreaterThan(0);
    const [first] = received;
    expect(first?.path).toBe('/v1/traces');
    const names = received.flatMap(({ body }) =>
      JSON.parse(body).resourceSpans[0].scopeSpans[0].spans.map((span: { name: string }) => span.name),
    );
    expect(names).toContain('invoke_agent countersign');
    const subject = await bench.page.title();
    for (const { body } of received) expect(body).not.toContain(subject.slice(0, 20));
  });

  it('removes old texts after they were saved: the entries stay and the log verifies', async () => {
    const later = await bench.context.newPage();
    await later.clock.setFixedTime(Date.now() + 120 * 86_400_000);
    await later.goto(`chrome-extension://${bench.extensionId}/log.html`);
    const care = later.getByRole('region', { name: 'Care', exact: true });
    await care.getByText(/ are used\. /).waitFor();
    await care.getByRole('button', { name: 'Find old texts' }).click();
    const found = care.getByRole('group', { name: 'Old texts found' });
    const count = Number(/(\d+) texts would go/.exec(await found.innerText())?.[1]);
    expect(count).toBeGreaterThan(0);
    await expect(found.getByRole('button', { name: 'Remove from the log' }).isDisabled()).resolves.toBe(true);
    const [download] = await Promise.all([
      later.waitForEvent('download'),
      found.getByRole('button', { name: 'Export them first' }).click(),
    ]);
    expect(await check(await readFile(await download.path()))).toEqual({ code: 0, words: '' });
    await found.getByRole('button', { name: 'Remove from the log' }).click();
    await care
      .getByRole('status', { name: 'Old texts status' })
      .getByText(`${count} texts removed.`)
      .waitFor();
    await later.close();
    const { text } = await exported();
    expect(await check(text)).toEqual({ code: 0, words: '' });
    expect(text).toContain('"why":"retention"');
  });

  it('erases a person: what goes is named first, and nothing is left of it in an export', async () => {
    const before = (await exported()).text;
    const mail =
      /([\w.]+@[\w.]+)/.exec(
        before.split('\n').find((line) => line.includes('"type":"content"') && line.includes('@')) ?? '',
      )?.[1] ?? '';
    expect(mail).not.toBe('');
    const erase = region('Erase a person');
    await erase.getByRole('textbox', { name: 'E-mail address' }).fill(mail);
    await erase.getByRole('button', { name: 'Find what is kept' }).click();
    await erase.getByText(/\d+ texts? in the log/).waitFor();
    await picture('erase');
    await erase.getByRole('button', { name: 'Erase for good' }).click();
    await status('Erase status')
      .getByText(/^Erased: \d+ texts/)
      .waitFor();
    const after = await exported();
    expect(after.text).not.toContain(mail);
    expect(await check(after.text)).toEqual({ code: 0, words: '' });
  });
});
