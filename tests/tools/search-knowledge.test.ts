import { expect, test } from 'vitest';
import tool from '../../tools/search-knowledge';
import { expectStrictInput, reads, ticket } from './support';

test('takes a question of at most 500 characters and nothing else', () => {
  expectStrictInput('search_knowledge', { query: 'late parcel' });
  expect(tool.input.safeParse({ query: '' }).success).toBe(false);
  expect(tool.input.safeParse({ query: 'x'.repeat(501) }).success).toBe(false);
});

test('gives what was found, numbered, with where it is from', async () => {
  const asked: string[] = [];
  const found = await tool.read(
    { query: 'late' },
    ticket(),
    reads({
      search: async (query) => {
        asked.push(query);
        return [
          { title: 'Late parcel', text: 'We are sorry.', source: 'macros.csv' },
          { title: 'Refunds', text: 'Within 14 days.', source: 'built in' },
        ];
      },
    }),
  );
  expect(asked).toEqual(['late']);
  expect(found).toBe(
    '[1] Late parcel (macros.csv)\nWe are sorry.\n\n[2] Refunds (built in)\nWithin 14 days.',
  );
});

test('says so when nothing was found', async () => {
  expect(await tool.read({ query: 'late' }, ticket(), reads())).toBe('Nothing was found.');
});
