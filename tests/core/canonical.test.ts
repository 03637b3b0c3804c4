import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../core/canonical';

const code = (value: unknown) => {
  const form = canonical(value);
  return form.ok ? form.value : form.refusal.code;
};

describe('canonical', () => {
  it('sorts keys by UTF-16 code units, at every depth, and escapes no more than it must', () => {
    const value = {
      '\ufb33': 1,
      '\u{1f600}': 2,
      '\u20ac': 3,
      é: 4,
      '10': 5,
      '9': 6,
      a: { c: '"\\\n\u0007\u2028/<é😀', b: [] },
    };
    expect(code(value)).toBe(
      '{"10":5,"9":6,"a":{"b":[],"c":"\\"\\\\\\n\\u0007\u2028/<é😀"},"é":4,"€":3,"😀":2,"\ufb33":1}',
    );
    expect(code({ b: -0, a: Number.MAX_SAFE_INTEGER })).toBe('{"a":9007199254740991,"b":0}');
  });

  it.each([
    [{ a: undefined }, 'cannot-record'],
    [[undefined], 'cannot-record'],
    [Array(1), 'cannot-record'],
    [0.5, 'cannot-record'],
    [2 ** 53, 'cannot-record'],
    [Number.POSITIVE_INFINITY, 'cannot-record'],
    [10n, 'cannot-record'],
    [Symbol('s'), 'cannot-record'],
    [() => 1, 'cannot-record'],
    [new Map(), 'cannot-record'],
    [new Date(0), 'cannot-record'],
    [new Uint8Array(1), 'cannot-record'],
    [JSON.parse('{"__proto__":1}'), 'cannot-record'],
    ['\ud800', 'bad-text'],
    ['a\udc00', 'bad-text'],
    [{ '\ud800': 1 }, 'bad-text'],
    [{ deep: [{ text: '\udfff' }] }, 'bad-text'],
  ])('refuses %o', (value, expected) => {
    expect(code(value)).toBe(expected);
  });

  it('refuses a cycle, and names the place of what it refuses', () => {
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    expect(code(loop)).toBe('cannot-record');
    expect(canonical({ steps: [{ cost: 1.5 }] })).toMatchObject({
      refusal: { detail: 'steps[0].cost: not a safe whole number' },
    });
  });

  it('reads back as the same value, and says the same of it again', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const form = canonical(value);
        if (!form.ok) return;
        expect(JSON.parse(form.value)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(code(JSON.parse(form.value))).toBe(form.value);
      }),
    );
  });
});
