import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentHash, digestOf, sha256Hex } from '../../core/hash';

const oracle = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('hashes', () => {
  it('are SHA-256 of the UTF-8 bytes', () => {
    expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    const either = fc.oneof(fc.string({ unit: 'grapheme' }), fc.uint8Array());
    fc.assert(
      fc.property(either, (input) => {
        expect(sha256Hex(input)).toBe(oracle(input));
      }),
    );
  });

  it('of a value do not depend on the order of its keys, and exist only for what has a canonical form', () => {
    expect(digestOf({ b: 1, a: 2 })).toEqual({ ok: true, value: oracle('{"a":2,"b":1}') });
    expect(digestOf({ a: '\ud800' })).toMatchObject({ refusal: { code: 'bad-text' } });
  });

  it('of a content cover salt, media type and text, each apart', () => {
    const salt = new Uint8Array(16).fill(7);
    expect(contentHash(salt, 'text/plain', 'é')).toBe(
      oracle(Buffer.concat([salt, Buffer.from('text/plain\0é')])),
    );
    expect(contentHash(salt, 'text/plain', 'a')).not.toBe(contentHash(salt, 'text/plaina', ''));
    expect(contentHash(new Uint8Array(16), 'text/plain', 'a')).not.toBe(contentHash(salt, 'text/plain', 'a'));
  });
});
