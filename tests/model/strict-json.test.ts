import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseStrictJson } from '../../model/strict-json';

it('takes what JSON.parse takes, for values without flaws', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      const text = JSON.stringify(value);
      if (/__proto__|constructor|prototype/.test(text)) return;
      expect(parseStrictJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
    }),
  );
});

it('takes equal keys in different objects, and strings that look like keys', () => {
  for (const text of [
    '{"a":{"a":1},"b":[{"a":1},{"a":2}]}',
    '{"a":"b\\":","b":"{\\"a\\":1,\\"a\\":2}"}',
    ' {"a" : 1 } ',
  ])
    expect(parseStrictJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
});

it.each([
  '{"a":1,"a":2}',
  '{"a":1,"\\u0061":2}',
  '{"x":{"a":1,"b":{},"a":2}}',
  '{"__proto__":{}}',
  '{"\\u005f_proto__":1}',
  '[{"constructor":1}]',
  '{"prototype":1}',
  '["'.repeat(3),
  '['.repeat(100) + ']'.repeat(100),
  "{'a':1}",
  '{"a":1,}',
  '{"a":NaN}',
  '{"a":1}//',
  '',
])('refuses %j', (text) =>
  expect(parseStrictJson(text)).toMatchObject({ ok: false, refusal: { code: 'bad-arguments' } }),
);

it('is quick on a megabyte', () => {
  const started = performance.now();
  parseStrictJson(`{"body":"${'\\"x: '.repeat(200_000)}"}`);
  parseStrictJson('"'.repeat(100_000));
  expect(performance.now() - started).toBeLessThan(1000);
});
