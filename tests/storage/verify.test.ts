import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLog } from '../../scripts/log/verify.mjs';
import { at, edited, file, lines, resigned, spliced, whole, without } from './changed-log';
import { check } from './check-text';
import { must } from './harness';
import { sampleStore } from './sample-log';

describe('verify', () => {
  it('finds the fixture whole', async () => {
    expect(await check(whole)).toEqual({ code: 0, words: '' });
  });

  it('finds 5,000 random changes: a byte, a bit, a line dropped, doubled, swapped, a cut', async () => {
    const position = fc.nat(whole.length - 1);
    const line = fc.nat(lines.length - 1);
    const mutation = fc.oneof(
      fc.tuple(position, fc.nat(255)).map(([i, byte]) => spliced(i, 1, [byte])),
      fc.tuple(position, fc.nat(7)).map(([i, bit]) => spliced(i, 1, [(whole[i] ?? 0) ^ (1 << bit)])),
      position.map((i) => spliced(i, 1, [])),
      fc.tuple(position, fc.nat(255)).map(([i, byte]) => spliced(i, 0, [byte])),
      position.map((i) => whole.subarray(0, i)),
      line.map((i) => Buffer.from(without(i))),
      line.map((i) => Buffer.from(file(lines.toSpliced(i, 0, lines[i] ?? '')))),
      fc
        .tuple(line, line)
        .map(([i, j]) => Buffer.from(file(lines.with(i, lines[j] ?? '').with(j, lines[i] ?? '')))),
    );
    await fc.assert(
      fc.asyncProperty(mutation, async (changed) => {
        fc.pre(!changed.equals(whole));
        expect([2, 3, 4, 5, 6]).toContain((await check(changed)).code);
      }),
      { numRuns: 5000 },
    );
  }, 60_000);

  it('names the entry that was edited', async () => {
    const entry = at('entry', 4);
    const { seq } = JSON.parse(lines[entry] ?? '');
    const changed = await check(edited(entry, (e) => Object.assign(e, { at: '2026-03-04T00:00:00.000Z' })));
    expect(changed).toMatchObject({ code: 3, words: expect.stringContaining(`seq ${seq}:`) });
  });

  it('finds an entry that was edited and hashed again', async () => {
    const changed = await check(
      edited(at('entry', 4), (e) => {
        const rest: Record<string, unknown> = { ...e, data: {} };
        delete rest.hash;
        Object.assign(e, {
          data: {},
          hash: createHash('sha256')
            .update(canonicalize(rest) ?? '')
            .digest('hex'),
        });
      }),
    );
    expect(changed).toMatchObject({ code: 3, words: expect.stringContaining('does not follow') });
  });

  it('tells a gap from a wrong order, and a cut', async () => {
    expect(await check(without(at('entry', 4)))).toMatchObject({ code: 5, words: 'Entry 4 is missing.' });
    expect(await check(file(lines.toSpliced(at('entry', 4), 3)))).toMatchObject({
      code: 5,
      words: 'Entries 4 to 6 are missing.',
    });
    const i = at('entry', 4);
    const swapped = file(lines.with(i, lines[i + 1] ?? '').with(i + 1, lines[i] ?? ''));
    expect(await check(swapped)).toMatchObject({ code: 3, words: expect.stringContaining('seq 4:') });
    expect(await check(file(lines.toSpliced(i, 0, lines[i] ?? '')))).toMatchObject({ code: 3 });
    expect(await check(file(lines.slice(0, -1)))).toMatchObject({
      code: 5,
      words: expect.stringContaining('without a trailer'),
    });
    expect(await check(without(at('entry', -1)))).toMatchObject({ code: 5 });
    expect(await check(whole.subarray(0, -1))).toMatchObject({
      code: 5,
      words: expect.stringContaining('does not end'),
    });
    expect(await check(whole.subarray(0, -90))).toMatchObject({ code: 5 });
  });

  it('checks contents: text, presence, order, and that each is named', async () => {
    const i = at('content', 1);
    expect(await check(edited(i, (c) => Object.assign(c, { text: 'other' })))).toMatchObject({ code: 6 });
    expect(await check(edited(i, (c) => Object.assign(c, { mediaType: 'text/html' })))).toMatchObject({
      code: 6,
    });
    expect(await check(without(i))).toMatchObject({ code: 5, words: expect.stringContaining('content') });
    expect(await check(without(at('content', -1)))).toMatchObject({ code: 5 });
    expect(await check(file(lines.toSpliced(i, 0, lines[i] ?? '')))).toMatchObject({ code: 2 });
    const salt = '00'.repeat(16);
    const hash = createHash('sha256').update(Buffer.alloc(16)).update('text/plain\0stray').digest('hex');
    const stray = canonicalize({ type: 'content', hash, salt, mediaType: 'text/plain', text: 'stray' }) ?? '';
    expect(await check(file(lines.toSpliced(i, 0, stray)))).toMatchObject({
      code: 2,
      words: expect.stringContaining('named by no entry'),
    });
  });

  it('checks the digest, the signature and the key', async () => {
    const trailer = at('trailer');
    const flip = (text: string) => (text.startsWith('A') ? `B${text.slice(1)}` : `A${text.slice(1)}`);
    expect(await check(edited(0, (h) => Object.assign(h, { extensionVersion: '9' })))).toMatchObject({
      code: 4,
    });
    const forged = (t: { signature?: string }) => Object.assign(t, { signature: flip(t.signature ?? '') });
    expect(await check(edited(trailer, forged))).toMatchObject({ code: 4 });
    for (const signature of ['', '!', 'AAAA']) {
      expect(await check(edited(trailer, (t) => Object.assign(t, { signature })))).toMatchObject({ code: 4 });
    }
    for (const publicKey of [{}, { kty: 'RSA' }, { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' }]) {
      expect(await check(resigned((h) => Object.assign(h, { publicKey })))).toMatchObject({ code: 4 });
    }
    expect(await check(edited(trailer, (t) => Object.assign(t, { count: 3 })))).toMatchObject({ code: 5 });
    expect(await check(edited(trailer, (t) => Object.assign(t, { head: '0'.repeat(64) })))).toMatchObject({
      code: 3,
    });
  });

  it('accepts an Ed25519 signature', async () => {
    expect(await check(resigned(() => undefined))).toEqual({ code: 0, words: '' });
  });

  it('holds a file against a key and a head that are known from elsewhere', async () => {
    const { key, trailer, entryCount } = await checkLog([whole]);
    const head = { seq: entryCount - 1, hash: String(trailer.head) };
    await expect(checkLog([whole], { known: { key, head } })).resolves.toBeDefined();
    // Signed anew by another key: whole in itself, and not the log that was known.
    const anew = Buffer.from(resigned(() => undefined));
    await expect(checkLog([anew], { known: { key } })).rejects.toMatchObject({ code: 4 });
    await expect(
      checkLog([whole], { known: { head: { ...head, hash: 'f'.repeat(64) } } }),
    ).rejects.toMatchObject({ code: 3 });
    await expect(checkLog([whole], { known: { head: { ...head, seq: 9999 } } })).rejects.toMatchObject({
      code: 5,
    });
  });

  it('holds the entries against the filter that the header names', async () => {
    expect(await check(resigned((h) => Object.assign(h, { filter: { runId: 'run-1' } })))).toMatchObject({
      code: 2,
    });
    expect(
      await check(resigned((h) => Object.assign(h, { filter: { from: '2030-01-01T00:00:00Z' } }))),
    ).toMatchObject({ code: 2 });
    expect(await check(resigned((h) => Object.assign(h, { filter: { madeUp: true } })))).toMatchObject({
      code: 0,
    });
  });

  it('reads the same whatever the size of the pieces it is handed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 2000 }), async (size) => {
        const pieces = Array.from({ length: Math.ceil(whole.length / size) }, (_, i) =>
          whole.subarray(i * size, (i + 1) * size),
        );
        await expect(checkLog(pieces)).resolves.toBeDefined();
      }),
      { numRuns: 30 },
    );
  });

  it('is not taken in by data that looks like an entry’s own hash', async () => {
    const store = await sampleStore();
    const hash = 'a'.repeat(64);
    const data = { actionId: 'x', hash, kind: `"hash":"${hash}",`, deep: { hash, kind: 'k' } };
    must(
      await store.append({ kind: 'draft.made', runId: `"hash":"${hash}",`, actor: { kind: 'user' }, data }),
    );
    expect(await check(must(await store.exportText({ filter: null, contents: 'all' })))).toEqual({
      code: 0,
      words: '',
    });
  });
});
