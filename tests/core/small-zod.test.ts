import { isDeepStrictEqual } from 'node:util';
import { build } from 'esbuild';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';

type Schemas = Record<string, { safeParse(value: unknown): { success: boolean; data?: unknown } }>;

/** Every schema that a script in a page parses with, once over zod and once over its small stand-in. */
async function schemas(small: boolean): Promise<Schemas> {
  const out = await build({
    stdin: {
      contents: `
        export * from './bridge/messages';
        export { Probe, Read, Answer } from './page/world/protocol';
        export { Nonce, Request } from './page/world/request';
        export { RestorePoint } from './page/editors/restore-point';
        export { SavedSelection } from './page/editors/selection';
        export { Label, Body } from './tools/parts/inputs';
        import { TOOLS } from './tools/registry';
        export const inputs = Object.fromEntries(TOOLS.map((tool) => [tool.name, tool.input]));`,
      resolveDir: process.cwd(),
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'esm',
    alias: small ? { 'zod/mini': './core/small-zod.ts' } : {},
  });
  const text = out.outputFiles?.[0]?.text ?? '';
  const all = (await import(
    `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`
  )) as Schemas;
  const { inputs, ...rest } = all as Schemas & { inputs: Schemas };
  const named = { ...rest, ...Object.fromEntries(Object.entries(inputs).map(([k, v]) => [`input ${k}`, v])) };
  return Object.fromEntries(
    Object.entries(named).filter(([, one]) => typeof one === 'object' && 'safeParse' in one),
  );
}

let full: Schemas;
let small: Schemas;

beforeAll(async () => {
  [full, small] = await Promise.all([schemas(false), schemas(true)]);
});

const record = { site: 'demo-desk', host: 'h', type: 'ticket', id: '1' };
const eyes = { channel: 'page', record: null, sessionAllowed: false };
const composer = { present: true, openable: false, visibility: 'public', recipients: ['a'], text: '' };
const field = {
  name: 'status',
  label: 'Status',
  scope: 'record',
  kind: 'choice',
  values: ['Open'],
  options: null,
  writable: true,
};
const message = { key: 'k', role: 'customer', author: '', at: '', text: 't', quoted: '', attachments: [] };
const seen = {
  record,
  system: 's',
  subject: '',
  requester: { name: '', email: '' },
  account: '',
  messages: [message],
  showsConversation: true,
  fields: [field],
  composer,
  abilities: [{ tool: 't', class: 'R2', channel: 'page' }],
  hiddenCount: 0,
  missing: [],
  notes: [],
  documentId: '',
  url: '',
  title: '',
};
const binding = {
  record,
  account: '',
  requester: '',
  conversation: ['a'],
  values: [{ scope: 'record', name: 'status', values: ['Open'] }],
  composer: { visibility: 'public', recipients: [], text: '', mustBePresent: true },
  channel: 'page',
  documentId: '',
};
const refusal = { code: 'no-page', detail: 'x' };
const outcome = {
  status: 'failed',
  refusal,
  changes: [{ field: 'f', before: null, after: 'x' }],
  messageKey: null,
  restore: null,
  observed: [],
  proof: '',
};
const end = { path: [0, 1], offset: 2 };

/** Values that some schema takes: each is tried on all of them, whole and damaged. */
const VALUES: unknown[] = [
  { type: 'look', ...eyes },
  { type: 'look', ...eyes, record },
  { type: 'open-composer', visibility: 'internal' },
  { type: 'act', key: 'k', tool: 't', input: '{}', binding, ...eyes },
  {
    type: 'act',
    key: 'k',
    tool: 't',
    input: '{}',
    binding: { ...binding, conversation: null, composer: null },
    ...eyes,
  },
  { type: 'outcome', key: 'k' },
  { type: 'prove', tool: 't', input: '{}', before: seen, changes: outcome.changes, waitMs: 0, ...eyes },
  { type: 'prove', tool: 't', input: '{}', before: seen, changes: outcome.changes, waitMs: -1, ...eyes },
  { type: 'macros', sessionAllowed: true },
  { type: 'macros', macros: [] },
  { type: 'seen', seen: { ...seen, lacking: [{ operation: 'o', right: 'r' }] }, sessionPossible: true },
  { type: 'act', key: 'k', tool: 't', input: '{}', binding: { ...binding, outside: 'o' }, ...eyes },
  { type: 'prove', key: 'k', tool: 't', input: '{}', before: seen, changes: [], waitMs: 5, ...eyes },
  { type: 'seen', seen, sessionPossible: true },
  { type: 'opened', navigates: null },
  { type: 'outcome', outcome, since: 1.5 },
  { type: 'outcome', outcome: null, since: 1 },
  { type: 'refused', refusal },
  { type: 'refused', refusal: { code: 'no-page' } },
  { type: 'changed' },
  { op: 'attach' },
  { op: 'insert', blocks: [{ type: 'paragraph', lines: [[{ type: 'text', text: 'a' }]] }] },
  {
    op: 'insert',
    blocks: [
      {
        type: 'list',
        ordered: true,
        items: [[{ type: 'strong', children: [{ type: 'link', href: 'h', children: [] }] }]],
      },
    ],
  },
  { op: 'take-out', lines: ['a'], taken: '' },
  { op: 'select', selection: '' },
  { strong: true, em: true, link: false, list: true },
  { lines: ['a'], links: [], items: 1, strong: 0, em: 0, model: '', selection: '' },
  { ok: true, value: { any: 1 } },
  { ok: true },
  { ok: false, none: true, words: '' },
  { v: 1, family: '', way: '', taken: '', lines: [], before: {}, after: { digest: '', words: [] } },
  { inside: true, focused: false, ends: { anchor: end, focus: end } },
  { inside: true, focused: false, ends: null },
  { body: 'x' },
  { tag: 'vip' },
  { tag: ' ' },
  { tag: 'a\u0007' },
  { status: 'Open' },
  { field: 'Product', value: 'x' },
  { body: 'x', restore: '{}' },
  { until: null },
  { until: '2026-12-01T09:00+01:00' },
  { until: '2'.repeat(41) },
  { title: 'x', due: null },
  { title: 'x', due: '2026-12-01' },
  { summary: 'x', minutes: 1 },
  { summary: 'x', minutes: 0 },
  { summary: 'x', minutes: 1440 },
  { summary: 'x', minutes: 1441 },
  { summary: 'x', minutes: 1.5 },
  { messageKey: 'm', text: '' },
  { messageKey: '', text: 'x' },
  { messageKey: 'm', body: 'x' },
  { article: 'x' },
  { query: 'x' },
  { type: 'needs', parts: ['general', 'forms', 'site:demo-desk'] },
  { type: 'needs', parts: ['site:../x'] },
  {},
  'f'.repeat(32),
  'x'.repeat(301),
  '',
  null,
  undefined,
  [],
  7,
];

/** One part of a value taken away, added or exchanged. */
function damaged(value: unknown, at: number, instead: unknown): unknown {
  const copy = structuredClone(value);
  const places: [Record<string, unknown>, string][] = [];
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    for (const key of [...Object.keys(part), 'more']) {
      places.push([part as Record<string, unknown>, key]);
      visit((part as Record<string, unknown>)[key]);
    }
  };
  visit(copy);
  const place = places[at % Math.max(1, places.length)];
  if (!place) return instead;
  const [holder, key] = place;
  if (instead === 'LEAVE OUT') delete holder[key];
  else holder[key] = instead;
  return copy;
}

