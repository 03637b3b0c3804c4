import { expect, it } from 'vitest';
import { readTexts } from '../../agent/activity-texts';
import { actionFact, must, newProfile, openPanel, text } from '../storage/harness';

it('answers what was read ahead without the log, and everything else from it', async () => {
  const store = await openPanel(newProfile());
  const contents = Object.fromEntries(Array.from({ length: 900 }, (_, i) => [`n${i}`, text(`text ${i}`)]));
  const { contents: hashOf } = must(await store.append(actionFact('action.proposed', 'a', { contents })));
  const [first = '', second = '', third = ''] = Object.values(hashOf);
  const asked: string[] = [];
  const texts = readTexts({
    textsAfter: store.textsAfter,
    texts: (hashes) => {
      asked.push(...hashes);
      return store.texts(hashes);
    },
  });
  texts.want([first, second]);
  while (await texts.ahead());
  const gone = 'f'.repeat(64);
  expect(await texts.texts([first, third, gone])).toEqual(
    new Map([
      [first, await textOf(first)],
      [third, await textOf(third)],
    ]),
  );
  expect(asked.splice(0)).toEqual([third, gone]);
  // What was let go of is still to be had.
  texts.forget();
  expect(await texts.texts([second])).toEqual(new Map([[second, await textOf(second)]]));
  expect(asked).toEqual([second]);

  async function textOf(hash: string): Promise<string> {
    return (await store.content(hash))?.text ?? '';
  }
});

it('meets every text once, in batches', async () => {
  const store = await openPanel(newProfile());
  const contents = Object.fromEntries(Array.from({ length: 1_900 }, (_, i) => [`n${i}`, text(`text ${i}`)]));
  must(await store.append(actionFact('action.proposed', 'a', { contents })));
  const met: string[] = [];
  let batches = 0;
  for (let last: string | null = null; ; batches++) {
    const some: Map<string, string> = await store.textsAfter(last);
    if (some.size === 0) break;
    met.push(...some.values());
    last = [...some.keys()].at(-1) ?? null;
  }
  expect(batches).toBeGreaterThan(1);
  expect(met).toHaveLength(1_900);
  expect(new Set(met).size).toBe(1_900);
});
