import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { canonical } from '../../core/canonical';
import { foldActions } from '../../core/fold';
import { projectionText } from '../../core/projection';
import { recordKey } from '../../core/record';
import { replayLog } from '../../scripts/log/replay.mjs';
import { Database } from '../../storage/database';
import type { ExportOptions } from '../../storage/export';
import type { Store } from '../../storage/store';
import { check } from './check-text';
import { actionFact, doneAction, must, newProfile, openPanel, text } from './harness';
import { sampleStore } from './sample-log';

type Line = Record<string, unknown> & { type: string; hash: string; seq: number };

const ALL: ExportOptions = { filter: null, contents: 'all' };

async function exported(store: Store, options: ExportOptions = ALL) {
  const file = must(await store.exportText(options));
  const lines: Line[] = file
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const of = (type: string) => lines.filter((line) => line.type === type);
  return {
    file,
    lines,
    header: of('header')[0],
    entries: of('entry'),
    contents: of('content'),
    trailer: of('trailer')[0],
  };
}

// Processes and hundreds of keys: slow on a machine that does something else as well.
vi.setConfig({ testTimeout: 30_000 });

describe('exportLog', () => {
  it('writes the whole log in the order of the format, each line canonical, and it verifies', async () => {
    const store = await sampleStore();
    const { file, lines, header, entries, contents, trailer } = await exported(store);
    expect(await check(file)).toEqual({ code: 0, words: '' });
    expect(file.endsWith('}\n')).toBe(true);
    for (const line of file.trimEnd().split('\n'))
      expect(canonical(JSON.parse(line))).toEqual({ ok: true, value: line });
    expect(lines.map((l) => l.type).join(' ')).toMatch(/^header( entry)+( content)+ trailer$/);
    expect(header).toMatchObject({
      fromSeq: 0,
      toSeq: entries.length - 1,
      filter: null,
      contents: 'all',
      version: 1,
    });
    expect(Object.keys(header?.publicKey as object).sort()).toEqual(['crv', 'kty', 'x', 'y']);
    expect(trailer).toMatchObject({ count: entries.length, head: entries.at(-1)?.hash });
    const met = entries.flatMap((e) =>
      Object.entries(e.contents as Record<string, string>)
        .sort()
        .map(([, h]) => h),
    );
    const erased = entries.flatMap((e) =>
      e.kind === 'content.erased' ? (e.data as { erased: string[] }).erased : [],
    );
    expect(erased).toHaveLength(1);
    expect(contents.map((c) => c.hash)).toEqual(met.filter((h) => !erased.includes(h)));
  });

  it('adds nothing to the log by itself, and gives the same lines when streamed', async () => {
    const store = await sampleStore();
    const before = (await store.entries()).length;
    const lines: string[] = [];
    for await (const line of store.exportLog(ALL)) lines.push(line);
    expect(await check(lines.join(''))).toMatchObject({ code: 0 });
    expect(await store.entries()).toHaveLength(before);
  });

  it('leaves contents out when asked, and still verifies', async () => {
    const { file, header, contents } = await exported(await sampleStore(), {
      filter: null,
      contents: 'none',
    });
    expect(contents).toEqual([]);
    expect(header?.contents).toBe('none');
    expect(file).not.toContain('Bonjour');
    expect(await check(file)).toMatchObject({ code: 0 });
  });

  it('exports one run, one record or a stretch of time, with the hash before it', async () => {
    const store = await sampleStore();
    const all = await store.entries();
    const key = recordKey({ site: 'demo-desk', host: '127.0.0.1:4000', type: 'ticket', id: '17' });
    const [from, to] = [all[5]?.at ?? '', all[9]?.at ?? ''];
    const picks: [ExportOptions['filter'], (e: (typeof all)[number]) => boolean][] = [
      [{ runId: 'run-2' }, (e) => e.runId === 'run-2'],
      [{ recordKey: key }, (e) => typeof e.data.record === 'object'],
      [{ from, to }, (e) => e.at >= from && e.at <= to],
    ];
    for (const [filter, belongs] of picks) {
      for (const contents of ['all', 'none'] as const) {
        const { file, header, entries } = await exported(store, { filter, contents });
        const expected = all.filter(belongs);
        expect(entries.map((e) => e.seq)).toEqual(expected.map((e) => e.seq));
        const first = expected[0]?.seq ?? -1;
        expect(header).toMatchObject({
          fromSeq: first,
          toSeq: expected.at(-1)?.seq,
          previousHash: all[first - 1]?.hash,
        });
        expect(await check(file)).toEqual({ code: 0, words: '' });
      }
    }
  });

  it('calls a part redacted when the entry that tells of an erased text is not in it', async () => {
    const store = await sampleStore();
    expect((await exported(store, { filter: { runId: 'run-1' }, contents: 'all' })).header?.contents).toBe(
      'redacted',
    );
    expect((await exported(store, { filter: { runId: 'run-2' }, contents: 'all' })).header?.contents).toBe(
      'all',
    );
  });

  it('says so when there is nothing to export', async () => {
    const store = await sampleStore();
    const nothing = await store.exportText({ filter: { runId: 'no such run' }, contents: 'all' });
    expect(nothing).toMatchObject({ refusal: { code: 'nothing-to-export' } });
  });

  it('does not cover up what the store lost: verify finds it', async () => {
    for (const damage of ['entry', 'tail', 'content'] as const) {
      const profile = newProfile();
      const store = await openPanel(profile);
      must(await store.appendAll(doneAction('a1')));
      const db = new Database(profile);
      if (damage === 'entry') await db.entries.delete(2);
      if (damage === 'tail') await db.entries.delete(4);
      if (damage === 'content') await db.contents.clear();
      expect((await check((await exported(store)).file)).code, damage).toBe(5);
    }
  });

  it('keeps its end while others append, and starts again when texts are erased meanwhile', async () => {
    const store = await sampleStore();
    const lines: string[] = [];
    for await (const line of store.exportLog(ALL)) {
      if (lines.length === 3) must(await store.append(actionFact('action.proposed', 'late')));
      lines.push(line);
    }
    expect(await check(lines.join(''))).toMatchObject({ code: 0 });
    const hashes = await store.findContents((t) => t.includes('Bonjour'));
    const running = store.exportLog(ALL)[Symbol.asyncIterator]();
    await running.next();
    must(await store.erase(hashes, { kind: 'user' }));
    const finish = async () => {
      while (!(await running.next()).done);
    };
    await expect(finish()).rejects.toMatchObject({ refusal: { code: 'changed-since' } });
    expect(await check(must(await store.exportText(ALL)))).toMatchObject({ code: 0 });
  });

  it('folds to the same bytes in the store and in a replay of its export', async () => {
    const store = await sampleStore();
    const runs: [ExportOptions['filter'], Promise<Parameters<typeof foldActions>[0]>][] = [
      [null, store.entries()],
      [{ runId: 'run-1' }, store.entriesOfRun('run-1')],
    ];
    for (const [filter, entries] of runs) {
      const here = must(projectionText(foldActions(await entries)));
      expect(await replayLog([Buffer.from(must(await store.exportText({ filter, contents: 'none' })))])).toBe(
        here,
      );
    }
  });

  it('folds a random log to the same bytes, whole and run by run', { timeout: 60_000 }, async () => {
    const kinds = [
      'action.proposed',
      'approval.granted',
      'action.started',
      'action.done',
      'action.unknown',
    ] as const;
    const step = fc.tuple(fc.constantFrom(...kinds), fc.nat(9), fc.nat(2), fc.option(fc.nat(9)));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), async (steps) => {
        const store = await openPanel(newProfile());
        for (const [kind, id, run, undoes] of steps) {
          const data: Record<string, string> = undoes === null ? {} : { undoes: `a${undoes}` };
          // An action starts once; the store refuses it a second time, and the log goes on.
          await store.append(
            actionFact(kind, `a${id}`, { runId: `run-${run}`, data, contents: { after: text(kind) } }),
          );
        }
        for (const filter of [null, { runId: `run-${steps[0]?.[2]}` }]) {
          const here = filter ? await store.entriesOfRun(filter.runId) : await store.entries();
          const file = must(await store.exportText({ filter, contents: 'all' }));
          expect(await replayLog([Buffer.from(file)])).toBe(must(projectionText(foldActions(here))));
        }
      }),
      { numRuns: 15 },
    );
  });

  it('verifies whatever the texts and the data hold', async () => {
    const json = fc.jsonValue({ noUnicodeString: false, maxDepth: 3 }).filter((v) => canonical(v).ok);
    // A content of that name is refused: no object could hold it.
    const words = fc.string({ unit: 'grapheme', maxLength: 60 }).filter((text) => text !== '__proto__');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(words, words, json), { minLength: 1, maxLength: 6 }),
        async (facts) => {
          const store = await openPanel(newProfile());
          for (const [name, body, value] of facts) {
            const contents = { [name || 'x']: text(body), before: text(name) };
            must(
              await store.append(
                actionFact('draft.made', 'a1', { data: { value: value as never }, contents }),
              ),
            );
          }
          expect(await check(must(await store.exportText(ALL)))).toEqual({ code: 0, words: '' });
        },
      ),
      { numRuns: 60 },
    );
  });
});
