import { describe, expect, it } from 'vitest';
import { edited, file, lines, whole } from './changed-log';
import { check } from './check-text';

describe('verify', () => {
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
});
