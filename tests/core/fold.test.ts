import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../core/entry';
import { type ActionState, createFold, foldActions } from '../../core/fold';

const HASH = 'a'.repeat(64);

/** Entries in order, with the seqs they would have. */
function log(
  ...facts: [kind: string, actionId: string | null, data?: Entry['data'], contents?: Entry['contents']][]
): Entry[] {
  return facts.map(([kind, actionId, data, contents], seq) => ({
    type: 'entry',
    seq,
    at: `2026-03-03T09:00:${String(seq).padStart(2, '0')}.000Z`,
    kind,
    runId: 'r1',
    actor: { kind: 'system' },
    data: { ...(actionId !== null && { actionId }), ...data },
    contents: contents ?? {},
    previousHash: HASH,
    hash: HASH,
  }));
}

function only(entries: Entry[]): ActionState {
  const [state, ...others] = foldActions(entries);
  if (!state || others.length > 0) throw new Error('expected one action');
  return state;
}

const WALK = ['action.proposed', 'approval.granted', 'action.started'] as const;
const done = (id: string, data?: Entry['data']): Parameters<typeof log> =>
  [...WALK, 'action.done'].map((kind) => [kind, id, data]);

describe('foldActions', () => {
  it.each([
    [['action.proposed'], 'proposed'],
    [['action.proposed', 'approval.granted'], 'approved'],
    [['action.proposed', 'policy.granted'], 'approved'],
    [['action.proposed', 'approval.granted', 'approval.voided'], 'proposed'],
    [['action.proposed', 'approval.granted', 'approval.voided', 'approval.granted'], 'approved'],
    [['action.proposed', 'action.rejected'], 'rejected'],
    [['action.proposed', 'policy.refused'], 'rejected'],
    [['action.proposed', 'approval.granted', 'action.cancelled'], 'cancelled'],
    [[...WALK], 'started'],
    [[...WALK, 'approval.voided'], 'started'],
    [[...WALK, 'action.cancelled'], 'started'],
    [[...WALK, 'action.done'], 'done'],
    [[...WALK, 'action.failed'], 'failed'],
    [[...WALK, 'action.unknown'], 'unknown'],
    [[...WALK, 'action.unknown', 'action.done'], 'done'],
    [[...WALK, 'action.unknown', 'action.failed'], 'failed'],
    [[...WALK, 'action.done', 'action.unknown'], 'done'],
    [[...WALK, 'action.done', 'action.failed'], 'done'],
    [[...WALK, 'action.failed', 'action.done'], 'failed'],
    [[...WALK, 'action.done', 'action.reverted'], 'failed'],
    [[...WALK, 'action.done', 'action.reverted', 'action.done'], 'failed'],
    [[...WALK, 'action.reverted'], 'started'],
    [[...WALK, 'action.unknown', 'action.reverted'], 'unknown'],
  ])('%j is %s', (kinds, status) => {
    expect(only(log(...kinds.map((kind): [string, string] => [kind, 'a1']))).status).toBe(status);
  });

  it('gathers what the entries say, later over earlier', () => {
    const record = { site: 's', host: 'h', type: 'ticket', id: '1' };
    const state = only(
      log(
        ['action.proposed', 'a1', { tool: 'set_status', class: 'R1', record }, { input: 'b'.repeat(64) }],
        ['action.started', 'a1', { class: 'R2', channel: 'page', account: 'ada' }],
        ['action.failed', 'a1', { reason: 'no-right' }, { before: 'c'.repeat(64) }],
      ),
    );
    expect(state).toMatchObject({
      tool: 'set_status',
      class: 'R2',
      channel: 'page',
      account: 'ada',
      record,
      runId: 'r1',
      at: '2026-03-03T09:00:00.000Z',
      seq: 0,
      lastSeq: 2,
      status: 'failed',
      reason: 'no-right',
      contents: { input: 'b'.repeat(64), before: 'c'.repeat(64) },
    });
    expect(state.data).toEqual({
      actionId: 'a1',
      tool: 'set_status',
      class: 'R2',
      record,
      channel: 'page',
      account: 'ada',
      reason: 'no-right',
    });
  });

  it('invents nothing where the entries say nothing, or nonsense', () => {
    const state = only(log(['action.proposed', 'a1', { class: 'R9', channel: 7, record: 'x', tool: null }]));
    expect(state).toMatchObject({
      class: null,
      channel: null,
      record: null,
      tool: '',
      account: '',
      undoes: null,
    });
    expect(only(log(['toString', 'a1'], ['__proto__', 'a1'])).status).toBe('proposed');
    expect(foldActions(log(['run.started', null], ['content.erased', null]))).toEqual([]);
  });

  it('an action is undone by a done undo, not by one that failed', () => {
    expect(foldActions(log(...done('a1'), ...done('u1', { undoes: 'a1' }))).map((s) => s.undoneBy)).toEqual([
      'u1',
      null,
    ]);
    const failed = [...done('u1', { undoes: 'a1' })];
    failed[3] = ['action.failed', 'u1', { undoes: 'a1' }];
    expect(foldActions(log(...done('a1'), ...failed)).map((s) => s.undoneBy)).toEqual([null, null]);
  });

  it('redo is undo of undo, as deep as one likes', () => {
    const chain = (depth: number) =>
      foldActions(
        log(
          ...Array.from({ length: depth }, (_, i) =>
            done(`a${i}`, i > 0 ? { undoes: `a${i - 1}` } : {}),
          ).flat(),
        ),
      ).map((s) => s.undoneBy);
    expect(chain(3)).toEqual([null, 'a2', null]);
    expect(chain(4)).toEqual(['a1', null, 'a3', null]);
    expect(chain(5)).toEqual([null, 'a2', null, 'a4', null]);
  });

  it('does not go round in a forged circle', () => {
    const states = foldActions(
      log(...done('a1', { undoes: 'a2' }), ...done('a2', { undoes: 'a1' }), ...done('a3', { undoes: 'a3' })),
    );
    expect(states.map((s) => s.undoneBy)).toEqual(['a2', null, null]);
  });

  it('never leaves done or failed, whatever follows', () => {
    const kinds = fc.constantFrom(
      ...WALK,
      'action.unknown',
      'action.done',
      'action.failed',
      'approval.voided',
      'action.cancelled',
    );
    fc.assert(
      fc.property(fc.array(kinds, { maxLength: 12 }), (later) => {
        for (const end of ['action.done', 'action.failed']) {
          const state = only(log(...[...WALK, end, ...later].map((kind): [string, string] => [kind, 'a1'])));
          expect(state.status).toBe(end.slice('action.'.length));
        }
      }),
    );
  });

  it('says "not begun" only when no entry says that it began', () => {
    const kinds = fc.constantFrom(
      ...WALK,
      'action.unknown',
      'approval.voided',
      'action.cancelled',
      'action.rejected',
    );
    fc.assert(
      fc.property(fc.array(kinds, { minLength: 1, maxLength: 12 }), (seen) => {
        const { status } = only(log(...seen.map((kind): [string, string] => [kind, 'a1'])));
        const began = seen.some((kind) => kind === 'action.started' || kind === 'action.unknown');
        expect(['started', 'unknown'].includes(status)).toBe(began);
      }),
    );
  });
});

