import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonical } from '../../core/canonical';
import type { Entry, JsonValue } from '../../core/entry';
import { ENTRY_KINDS } from '../../core/entry';
import { foldActions } from '../../core/fold';
import { projectionText } from '../../core/projection';
import { Projection } from '../../scripts/log/projection.mjs';
import { must } from './harness';

const HASH = 'a'.repeat(64);
const RECORD = { site: 's', host: 'h', type: 'ticket', id: '1' };

function entry(seq: number, kind: string, data: Entry['data'], contents: Entry['contents'] = {}): Entry {
  return {
    type: 'entry',
    seq,
    at: new Date(1_770_000_000_000 - seq * 7).toISOString(),
    kind,
    runId: seq % 3 === 0 ? null : `r${seq % 3}`,
    actor: { kind: 'system' },
    data,
    contents,
    previousHash: HASH,
    hash: HASH,
  };
}

/** The tool's own fold: the entries as it reads them off a line. */
function replayed(entries: readonly Entry[]): string {
  const projection = new Projection();
  for (const one of entries) projection.add(JSON.parse(must(canonical(one))));
  return projection.text();
}

const folded = (entries: readonly Entry[]): string => must(projectionText(foldActions(entries)));

it('both folds give what was worked out by hand', () => {
  const entries = [
    entry(3, 'action.proposed', { actionId: 'a', tool: 't', class: 'R2', record: RECORD }, { input: HASH }),
    entry(4, 'approval.granted', { actionId: 'a', account: 'ada', reason: 'no' }),
    entry(5, 'approval.voided', { actionId: 'a', reason: 'changed' }),
    entry(6, 'action.started', { actionId: 'a', channel: 'page' }),
    entry(7, 'action.done', { actionId: 'a', class: 'R9', record: { ...RECORD, more: '' } }),
    entry(8, 'action.done', { actionId: 'u', undoes: 'a' }),
    entry(9, 'action.failed', { actionId: 'a', reason: 'late' }),
  ];
  const a = {
    actionId: 'a',
    runId: null,
    at: new Date(1_770_000_000_000 - 21).toISOString(),
    seq: 3,
    lastSeq: 9,
    tool: 't',
    account: 'ada',
    class: 'R2',
    channel: 'page',
    record: RECORD,
    status: 'done',
    reason: null,
    undoes: null,
    undoneBy: 'u',
    contents: { input: HASH },
    data: {
      actionId: 'a',
      tool: 't',
      class: 'R9',
      record: { ...RECORD, more: '' },
      account: 'ada',
      channel: 'page',
      reason: 'late',
    },
  };
  const u = {
    ...a,
    actionId: 'u',
    runId: 'r2',
    at: new Date(1_770_000_000_000 - 56).toISOString(),
    seq: 8,
    lastSeq: 8,
    tool: '',
    account: '',
    class: null,
    channel: null,
    record: null,
    undoes: 'a',
    undoneBy: null,
    contents: {},
    data: { actionId: 'u', undoes: 'a' },
  };
  const byHand = must(canonical({ type: 'projection', version: 1, actions: [a, u] }));
  expect(replayed(entries)).toBe(byHand);
  expect(folded(entries)).toBe(byHand);
});

it('what the page took out again counts as failed in both, and a late one changes nothing', () => {
  const reverted = entry(2, 'action.reverted', { actionId: 'a', reason: 'taken-out-again' });
  const statusOf = (entries: readonly Entry[]): unknown => {
    expect(replayed(entries)).toBe(folded(entries));
    const [{ status, reason }] = JSON.parse(replayed(entries)).actions;
    return [status, reason];
  };
  const begun = entry(0, 'action.started', { actionId: 'a' });
  const done = entry(1, 'action.done', { actionId: 'a' });
  expect(statusOf([begun, done, reverted])).toEqual(['failed', 'taken-out-again']);
  expect(statusOf([begun, done, reverted, { ...done, seq: 3 }])).toEqual(['failed', 'taken-out-again']);
  expect(statusOf([begun, reverted])).toEqual(['started', null]);
});

const ids = fc.constantFrom('a0', 'a1', 'a2', 'a3', 'toString', '');
const odd: fc.Arbitrary<JsonValue> = fc.constantFrom<JsonValue[]>(null, 7, true, [], {}, 'R9', '');
const among = (...values: JsonValue[]) => fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...values) }, odd);
const data = fc.record(
  {
    actionId: fc.oneof({ weight: 9, arbitrary: ids }, odd),
    undoes: fc.oneof(ids, odd),
    tool: among('add_tag', 'toString'),
    account: among('ada', 'bob'),
    class: among('R0', 'R2', 'R4'),
    channel: among('token', 'session', 'page'),
    record: among(RECORD, { ...RECORD, type: 'list' }, { ...RECORD, more: 'x' }, { site: 's' }),
    reason: among('no-right', 'late'),
    constructor: odd,
  },
  { requiredKeys: ['actionId'], noNullPrototype: true },
);
const contents = fc.dictionary(
  fc.constantFrom('before', 'after', 'input', 'valueOf'),
  fc.constantFrom(HASH, 'b'.repeat(64)),
);
const kinds = fc.constantFrom(...ENTRY_KINDS, 'something.newer', 'toString', '__proto__');

it('the tool and the panel, each with a fold of its own, come to the same bytes for any log', () => {
  const seen = { undone: 0, redone: 0, voided: 0 };
  fc.assert(
    fc.property(fc.array(fc.tuple(kinds, data, contents), { maxLength: 40 }), (facts) => {
      const entries = facts.map(([kind, of, texts], seq) => entry(seq, kind, of as Entry['data'], texts));
      const text = replayed(entries);
      expect(text).toBe(folded(entries));
      const { actions } = JSON.parse(text);
      const undone = actions.filter((one: { undoneBy: string | null }) => one.undoneBy !== null);
      seen.undone += undone.length;
      seen.redone += undone.filter((one: { undoes: string | null }) => one.undoes !== null).length;
      seen.voided += facts.filter(([kind]) => kind === 'approval.voided').length;
    }),
    { numRuns: 3000 },
  );
  // Otherwise the logs would be too tame to tell two folds apart.
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
});

/** A life in which something happens: signed, begun, ended, some of it taken back, some of that again. */
const life = fc.tuple(fc.nat(5), fc.option(fc.nat(5), { nil: null }), fc.nat(3));

it('and so they do for logs full of undo and redo', () => {
  let deepest = 0;
  fc.assert(
    fc.property(fc.array(life, { minLength: 2, maxLength: 30 }), (lives) => {
      const walk = ['action.proposed', 'approval.granted', 'action.started', 'action.done'];
      const entries = lives.flatMap(([id, undoes, end], n) =>
        walk.slice(0, 4 - (end % 4 === 3 ? 1 : 0)).map((kind, i) =>
          entry(n * 4 + i, kind, {
            actionId: `a${id}`,
            ...(undoes !== null && { undoes: `a${undoes}` }),
          }),
        ),
      );
      const text = replayed(entries);
      expect(text).toBe(folded(entries));
      deepest = Math.max(deepest, text.split('"undoneBy":"').length - 1);
    }),
    { numRuns: 2000 },
  );
  expect(deepest).toBeGreaterThan(1);
});
