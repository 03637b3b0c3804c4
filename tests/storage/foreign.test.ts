import { describe, expect, it } from 'vitest';
import { readForeignLog } from '../../storage/foreign/read';
import { CHANGES, changed, wholeLog } from '../torture/mutations';
import { Random } from '../torture/random';
import { resigned, whole } from './changed-log';
import { check } from './check-text';
import { doneAction, must, newProfile, openPanel } from './harness';

async function* pieces(file: Uint8Array, size = 777): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < file.length; i += size) yield file.subarray(i, i + size);
}

const read = (file: Buffer, size?: number) => readForeignLog(pieces(file, size), file.length);

describe('looking at somebody else’s log', () => {
  it('reads a whole one, with its texts, in pieces of any size', async () => {
    for (const size of [1, 777, 1_000_000]) {
      const log = must(await read(whole, size));
      expect(log.entries.length).toBe(29);
      const hash = log.entries.find((e) => e.contents.input)?.contents.input ?? '';
      expect(log.text(hash)).toContain('Bonjour Zoë');
      expect(log.text('0'.repeat(64))).toBeNull();
    }
    expect(must(await read(Buffer.from(resigned(() => undefined)))).key).toMatch(/^[\w-]{43}$/);
  });

  it('takes what verify takes, and refuses what verify refuses', async () => {
    const file = await wholeLog();
    const random = new Random(11);
    for (let n = 0; n < 600; n++) {
      const other = changed(file, CHANGES[n % CHANGES.length] ?? 'byte', random);
      const here = await read(other);
      expect([here.ok, n]).toEqual([(await check(other)).code === 0, n]);
      if (!here.ok)
        expect(here.refusal).toMatchObject({ code: 'bad-file', detail: expect.stringMatching(/\.$/) });
    }
  }, 60_000);

  it('takes parts, and contents left out', async () => {
    const store = await openPanel(newProfile());
    must(await store.appendAll(doneAction('a1')));
    must(await store.append({ kind: 'draft.made', runId: 'r2', actor: { kind: 'user' }, data: {} }));
    for (const contents of ['all', 'none', 'redacted'] as const)
      for (const filter of [null, { runId: 'r2' }]) {
        const file = Buffer.from(must(await store.exportText({ filter, contents })));
        expect((await read(file)).ok).toBe(true);
      }
    expect(
      await read(Buffer.from(resigned((h) => Object.assign(h, { filter: { runId: 'run-1' } })))),
    ).toMatchObject({ ok: false });
  });

  it('refuses what is too large or nothing at all, before anything is read', async () => {
    expect(await readForeignLog(pieces(whole), 200 * 1024 * 1024)).toMatchObject({
      refusal: { detail: expect.stringContaining('100 MB') },
    });
    for (const file of [
      '',
      '\n',
      '[]\n',
      '\ufeff{}\n',
      'PK\u0003\u0004',
      '{"type":"__proto__"}\n',
      '{"__proto__":{"type":"header"}}\n',
    ])
      expect(await read(Buffer.from(file))).toMatchObject({ refusal: { code: 'bad-file' } });
    expect(await read(Buffer.from('{"type":"header"}\n', 'utf16le'))).toMatchObject({ ok: false });
  });
});
