import { expect, it } from 'vitest';
import type { KnowledgeItem } from '../../core/knowledge';
import { Database } from '../../storage/database';
import { must, newProfile, openPanel } from './harness';

function item(id: string, more: Partial<KnowledgeItem> = {}): KnowledgeItem {
  return {
    id,
    kind: 'macro',
    title: `Title ${id}`,
    text: 'Hello {{name}}',
    language: 'en',
    keywords: [],
    steps: [{ tool: 'set_status', value: 'Solved' }],
    origin: 'macros.csv',
    updatedAt: '2026-03-03',
    ...more,
  };
}

it('puts many, replaces by id, and removes what came from one file', async () => {
  const store = await openPanel(newProfile());
  expect(must(await store.knowledge.put([item('b'), item('a'), item('c', { origin: 'faq.md' })]))).toBe(3);
  must(await store.knowledge.put([item('a', { title: 'New' })]));
  expect((await store.knowledge.all()).map((i) => i.title)).toEqual(['New', 'Title b', 'Title c']);
  expect(must(await store.knowledge.removeByOrigin('macros.csv'))).toBe(2);
  expect((await store.knowledge.all()).map((i) => i.id)).toEqual(['c']);
});

it('takes all or none, and passes over a row that cannot be understood', async () => {
  const profile = newProfile();
  const store = await openPanel(profile);
  expect(() => store.knowledge.put([item('a'), { ...item('b'), kind: 'spell' } as never])).toThrow();
  expect(await store.knowledge.all()).toEqual([]);
  must(await store.knowledge.put([item('a')]));
  await new Database(profile).knowledge.put({ id: 'z', title: 7 } as never);
  expect((await store.knowledge.all()).map((i) => i.id)).toEqual(['a']);
});
