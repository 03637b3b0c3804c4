import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkLog } from '../../scripts/log/verify.mjs';
import { check } from './check-text';
import { must } from './harness';
import { sampleStore } from './sample-log';

const FIXTURE = new URL('./fixtures/log.jsonl', import.meta.url);

/** The fixture is a file so that a mutation that is missed can be looked at again; remove it to have it made anew. */
let whole: Buffer;
let lines: string[];
beforeAll(async () => {
  if (!existsSync(FIXTURE)) {
    writeFileSync(FIXTURE, must(await (await sampleStore()).exportText({ filter: null, contents: 'all' })));
  }
  whole = readFileSync(FIXTURE);
  lines = whole.toString('utf8').split('\n').slice(0, -1);
});

const file = (parts: string[]) => `${parts.join('\n')}\n`;
const at = (type: string, nth = 0) => {
  const found = lines.map((line, i) => (JSON.parse(line).type === type ? i : -1)).filter((i) => i >= 0);
  return found.at(nth) ?? -1;
};
/** The file with one line changed by `change`, which gets the parsed line; still canonical. */
const edited = (index: number, change: (line: Record<string, never>) => void) => {
  const line = JSON.parse(lines[index] ?? '');
  change(line);
  return file(lines.with(index, canonicalize(line) ?? ''));
};
const without = (index: number) => file(lines.toSpliced(index, 1));

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

  it.each<[string, () => string | Buffer, RegExp]>([
    ['an empty file', () => '', /empty/],
    ['prose', () => 'Dear customer,\n', /not a Countersign log/],
    ['UTF-16', () => Buffer.from(`\ufeff${lines[0]}\n`, 'utf16le'), /UTF-16/],
    [
      'UTF-16 without a mark, big end first',
      () => Buffer.from(`${lines[0]}\n`, 'utf16le').swap16(),
      /UTF-16/,
    ],
    ['a byte order mark', () => `\ufeff${whole.toString('utf8')}`, /byte order mark/],
    ['Windows line ends', () => whole.toString('utf8').replaceAll('\n', '\r\n'), /Windows/],
    ['Latin-1', () => Buffer.from(`${lines[0]}\n{"text":"\u00e9"}\n`, 'latin1'), /not UTF-8/],
    ['an array', () => '[1]\n', /does not begin/],
    [
      'a header alone of another format',
      () => edited(0, (h) => Object.assign(h, { format: 'other' })),
      /format/,
    ],
    ['a newer version', () => edited(0, (h) => Object.assign(h, { version: 2 })), /version/],
    ['a negative version', () => edited(0, (h) => Object.assign(h, { version: -1 })), /version/],
    ['an empty line', () => file(lines.toSpliced(2, 0, '')), /Line 3 is empty/],
    ['something after the trailer', () => file([...lines, lines[1] ?? '']), /after the trailer/],
    ['two logs in one', () => Buffer.concat([whole, whole]), /after the trailer/],
    ['a second header', () => file(lines.toSpliced(1, 0, lines[0] ?? '')), /second header/],
    ['no header', () => file(lines.slice(1)), /not the header/],
    ['a line of no known type', () => file(lines.toSpliced(1, 0, '{"type":"toString"}')), /no known type/],
    [
      'a key given twice',
      () => file(lines.with(1, (lines[1] ?? '').replace('{"actor"', '{"actor":{"kind":"user"},"actor"'))),
      /canonical/,
    ],
    [
      'another order of keys',
      () => file(lines.with(1, JSON.stringify({ type: 'entry', ...JSON.parse(lines[1] ?? '') }))),
      /canonical/,
    ],
    ['a space', () => file(lines.with(1, (lines[1] ?? '').replace('{', '{ '))), /canonical/],
    ['an unknown key', () => edited(1, (e) => Object.assign(e, { extra: 1 })), /unknown key "extra"/],
    [
      'a __proto__ key',
      () => file(lines.with(1, (lines[1] ?? '').replace('{"actor"', '{"__proto__":1,"actor"'))),
      /unknown key "__proto__"/,
    ],
    ['a missing key', () => edited(1, (e) => Reflect.deleteProperty(e, 'runId')), /lacks "runId"/],
    ['an unknown actor', () => edited(1, (e) => Object.assign(e, { actor: { kind: 'ghost' } })), /"actor"/],
    ['a fraction', () => edited(1, (e) => Object.assign(e, { data: { cost: 0.5 } })), /whole number/],
    [
      'a number too large',
      () => file(lines.with(1, (lines[1] ?? '').replace('"seq":0', '"seq":9007199254740993'))),
      /whole number/,
    ],
    [
      'half a surrogate pair',
      () => file(lines.with(1, (lines[1] ?? '').replace('"data":{', '"data":{"a":"\\ud800",'))),
      /surrogate/,
    ],
    ['an upper-case hash', () => edited(1, (e) => Object.assign(e, { hash: 'A'.repeat(64) })), /"hash"/],
    ['a negative seq', () => edited(1, (e) => Object.assign(e, { seq: -1 })), /"seq"/],
    [
      'nesting without end',
      () => file(lines.with(1, `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)),
      /nested/,
    ],
    [
      'contents where the header says none',
      () => edited(0, (h) => Object.assign(h, { contents: 'none' })),
      /says that there are none/,
    ],
    [
      'a line of 70 MB',
      () => Buffer.concat([Buffer.from('{"a":"'), Buffer.alloc(70 * 1024 * 1024, 0x61)]),
      /longer than 64 MiB/,
    ],
  ])('says that %s is not this format', async (_name, make, words) => {
    expect(await check(make())).toMatchObject({ code: 2, words: expect.stringMatching(words) });
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

function spliced(start: number, removed: number, bytes: number[]): Buffer {
  return Buffer.concat([whole.subarray(0, start), Buffer.from(bytes), whole.subarray(start + removed)]);
}

/** The fixture with its header changed, made whole again with a new Ed25519 key, unless the change brings its own. */
function resigned(change: (header: Record<string, unknown>) => void): string {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const header = JSON.parse(lines[0] ?? '');
  header.publicKey = publicKey.export({ format: 'jwk' });
  change(header);
  const body = file([canonicalize(header) ?? '', ...lines.slice(1, -1)]);
  const { count, head } = JSON.parse(lines.at(-1) ?? '');
  const digest = createHash('sha256').update(body).digest('hex');
  const signature = sign(
    null,
    Buffer.from(`countersign-log\n1\n${count}\n${head}\n${digest}`),
    privateKey,
  ).toString('base64url');
  return `${body}${canonicalize({ type: 'trailer', count, head, digest, signature })}\n`;
}