/** Random lives of a few actions, some of which take others back. */
const lives = fc.array(
  fc.tuple(
    fc.constantFrom(
      'action.proposed',
      'approval.granted',
      'approval.voided',
      'action.started',
      'action.done',
      'action.failed',
      'action.unknown',
    ),
    fc.integer({ min: 0, max: 5 }),
    fc.option(fc.integer({ min: 0, max: 5 }), { nil: null }),
  ),
  { maxLength: 60 },
);

/** What it takes back was there before it, and stays the same through its life. */
const entriesOf = (steps: [string, number, number | null][]): Entry[] => {
  const undoes = new Map<number, number>();
  const facts = steps.map(([kind, id, other]): Parameters<typeof log>[number] => {
    if (!undoes.has(id)) undoes.set(id, other !== null && other < id ? other : -1);
    const of = undoes.get(id) ?? -1;
    return [kind, `a${id}`, of < 0 ? {} : { undoes: `a${of}` }];
  });
  return log(...facts);
};

it('gives one action as it gives all of them, however the entries of different actions are mixed', () => {
  fc.assert(
    fc.property(lives, (steps) => {
      const entries = entriesOf(steps);
      const all = foldActions(entries);
      const byAction = entries.toSorted((a, b) =>
        String(b.data.actionId).localeCompare(String(a.data.actionId)),
      );
      const fold = createFold();
      for (const entry of byAction) fold.add(entry);
      expect(all.map((one) => fold.get(one.actionId))).toEqual(all);
    }),
  );
});
