import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkHouse } from '.';
import { ROOMS } from './rooms';
import { readTree, type Tree } from './tree';

const TOOL = `import { defineTool } from '../core/tool';
export default defineTool({ name: 'add_thing', version: 1 });
`;
const SITE = `import { defineSite } from '../core/site';
export default defineSite({ id: 'acme-desk' });
`;

/** A small house in which all is well. */
const SOUND: Record<string, string> = {
  'core/tool.ts': 'export const defineTool = <T>(tool: T): T => tool;',
  'core/site.ts': 'export const defineSite = <T>(site: T): T => site;',
  'storage/log.ts': "import Dexie from 'dexie';\nexport const log = new Dexie('log');",
  'tools/add-thing.ts': TOOL,
  'tools/registry.ts': "import addThing from './add-thing';\nexport const TOOLS = [addThing];",
  'sites/acme-desk.ts': SITE,
  'sites/registry.ts': "import acmeDesk from './acme-desk';\nexport const SITES = [acmeDesk];",
  'page/look.ts': 'export const look = 1;',
  'entrypoints/page.content/index.ts': "import '../../page/look';\nimport '../../tools/registry';",
  'tests/tools/add-thing.test.ts': '',
  'tests/sites/acme-desk.test.ts': '',
  'tests/sites/fixtures/acme-desk/ticket.html': '',
};

/** The sound house with some files changed, or taken away by null. */
function houseWith(changes: Record<string, string | null>): Tree {
  const tree = new Map(Object.entries(SOUND));
  for (const [path, text] of Object.entries(changes)) {
    if (text === null) tree.delete(path);
    else tree.set(path, text);
  }
  return tree;
}

const broken = (changes: Record<string, string | null>) => checkHouse(houseWith(changes));
const oneOf = (changes: Record<string, string | null>): string => {
  const words = broken(changes);
  expect(words, words.join('\n')).toHaveLength(1);
  return words[0] ?? '';
};

