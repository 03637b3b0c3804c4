import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createThoughtFilter } from '../../model/thinking';

const through = (pieces: string[]) => {
  const filter = createThoughtFilter();
  return pieces.map((p) => filter.feed(p)).join('') + filter.rest();
};

it('gives the same however the text is cut', () => {
  const texts = [
    '<think>a <b> c</think>\n\nHello <think>',
    '  <thin',
    '<thinking> is fun',
    'Hello',
    '',
    '<think>never ends',
  ];
  const wanted = ['Hello <think>', '  <thin', '<thinking> is fun', 'Hello', '', ''];
  for (const [i, text] of texts.entries())
    fc.assert(
      fc.property(fc.array(fc.nat(Math.max(1, text.length)), { maxLength: 8 }), (cuts) => {
        const at = [...new Set([0, ...cuts, text.length])].sort((a, b) => a - b);
        expect(through(at.slice(1).map((end, n) => text.slice(at[n], end)))).toBe(wanted[i]);
      }),
    );
});
