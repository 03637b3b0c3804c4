import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundle, type Isolated, openBrowser } from '../read/isolated';
import { openWidget } from './lab';

let browser: Browser;
let page: Page;
let script: string;
const errors: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  script = await bundle(new URL('entry.ts', import.meta.url).pathname);
});
afterAll(() => browser.close());

interface Case {
  page: string;
  extension: 'ts' | 'tsx';
  family: string;
  field: string;
  /** Key of the page's own state, and what it holds before, after and after a refusal. */
  key: string;
  start: unknown;
  set: string[];
  end: unknown;
}
/** What takes more than the choices of a list. */
const FREE = new Set(['text', 'number', 'date', 'datetime-local', 'month', 'time', 'week']);
const GAMMA = 'Gamma & delta';
const widget = (
  name: string,
  extension: 'ts' | 'tsx',
  family: string,
  rows: [field: string, key: string, start: unknown, set: string[], end: unknown][],
): Case[] =>
  rows.map(([field, key, start, set, end]) => ({
    page: name,
    extension,
    family,
    field,
    key,
    start,
    set,
    end,
  }));

const CASES: Case[] = [
  ...widget('native', 'tsx', 'select', [
    ['#choice', 'choice', 'b', [GAMMA], 'c'],
    ['#multi', 'multi', ['x'], ['Why', 'Zed'], ['y', 'z']],
  ]),
  ...widget('native', 'tsx', 'checkbox', [['#flag', 'flag', false, ['Yes'], true]]),
  ...widget('native', 'tsx', 'radio', [['#r-one', 'radio', 'one', ['Number two'], 'two']]),
  ...widget('native', 'tsx', 'text', [['#text', 'text', 'old', ['new <b> & 🙂'], 'new <b> & 🙂']]),
  ...widget('native', 'tsx', 'number', [['#number', 'number', '3', ['12.5'], '12.5']]),
  ...widget('native', 'tsx', 'date', [['#date', 'date', '2026-01-05', ['2026-02-28'], '2026-02-28']]),
  ...widget('native', 'tsx', 'datetime-local', [
    ['#moment', 'moment', '2026-01-05T09:30', ['2026-02-28T17:05'], '2026-02-28T17:05'],
  ]),
  ...widget('native', 'tsx', 'month', [['#month', 'month', '2026-01', ['2026-11'], '2026-11']]),
  ...widget('native', 'tsx', 'time', [['#time', 'time', '09:30', ['23:59'], '23:59']]),
  ...widget('native', 'tsx', 'week', [['#week', 'week', '2026-W02', ['2026-W40'], '2026-W40']]),
  ...widget('native', 'tsx', 'text', [['#listed', 'listed', 'old', ['Refund'], 'Refund']]),
  ...widget('select2', 'ts', 'select2', [
    ['#one', 'one', 'a', [GAMMA], 'c'],
    ['#many', 'many', [], ['Alpha', GAMMA], ['a', 'c']],
  ]),
  ...widget('bootstrap-select', 'ts', 'bootstrap-select', [
    ['#one', 'one', 'a', ['Beta'], 'b'],
    ['#many', 'many', [], ['Beta', GAMMA], ['b', 'c']],
  ]),
  ...widget('choices', 'ts', 'choices', [
    ['#one', 'one', 'a', [GAMMA], 'c'],
    ['#many', 'many', [], ['Alpha', 'Beta'], ['a', 'b']],
  ]),
  ...widget('tagify', 'ts', 'tagify', [
    ['#tags', 'tags', ['old', 'vip'], ['vip', 'refund'], ['vip', 'refund']],
    ['#strict', 'strict', ['red'], ['blue'], ['blue']],
  ]),
  ...widget('react-select', 'tsx', 'react-select', [
    ['#one', 'one', 'a', [GAMMA], 'c'],
    ['#one', 'one', 'a', [], null],
    ['#many', 'many', [], ['Alpha', 'Beta'], ['a', 'b']],
    ['#styled', 'styled', null, ['Beta'], 'b'],
  ]),
  ...widget('radix-select', 'tsx', 'radix-select', [
    ['#one', 'one', 'a', [GAMMA], 'c'],
    ['#inForm', 'inForm', '', ['Beta'], 'b'],
  ]),
  ...widget('headless-listbox', 'tsx', 'headless-listbox', [
    ['#one', 'one', 'Alpha', [GAMMA], GAMMA],
    ['#inline', 'inline', 'Beta', ['Alpha'], 'Alpha'],
  ]),
  ...widget('mui-autocomplete', 'tsx', 'mui-autocomplete', [
    ['#one', 'one', 'Alpha', [GAMMA], GAMMA],
    ['#one', 'one', 'Alpha', ['Entry 37'], 'Entry 37'],
    ['#many', 'many', ['Beta'], ['Beta', 'Alpha'], ['Beta', 'Alpha']],
  ]),
  ...widget('antd-select', 'tsx', 'antd-select', [
    ['#one', 'one', 'a', ['Beta'], 'b'],
    ['#one', 'one', 'a', ['Entry 170'], 'e170'],
    ['#search', 'search', null, [GAMMA], 'c'],
    ['#many', 'many', ['b'], ['Beta', 'Alpha'], ['b', 'a']],
  ]),
  ...widget('mantine-select', 'tsx', 'mantine-select', [
    ['#one', 'one', 'a', [GAMMA], 'c'],
    ['#search', 'search', null, ['Beta'], 'b'],
    ['#many', 'many', ['b'], ['Beta', 'Alpha'], ['b', 'a']],
  ]),
  ...widget('element-plus', 'ts', 'element-select', [
    ['#one', 'one', 'a', [GAMMA], 'c'],
    ['#search', 'search', '', ['Beta'], 'b'],
    ['#many', 'many', ['b'], ['Beta', 'Alpha'], ['b', 'a']],
  ]),
  ...widget('vuetify', 'ts', 'vuetify-select', [
    ['#one', 'one', 'a', [GAMMA], 'c'],
    ['#one', 'one', 'a', ['Entry 37'], 'e37'],
    ['#search', 'search', 'b', ['Alpha'], 'a'],
    ['#search', 'search', 'b', [], null],
    ['#many', 'many', ['b'], ['Beta', 'Alpha'], ['b', 'a']],
  ]),
  ...widget('primereact', 'tsx', 'prime-select', [
    ['#one', 'one', 'a', [GAMMA], 'c'],
    ['#search', 'search', null, ['Beta'], 'b'],
  ]),
  ...widget('primevue', 'ts', 'prime-select', [
    ['#one', 'one', 'a', [GAMMA], 'c'],
    ['#search', 'search', null, ['Beta'], 'b'],
  ]),
  // what no file is named after
  ...widget('mui-select', 'tsx', 'combobox', [['#one', 'one', 'a', [GAMMA], 'c']]),
  ...widget('headless-combobox', 'tsx', 'combobox', [['#one', 'one', 'Alpha', [GAMMA], GAMMA]]),
  ...widget('aria-combobox', 'ts', 'combobox', [
    ['#one', 'one', 'a', [GAMMA], 'c'],
    ['#loose', 'loose', 'b', ['Alpha'], 'a'],
  ]),
];