describe('the house test', () => {
  it('is content with a sound house', () => {
    expect(broken({})).toEqual([]);
  });

  it('fails when a tool imports storage', () => {
    const words = broken({ 'tools/add-thing.ts': `import { log } from '../storage/log';\n${TOOL}` });
    expect(words).toContain(
      'tools/add-thing.ts:1: tools may not import storage/log. A tool is handed its reader and writer (core/ports) and imports no room but core.',
    );
    // And the log would be written into the customer's page.
    expect(words.join('\n')).toContain('storage/log.ts would run in the customer');
  });

  it('fails when a tool imports storage for a type, from a part, by export or by import()', () => {
    for (const line of [
      "import type { log } from '../../storage/log';",
      "export { log } from '../../storage/log';",
      "export * from '../../storage/log';",
      "export const log = () => import('../../storage/log');",
      "export type Log = import('../../storage/log').log;",
    ]) {
      expect(broken({ 'tools/parts/write.ts': line })[0], line).toMatch(
        /^tools\/parts\/write\.ts:1: tools may not import/,
      );
    }
    expect(
      oneOf({ 'tools/parts/write.ts': "const where = '../x';\nexport const x = () => import(where);" }),
    ).toBe('tools/parts/write.ts:2: an import() needs a literal path, so that this check can follow it.');
  });

  it('fails when a tool has no test', () => {
    expect(oneOf({ 'tests/tools/add-thing.test.ts': null })).toBe(
      'tools/add-thing.ts: it has no test; write tests/tools/add-thing.test.ts.',
    );
  });

  it('fails when a tool stands in a file of another name, or is not registered', () => {
    expect(oneOf({ 'tools/add-thing.ts': TOOL.replace('add_thing', 'add_other') })).toBe(
      'tools/add-thing.ts: it holds the tool add_other; call the file add-other.ts.',
    );
    expect(oneOf({ 'tools/registry.ts': 'export const TOOLS = [];' })).toContain(
      'tools/registry.ts, or nobody',
    );
    expect(oneOf({ 'tools/add-thing.ts': 'export const tool = 1;' })).toContain('must export defineTool');
  });

  it('fails when a site has no fixture', () => {
    expect(oneOf({ 'tests/sites/fixtures/acme-desk/ticket.html': null })).toBe(
      'sites/acme-desk.ts: it has no fixture; save a page of it in tests/sites/fixtures/acme-desk/.',
    );
    // A helpdesk of ours that is started for the test is one, too.
    const desk = { 'tests/sites/fixtures/acme-desk/ticket.html': null, 'tests/acme-desk/server.mjs': '' };
    expect(broken(desk)).toEqual([]);
  });

  it('fails when a site has no test, another id, or is not registered', () => {
    expect(oneOf({ 'tests/sites/acme-desk.test.ts': null })).toContain(
      'it has no test; write tests/sites/acme-desk',
    );
    const inBrowser = { 'tests/sites/acme-desk.test.ts': null, 'tests/sites/acme-desk.e2e.test.ts': '' };
    expect(broken(inBrowser)).toEqual([]);
    expect(oneOf({ 'sites/acme-desk.ts': SITE.replace('acme-desk', 'other') })).toContain(
      'call the file other.ts',
    );
    expect(oneOf({ 'sites/registry.ts': '' })).toContain('add it to sites/registry.ts');
  });

  it.each([
    ['core/a.ts', "import '../page/look';", 'core may not import page/look'],
    ['page/a.ts', "import '../sites/acme-desk';", 'page may not import sites/acme-desk'],
    ['policy/a.ts', "import '../storage/log';", 'policy may not import storage/log'],
    ['agent/a.ts', "import '../page/look';", 'agent may not import page/look'],
    ['components/a.tsx', "import '../storage/log';", 'components may not import storage/log'],
    [
      'components/a.tsx',
      "import '../tests/sites/acme-desk.test';",
      'leads out of the house: tests is no room',
    ],
    ['core/a.ts', "import './nowhere';", "'./nowhere' leads to no file"],
    ['core/a.ts', "import '@/core/tool';", 'as a relative path'],
    ['core/a.ts', "import './tool.ts';", 'without its file extension'],
    ['agent/a.ts', "import OpenAI from 'openai';", "the package 'openai'. It is for model only"],
    ['agent/a.ts', "import 'dexie';", "the package 'dexie'. It is for storage only"],
    ['agent/a.ts', "import 'react';", "the package 'react'. It is for components and entrypoints only"],
    ['agent/a.ts', "import { create } from 'zustand';", "the package 'zustand'. It is for components only"],
    ['core/a.ts', "import * as z from 'zod';", "import 'zod/mini' instead of 'zod'"],
    ['storage/a.ts', "import { readFileSync } from 'node:fs';", "the package 'node:fs'"],
  ])('fails when %s says %s', (path, text, words) => {
    expect(broken({ [path]: text })[0]).toContain(words);
  });

  it('lets a component see the agent through its view alone', () => {
    const agent = { 'agent/view.ts': 'export const a = 1;', 'agent/run.ts': 'export const b = 1;' };
    expect(broken({ ...agent, 'components/a.tsx': "import '../agent/view';" })).toEqual([]);
    expect(oneOf({ ...agent, 'components/a.tsx': "import '../agent/run';" })).toContain(
      'may not import agent/run',
    );
  });

  it('fails when values go round in a ring, and lets types do so', () => {
    const a = "import { b } from './b';\nexport const a = () => b;";
    const ring = { 'core/a.ts': a, 'core/b.ts': "import { a } from './a';\nexport const b = () => a;" };
    expect(oneOf(ring)).toContain('core/a.ts → core/b.ts → core/a.ts');
    expect(
      broken({ ...ring, 'core/b.ts': "import type { a } from './a';\nexport type b = typeof a;" }),
    ).toEqual([]);
  });

  it('fails when the content script reaches storage, however long the way', () => {
    const words = broken({
      'bridge/server.ts': "export * from './far';",
      'bridge/far.ts': "export const far = () => import('../storage/log');",
      'entrypoints/page.content/index.ts': "import '../../bridge/server';",
    });
    expect(words.join('\n')).toContain(
      'entrypoints/page.content/index.ts → bridge/server.ts → bridge/far.ts → storage/log.ts',
    );
    expect(oneOf({ 'entrypoints/page-world.ts': "import '../storage/log';" })).toContain(
      'would run in the customer',
    );
    expect(
      oneOf({ 'entrypoints/background.ts': "import '../storage/log';\nexport const a: any = 1;" }),
    ).toContain('any');
    expect(oneOf({ 'entrypoints/page.content/index.ts': null })).toContain('no content script');
  });

  it.each([
    ['z.strictObject', "import * as z from 'zod/mini';\nexport const a = z.object({});"],
    ['z.coerce', "import * as z from 'zod/mini';\nexport const a = z.coerce.number();"],
    ['z.any', "import * as z from 'zod/mini';\nexport const a = z.any();"],
    ['no `any`', 'export const a: any = 1;'],
    ['no `!`', 'export const a = (b: string[]) => b[0]!;'],
    ['an empty catch', 'export function a() { try { b(); } catch { /* quiet */ } }\nconst b = () => 1;'],
    ['an empty .catch()', 'export const a = (p: Promise<void>) => p.catch(() => {});'],
    ['mend the type', '// @ts-ignore\nexport const a = 1;'],
    ['notes to oneself', `// ${'TO'}DO later\nexport const a = 1;`],
    ['two questions', `export const a = 1;${'\n//'.repeat(400)}`],
    ['Date.now', 'export const a = () => Date.now();'],
    ['new Date()', 'export const a = () => new Date();'],
    ['Math.random', 'export const a = () => Math.random();'],
    ['core may not use document', 'export const a = () => document.title;'],
    ['core may not use fetch', "export const a = () => fetch('/x');"],
  ])('fails with “%s”', (words, text) => {
    expect(oneOf({ 'core/a.ts': text })).toContain(words);
  });

  it('fails when policy waits, and when page knows a product', () => {
    expect(oneOf({ 'policy/a.ts': 'export const a = async () => 1;' })).toContain('policy may not use async');
    expect(oneOf({ 'page/a.ts': "export const a = (id: string) => id === 'acme-desk';" })).toContain(
      'acme-desk',
    );
  });

  it('is not fooled by comments and strings', () => {
    const text = `// import '../storage/log'; any z.object(\nexport const a = "import '../storage/log'; z.object( any";`;
    expect(broken({ 'tools/parts/a.ts': text })).toEqual([]);
  });
});

describe('on a copy of this project', () => {
  it('a tool that imports storage, one without a test and a site without a fixture are found', () => {
    const copy = mkdtempSync(join(tmpdir(), 'house-'));
    const root = new URL('../..', import.meta.url).pathname;
    for (const room of [...Object.keys(ROOMS), 'tests/tools', 'tests/sites', 'tests/demo-desk']) {
      cpSync(join(root, room), join(copy, room), { recursive: true });
    }
    rmSync(join(copy, 'tests/tools/assign.test.ts'), { force: true });
    rmSync(join(copy, 'tests/demo-desk'), { recursive: true });
    const real = readTree(copy);
    const tree = new Map(real).set(
      'tools/add-tag.ts',
      `import '../storage/log';\n${real.get('tools/add-tag.ts')}`,
    );
    rmSync(copy, { recursive: true });
    const words = checkHouse(tree).join('\n');
    expect(words).toContain('tools/add-tag.ts:1: tools may not import storage/log.');
    expect(words).toContain('tools/assign.ts: it has no test;');
    expect(words).toContain('sites/demo-desk.ts: it has no fixture;');
  });
});
