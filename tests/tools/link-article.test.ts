import { expect, test } from 'vitest';
import type { Article } from '../../core/article';
import { isWellFormedBody } from '../../core/markup';
import { isEffect } from '../../core/tool';
import tool from '../../tools/link-article';
import { expectStrictInput, PROTOTYPE_NAMES } from './support';

const article = (change: Partial<Article> = {}): Article => ({
  title: 'Care of the Tide Boots',
  url: 'https://help.example/boots',
  state: 'public',
  ...change,
});
const partsOf = (title: string, articles: Article[]) => {
  const parts = tool.parts({ article: title }, { macros: [], articles });
  return parts.ok ? parts.value : parts.refusal.code;
};

test('takes a title and nothing else, no address above all', () => {
  expectStrictInput('link_article', { article: 'Care of the Tide Boots' });
});

test('is a link in the reply box, and a body that may be signed', () => {
  const parts = partsOf('Care of the Tide Boots', [article()]);
  expect(parts).toEqual([
    { tool: 'insert_draft', input: { body: '[Care of the Tide Boots](https://help.example/boots)' } },
  ]);
  expect(isWellFormedBody('[Care of the Tide Boots](https://help.example/boots)').ok).toBe(true);
  expect(isEffect(tool)).toBe(false);
});

test('brackets in a title do not break out of the link', () => {
  expect(
    partsOf('A [b](https://evil.example) c', [article({ title: 'A [b](https://evil.example) c' })]),
  ).toEqual([
    { tool: 'insert_draft', input: { body: '[A bhttps://evil.example c](https://help.example/boots)' } },
  ]);
});

test.each([
  ['internal', article({ state: 'internal' })],
  ['a draft', article({ state: 'draft' })],
  ['of unknown state', article({ state: null })],
  ['without an address', article({ url: null })],
  ['at an address that is not safe', article({ url: 'http://help.example/boots' })],
  ['at an address that would end the link', article({ url: 'https://help.example/a)b' })],
])('an article that is %s is refused, and not offered', (_, one) => {
  expect(partsOf(one.title, [one])).toBe('not-public');
  expect(tool.choices({ macros: [], articles: [one] })).toEqual([]);
  expect(tool.choices({ macros: [], articles: [one, article({ title: 'Open' })] })).toEqual(['Open']);
});

test('one that there is not is refused', () => {
  for (const title of ['care of the tide boots', 'Care', ...PROTOTYPE_NAMES])
    expect(partsOf(title, [article()]), title).toBe('unknown-value');
});