function same(value: unknown): void {
  for (const name of Object.keys(full)) {
    const [a, b] = [full[name]?.safeParse(value), small[name]?.safeParse(value)];
    const agree = a?.success === b?.success && (!a?.success || isDeepStrictEqual(a.data, b?.data));
    if (!agree) throw new Error(`${name} on ${JSON.stringify(value)}: ${JSON.stringify([a, b])}`);
  }
}

describe('the small stand-in judges as zod does', () => {
  test('it is asked about every schema of the border', () => {
    expect(Object.keys(small).sort()).toEqual(Object.keys(full).sort());
    expect(Object.keys(full).length).toBeGreaterThan(18);
    const taken = VALUES.filter((value) => Object.values(full).some((one) => one.safeParse(value).success));
    expect(taken.length).toBeGreaterThan(25);
  });

  test('on values that fit', () => VALUES.forEach(same));

  test('on values that are damaged in one place', () => {
    const parts = [
      ...VALUES,
      'LEAVE OUT',
      Number.NaN,
      Number.POSITIVE_INFINITY,
      1.5,
      true,
      { more: 1 },
      'R9',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...VALUES), fc.nat(60), fc.constantFrom(...parts), (value, at, instead) =>
        same(damaged(value, at, instead)),
      ),
      { numRuns: 1_500, seed: 7 },
    );
  });
});