describe.each(CASES)(
  '$family $field → $set',
  ({ page: name, extension, family, field, key, start, set, end }) => {
    const own = async (): Promise<unknown> =>
      ((await page.evaluate('state()')) as Record<string, unknown>)[key];
    const call = (room: Isolated, what: string, ...args: unknown[]) =>
      room.run<{ ok: boolean; value?: unknown; refusal?: { code: string } }>(
        `room.${what}(${args.map((a) => JSON.stringify(a)).join()})`,
      );

    test('set, verified from the page’s own state, restored; refused without a trace', async () => {
      errors.length = 0;
      const room = await openWidget(page, name, extension, script);
      expect(await own()).toEqual(start);
      expect(await call(room, 'read', field)).toMatchObject({ family });

      expect((await call(room, 'set', field, set, true)).refusal?.code).toBe('changed-since');
      expect(await own()).toEqual(start);
      if (!FREE.has(family) && field !== '#tags') {
        expect((await call(room, 'set', field, ['Alph'])).refusal?.code).toBe('unknown-value');
        expect(await own()).toEqual(start);
      }

      const done = await call(room, 'set', field, set);
      expect(done).toMatchObject({ ok: true });
      expect(await own()).toEqual(end);
      expect((await call(room, 'set', field, set)).refusal?.code).toBe('already-so');

      if ((start !== null && start !== '') || set.length === 0) {
        expect(await call(room, 'restore', field, done.value)).toMatchObject({ ok: true });
        expect([own === undefined ? null : await own()].flat().toSorted()).toEqual([start].flat().toSorted());
        expect((await call(room, 'restore', field, done.value)).refusal?.code).toBe('changed-since');
      }
      expect(errors).toEqual([]);
      await room.close();
    });
  },
);

describe('a list that cannot be trusted is refused, and nothing is set', () => {
  test.each([
    ['#dead', 'no-such-field'],
    ['#many', 'no-such-field'],
    ['#code', 'no-such-field'],
  ])('%s', async (field, code) => {
    const room = await openWidget(page, 'aria-combobox', 'ts', script);
    const was = await page.evaluate('[state(), document.getElementById("root").innerHTML]');
    const done = await room.run<{ refusal?: { code: string } }>(`room.set('${field}', ['Beta'])`);
    expect(done.refusal?.code).toBe(code);
    expect(await page.evaluate('[state(), document.getElementById("root").innerHTML]')).toEqual(was);
    await room.close();
  });

  test('an id where there is one, else the label', async () => {
    const room = await openWidget(page, 'aria-combobox', 'ts', script);
    expect(await room.run("room.read('#one')")).toMatchObject({ values: [{ label: 'Alpha', id: 'a' }] });
    await room.close();
    const other = await openWidget(page, 'headless-combobox', 'tsx', script);
    expect(await other.run("room.read('#one')")).toMatchObject({ values: [{ label: 'Alpha', id: 'Alpha' }] });
    await other.close();
  });

  test.each([
    ['#search', '<input id="search" role="combobox" aria-controls="l" value="Alpha">'],
    ['#opens', '<input id="opens" aria-haspopup="listbox" value="Alpha">'],
  ])('%s: nothing is typed into what only searches', async (selector, html) => {
    const room = await openWidget(page, 'native', 'tsx', script);
    await page.evaluate((source) => document.body.insertAdjacentHTML('beforeend', source), html);
    const done = await room.run<{ refusal?: { code: string } }>(`room.set('${selector}', ['Beta'])`);
    expect(done.refusal?.code).toBe('no-such-field');
    expect(await page.inputValue(selector)).toBe('Alpha');
    await room.close();
  });
});

describe('what is no free text and nothing known is left alone', () => {
  test.each([
    ['#sum', '<div id="sum" contenteditable>12</div>'],
    ['#guess', '<input id="guess" aria-autocomplete="list" value="Alpha">'],
    ['#secret', '<input id="secret" type="password" value="a">'],
  ])('%s', async (selector, html) => {
    const room = await openWidget(page, 'native', 'tsx', script);
    await page.evaluate((source) => document.body.insertAdjacentHTML('beforeend', source), html);
    await expect(room.run(`room.set('${selector}', ['Beta'])`)).rejects.toThrow('no field');
    await room.close();
  });
});
