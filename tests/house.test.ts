import { expect, test } from 'vitest';
import { checkHouse } from './house';
import { isSource, readTree } from './house/tree';

const tree = readTree(new URL('..', import.meta.url).pathname);

test('every file of the house was read', () => {
  expect([...tree.keys()].filter(isSource).length).toBeGreaterThan(200);
});

test('the house stands: rooms, packages, cycles, reach, names, tests, fixtures', () => {
  const broken = checkHouse(tree);
  expect(broken, `\n${broken.join('\n')}\n`).toEqual([]);
});
