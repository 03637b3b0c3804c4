import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256Hex } from '../../core/hash';
import { smallSha256 } from '../../core/sha256';

const known = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

test('every length around the edges of a block', () => {
  for (let length = 0; length < 200; length += 1) {
    const text = 'ä'.repeat(length % 7) + 'x'.repeat(length);
    expect(smallSha256(text)).toBe(known(text));
  }
});

test('any text, and the same as the hash of the log', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const hash = smallSha256(text);
      return hash === known(text) && hash === sha256Hex(text);
    }),
    { numRuns: 300, seed: 3 },
  );
});
