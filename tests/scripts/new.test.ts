import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkHouse } from '../house';
import { readTree } from '../house/tree';
import { type Copy, copyOfProject } from './copy';

let copy: Copy;
beforeAll(() => {
  copy = copyOfProject();
});
afterAll(() => copy?.remove());

const make = (...args: string[]) => copy.node('scripts/new.mjs', ...args);
const read = (path: string) => readFileSync(join(copy.root, path), 'utf8');
const broken = () => checkHouse(readTree(copy.root));

describe('npm run new', () => {
  it('makes a tool that stands in the house, and whose test passes', { timeout: 60_000 }, () => {
    const before = broken();
    const { status, out } = make('tool', 'add-thing');
    expect(status, out).toBe(0);
    expect(out).toContain('Now fill in:\n  tools/add-thing.ts');
    expect(broken()).toEqual(before);
    expect(read('tools/registry.ts')).toContain(
      "import addTag from './add-tag';\nimport addThing from './add-thing';",
    );
    const ran = copy.node(
      'node_modules/vitest/vitest.mjs',
      'run',
      '--project',
      'unit',
      'tests/tools/add-thing',
    );
    expect(ran.status, ran.out).toBe(0);
    expect(ran.out).toContain('4 passed');
  });

  it('makes a site with a test and a fixture that stands in the house', () => {
    const before = broken();
    const { status, out } = make('site', 'acme-desk');
    expect(status, out).toBe(0);
    expect(out).toContain('tests/sites/fixtures/acme-desk/ticket.html: a saved page');
    expect(broken()).toEqual(before);
    expect(read('sites/registry.ts')).toMatch(/const SITES[^;]*acmeDesk,?\s*\];/);
  });

  it('writes what the linter would write, and leaves no notes to oneself', { timeout: 60_000 }, () => {
    make('tool', 'move-ticket-into-another-queue');
    const files = ['tools', 'sites'].map((room) => `${room}/registry.ts`);
    const written = [
      'tools/move-ticket-into-another-queue.ts',
      'tests/tools/move-ticket-into-another-queue.test.ts',
    ];
    const linted = copy.node('node_modules/@biomejs/biome/bin/biome', 'check', ...files, ...written);
    expect(linted.status, linted.out).toBe(0);
    for (const path of written) expect(read(path)).not.toMatch(/TODO|FIXME/);
  });

  it.each([
    [['tool', 'assign'], 'There is a tool assign already: tools/assign.ts. Nothing was written.'],
    [['site', 'demo-desk'], 'There is a site demo-desk already'],
    [['tool', 'addThing'], 'Call it add-thing?'],
    [['tool', 'add_thing'], 'Call it add-thing?'],
    [['site', '../outside'], '“../outside” is no name'],
    [['tool', 'registry'], 'is taken'],
    [['tool', 'delete'], 'is a word of the language. Say of what, such as delete-thing.'],
    [['tool', 'x'.repeat(41)], 'too long'],
    [['tool'], 'A name is missing'],
    [['tool', 'one', 'two'], 'One name at a time'],
    [['rule', 'one'], 'There is no kind “rule”'],
    [['constructor', 'one'], 'There is no kind “constructor”'],
    [[], 'What is it?'],
  ])('refuses %j in words, and writes nothing', (args, words) => {
    const before = [...readTree(copy.root).keys()];
    const registry = read('tools/registry.ts');
    const { status, out } = make(...args);
    expect(status).toBe(1);
    expect(out).toContain(words);
    expect(out).toContain('npm run new tool add-thing');
    expect([...readTree(copy.root).keys()]).toEqual(before);
    expect(read('tools/registry.ts')).toBe(registry);
  });
});
