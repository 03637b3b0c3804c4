import { describe, expect, it } from 'vitest';
import { digest } from '../../../core/digest';
import { parseMarkup } from '../../../core/markup';
import type { EditorRead } from '../../../page/editors/family';
import { plainer } from '../../../page/editors/plainer';
import { linesAbove, linesOfBlocks, prove } from '../../../page/editors/proof';
import { readPoint, writePoint } from '../../../page/editors/restore-point';
import { placeIn } from '../../../page/world/lines';

const held = (lines: string[], more: Partial<EditorRead> = {}): EditorRead => ({
  lines,
  links: [],
  items: 0,
  strong: 0,
  em: 0,
  html: '',
  model: lines.join('\n'),
  selection: '',
  ...more,
});

describe('prove', () => {
  const blocks = parseMarkup('Hello **Ann**\n\n- [a](https://a.example)');

  it('takes our lines above all that was there', () => {
    const after = held(['Hello Ann', 'a', '', '-- ', 'Kim'], {
      strong: 1,
      items: 1,
      links: ['https://a.example/'],
    });
    expect(prove(held(['-- ', 'Kim']), after, blocks)).toEqual({ words: true, lost: {} });
  });

  it('says which markup fell away', () => {
    expect(prove(held(['Kim']), held(['Hello Ann', 'a', 'Kim']), blocks)).toEqual({
      words: true,
      lost: { strong: false, link: false, list: false },
    });
  });

  it.each([
    ['merged with what was there', ['Hello Ann', 'aKim']],
    ['the signature gone', ['Hello Ann', 'a']],
    ['twice', ['Hello Ann', 'a', 'Hello Ann', 'a', 'Kim']],
    ['below', ['Kim', 'Hello Ann', 'a']],
    ['cut off', ['Hello Ann', 'Kim']],
    ['nothing', ['Kim']],
  ])('refuses: %s', (_, lines) => {
    const after = held(lines, { strong: 1, items: 1, links: ['https://a.example/'] });
    expect(prove(held(['Kim']), after, blocks).words).toBe(false);
  });

  it('refuses when a link of the signature is gone', () => {
    const before = held(['Kim'], { links: ['https://kim.example/'] });
    expect(prove(before, held(['x', 'Kim']), parseMarkup('x')).words).toBe(false);
  });
});

describe('plainer', () => {
  it('says in words what an editor cannot hold', () => {
    const blocks = parseMarkup('**b** [t](https://a.example/)\n\n1. c\n2. *d*');
    const none = { strong: false, em: false, link: false, list: false };
    expect(linesOfBlocks(plainer(blocks, none))).toEqual(['b t (https://a.example/)', '1. c', '2. d']);
  });
});

const linesOf = (texts: string[]) => texts.map((text) => ({ text }));

describe('placeIn', () => {
  it.each([
    [['a', 'b', 'sig'], { first: 0, last: 1, prefix: 0, suffix: 0 }],
    [['mine', 'a', 'b and more', 'sig'], { first: 1, last: 2, prefix: 0, suffix: 9 }],
    [['xa', 'b'], { first: 0, last: 1, prefix: 1, suffix: 0 }],
    [['a', 'new', 'b'], null],
    [['a', 'sig'], null],
    [['a', 'b', 'a', 'b'], null],
    [['A', 'b'], null],
  ])('%j', (now, place) => expect(placeIn(linesOf(now), ['a', 'b'])).toEqual(place));

  it('finds one line within what the person wrote', () => {
    expect(placeIn(linesOf(['well, hello there']), ['hello'])).toEqual({
      first: 0,
      last: 0,
      prefix: 6,
      suffix: 6,
    });
  });
});

it('knows what stands above', () => {
  expect(linesAbove(held(['Kim']), held(['a', '', 'b', 'Kim']))).toEqual(['a', 'b']);
  expect(linesAbove(held(['Kim']), held(['a', 'Kim2']))).toEqual([]);
});

it('reads back only what it wrote itself', () => {
  const selection = { inside: true, focused: true, ends: null };
  const after = { digest: digest('x'), words: ['x'] };
  const text = writePoint({
    family: 'native',
    way: 'native',
    taken: '',
    lines: ['x'],
    before: held(['y']),
    after,
    selection,
  });
  expect(readPoint(text)?.lines).toEqual(['x']);
  for (const bad of [
    '',
    'null',
    '{}',
    text.replace('"v":1', '"v":2'),
    text.replace('{', '{"more":1,'),
    text.slice(1),
  ]) {
    expect(readPoint(bad)).toBeNull();
  }
});

it('gives different texts different digests', () => {
  const seen = new Set(Array.from({ length: 5000 }, (_, i) => digest(`text ${i}`)));
  expect(seen.size).toBe(5000);
});
