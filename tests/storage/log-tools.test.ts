import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { actionFact, must, newProfile, openPanel, text } from './harness';

const FIXTURE = fileURLToPath(new URL('./fixtures/log.jsonl', import.meta.url));
const TOOL = fileURLToPath(new URL('../../scripts/log.mjs', import.meta.url));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-tools-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** `node scripts/log.mjs …`, as npm runs it. */
function log(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [TOOL, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

function saved(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

// Processes and hundreds of keys: slow on a machine that does something else as well.
vi.setConfig({ testTimeout: 30_000 });

describe('the log tools on the command line', () => {
  it('verify answers in words and by its exit code', () => {
    const whole = log('verify', FIXTURE);
    expect(whole).toMatchObject({ status: 0, stderr: '' });
    expect(whole.stdout).toMatch(/^Whole\. \d+ entries/);
    const file = readFileSync(FIXTURE, 'utf8');
    const cases: [number, string][] = [
      [2, ''],
      [3, file.replace('"kind":"run.started"', '"kind":"run.startee"')],
      [4, file.replace('"extensionVersion":"0.1.0","filter"', '"extensionVersion":"0.1.1","filter"')],
      [5, file.slice(0, -1)],
      [6, file.replace('"text":"Bonjour', '"text":"bonjour')],
    ];
    for (const [status, content] of cases) {
      expect(content).not.toBe(file);
      const result = log('verify', saved('changed.jsonl', content));
      expect(result).toMatchObject({ status, stderr: '' });
      expect(result.stdout).toMatch(/^Not whole\. .+\n.+\.\n$/);
    }
  });

  it('verify compares with the key and the head that it printed', () => {
    const { stdout } = log('verify', FIXTURE);
    const head = /^Head: (.+)$/m.exec(stdout)?.[1] ?? '';
    const key = /^Key: +(.+)$/m.exec(stdout)?.[1] ?? '';
    expect(log('verify', FIXTURE, '--head', head, '--key', key).status).toBe(0);
    expect(log('verify', FIXTURE, '--key', `${key.slice(0, -1)}_`).status).toBe(4);
    expect(log('verify', FIXTURE, '--head', head.replace(/:.*/, `:${'0'.repeat(64)}`)).status).toBe(3);
  });

  it('says what is wrong with a folder, a file that is not there, and a wrong command', () => {
    expect(log('verify', folder)).toMatchObject({
      status: 2,
      stdout: expect.stringContaining('is a folder'),
    });
    expect(log('verify', join(folder, 'none'))).toMatchObject({
      status: 2,
      stdout: expect.stringContaining('There is no file'),
    });
    for (const args of [
      [],
      ['verify'],
      ['burn', FIXTURE],
      ['verify', FIXTURE, '--x'],
      ['report', FIXTURE],
      ['verify', FIXTURE, '--head', '1'],
    ]) {
      const { status, stderr } = log(...args);
      expect(status).toBe(1);
      expect(stderr).toContain('npm run log -- verify FILE');
    }
    expect(log('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('replay FILE') });
  });

  it('replay prints the folded state, and refuses a log that is not whole', () => {
    const { status, stdout } = log('replay', FIXTURE);
    expect(status).toBe(0);
    const { actions } = JSON.parse(stdout);
    expect(
      actions.map((a: { actionId: string; status: string; undoneBy: string | null }) => [
        a.actionId,
        a.status,
        a.undoneBy,
      ]),
    ).toEqual([
      ['a1', 'done', null],
      ['a2', 'done', 'a3'],
      ['a3', 'done', null],
      ['a4', 'failed', null],
      ['a5', 'unknown', null],
      ['a6', 'started', null],
      ['a7', 'rejected', null],
    ]);
    const cut = saved('cut.jsonl', readFileSync(FIXTURE).subarray(0, -1));
    expect(log('replay', cut)).toMatchObject({ status: 5, stdout: '' });
  });

  it('report writes a page in which nothing from the log is markup, and nothing is hidden', async () => {
    const store = await openPanel(newProfile());
    const nasty = '<script>alert(1)</script> <img src=x onerror=alert(1)> &amp; "\'\u202egnp\u200b.exe';
    const data = { tool: nasty, account: nasty, reason: nasty, undoes: nasty, more: nasty };
    must(
      await store.append(
        actionFact('action.failed', nasty, {
          runId: nasty,
          data,
          contents: { before: text(nasty), [nasty]: text(nasty) },
        }),
      ),
    );
    const source = saved('nasty.jsonl', must(await store.exportText({ filter: null, contents: 'all' })));
    const out = join(folder, 'report.html');
    expect(log('report', source, '--html', out)).toMatchObject({ status: 0, stderr: '' });
    const page = readFileSync(out, 'utf8');
    expect(page).toContain('&lt;script&gt;alert(1)');
    expect(page).not.toMatch(/<script|<img|[\u202e\u200b]/);
    expect(page).toContain('U+202E');
    expect(page).toContain("default-src 'none'");
    const attributes = [...page.matchAll(/<[a-z][^>]*>/g)].filter(([tag]) => /\son/i.test(tag));
    expect(attributes).toEqual([]);
  });

  it('says where nothing can be written, in words and not in a stack trace', () => {
    const file = saved('a-file', 'x');
    for (const args of [
      ['report', FIXTURE, '--html', join(folder, 'none', 'x.html')],
      ['otlp', FIXTURE, '--out', join(folder, 'none', 'x.json')],
      ['otlp', FIXTURE, '--out', folder],
      ['atif', FIXTURE, '--out', file],
    ]) {
      const { status, stderr } = log(...args);
      expect(status).toBe(1);
      expect(stderr).toMatch(/^Nothing could be written to .*: (there is|that is|a part).*\.\n$/);
    }
  });

  it('diff says which of two files is not whole', () => {
    const cut = saved('cut-b.jsonl', readFileSync(FIXTURE).subarray(0, -1));
    const { status, stderr } = log('diff', FIXTURE, cut);
    expect(status).toBe(5);
    expect(stderr).toContain(`${cut}: The file is cut`);
    expect(log('diff', FIXTURE, FIXTURE)).toMatchObject({ status: 0, stderr: '' });
  });

  it('diff tells a log from one that continues it, and from another one', async () => {
    const store = await openPanel(newProfile());
    const exported = async () => must(await store.exportText({ filter: null, contents: 'all' }));
    must(await store.append(actionFact('action.started', 'a1')));
    const a = saved('a.jsonl', await exported());
    must(await store.append(actionFact('action.done', 'a1')));
    must(await store.append(actionFact('action.proposed', 'a2')));
    const b = saved('b.jsonl', await exported());
    const { status, stdout } = log('diff', a, b);
    expect(status).toBe(0);
    expect(stdout).toContain('Entries in both: 2. Only in A: 0. Only in B: 2.');
    expect(stdout).toMatch(/^~ .* add_tag on 17 \(a1\): started → done$/m);
    expect(stdout).toMatch(/^\+ .* \(a2\): proposed$/m);
    const other = log('diff', FIXTURE, b);
    expect(other.status).toBe(1);
    expect(other.stdout).toMatch(/^Two installations: .*\n.*\nThey part at seq 0:/);
  });

  it('otlp and atif write one span tree and one file for each run', () => {
    const runs = new Set(
      readFileSync(FIXTURE, 'utf8')
        .split('\n')
        .flatMap((line) => (line.includes('"type":"entry"') ? (JSON.parse(line).runId ?? []) : [])),
    );
    expect(runs.size).toBeGreaterThan(1);
    const [spans, trajectories] = [join(folder, 'spans.jsonl'), join(folder, 'atif')];
    expect(log('otlp', FIXTURE, '--out', spans)).toMatchObject({ status: 0, stderr: '' });
    const traces = readFileSync(spans, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const ids = traces.flatMap((trace) =>
      trace.resourceSpans[0].scopeSpans[0].spans.map((span: { traceId: string }) => span.traceId),
    );
    expect(new Set(ids).size).toBe(runs.size);
    expect(log('atif', FIXTURE, '--out', trajectories)).toMatchObject({ status: 0, stderr: '' });
    const sessions = readdirSync(trajectories).map(
      (name) => JSON.parse(readFileSync(join(trajectories, name), 'utf8')).session_id,
    );
    expect(new Set(sessions)).toEqual(runs);
  });

  it('report is not written for a log that is not whole, nor over the log', () => {
    const out = join(folder, 'none.html');
    const cut = saved('cut.jsonl', readFileSync(FIXTURE).subarray(0, -1));
    expect(log('report', cut, '--html', out).status).toBe(5);
    expect(() => readFileSync(out)).toThrow();
    expect(log('report', cut, '--html', cut).status).toBe(1);
    expect(readFileSync(cut).length).toBeGreaterThan(1000);
  });
});
