import { expect, it } from 'vitest';
import { Database } from '../../storage/database';
import { check } from './check-text';
import { actionFact, must, newProfile, openPanel, text } from './harness';

it('erases texts for good: the chain verifies, the hashes stay, no byte of the text does', async () => {
  const profile = newProfile();
  const store = await openPanel(profile);
  const canary = 'Zoë Canary 4711';
  for (const id of ['a1', 'a2']) {
    must(
      await store.append(
        actionFact('action.done', id, { contents: { before: text(`Hi ${canary}`), after: text('kept') } }),
      ),
    );
  }
  const hashes = await store.findContents((t) => t.includes(canary));
  expect(hashes).toHaveLength(2);
  expect(must(await store.erase(hashes, { kind: 'user' }))).toEqual([...hashes].sort());
  expect((await store.entries()).at(-1)).toMatchObject({
    kind: 'content.erased',
    data: { erased: [...hashes].sort() },
  });
  expect(await store.content(hashes[0] ?? '')).toBeNull();
  const db = new Database(profile);
  const everything = JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())));
  expect(everything).not.toContain('Canary');
  expect(everything).toContain('kept');
  const file = must(await store.exportText({ filter: null, contents: 'all' }));
  expect(file).not.toContain('Canary');
  expect(await check(file)).toEqual({ code: 0, words: '' });
});

it('writes nothing when there is nothing to erase, and names each hash once', async () => {
  const store = await openPanel(newProfile());
  expect(must(await store.erase(['f'.repeat(64)], { kind: 'user' }))).toEqual([]);
  expect(await store.entries()).toHaveLength(1);
  const { contents } = must(
    await store.append(actionFact('draft.made', 'a1', { contents: { x: text('x') } })),
  );
  const hash = contents.x ?? '';
  expect(must(await store.erase([hash, hash], { kind: 'user' }))).toEqual([hash]);
  expect(must(await store.erase([hash], { kind: 'user' }))).toEqual([]);
});
