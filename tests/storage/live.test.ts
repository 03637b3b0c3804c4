import { describe, expect, it, vi } from 'vitest';
import type { Entry } from '../../core/entry';
import { foldActions } from '../../core/fold';
import { actionFact, doneAction, must, newProfile, openPanel } from './harness';

describe('reading', () => {
  it('by range, action, run and record', async () => {
    const store = await openPanel(newProfile());
    const elsewhere = { site: 'rt', host: 'h', type: 'ticket', id: '2' };
    must(await store.appendAll(doneAction('a1')));
    must(
      await store.append(
        actionFact('action.proposed', 'a2', { runId: 'run-2', data: { record: elsewhere } }),
      ),
    );
    const seqs = async (entries: Promise<Entry[]>) => (await entries).map((e) => e.seq);
    expect(await seqs(store.entries({ from: 2, to: 3 }))).toEqual([2, 3]);
    expect(await seqs(store.entries({ from: 4 }))).toEqual([4, 5]);
    expect(await seqs(store.entriesOfAction('a1'))).toEqual([1, 2, 3, 4]);
    expect(await seqs(store.entriesOfRun('run-2'))).toEqual([5]);
    expect(await seqs(store.entriesOfRecord('["rt","h","ticket","2"]'))).toEqual([5]);
    expect(await store.content('f'.repeat(64))).toBeNull();
    expect(await store.proposals()).toEqual([1, 5]);
    expect(await seqs(store.entriesOfProposals([1]))).toEqual([1, 2, 3, 4]);
    const [before = '', after = ''] = Object.values(
      (await store.entries({ from: 4, to: 4 }))[0]?.contents ?? {},
    );
    expect([...(await store.texts([before, after, 'f'.repeat(64)])).keys()]).toEqual([before, after]);
  });

  it('the newest actions whole, with the undo of each', async () => {
    const store = await openPanel(newProfile());
    for (let i = 0; i < 30; i++) must(await store.appendAll(doneAction(`a${i}`)));
    must(await store.appendAll(doneAction('u', { undoes: 'a28' })));
    const states = foldActions(await store.entriesOfNewestActions(3));
    expect(states.map((s) => [s.actionId, s.status, s.undoneBy])).toEqual([
      ['a28', 'done', 'u'],
      ['a29', 'done', null],
      ['u', 'done', null],
    ]);
    const record = '["demo-desk","127.0.0.1:4000","ticket","17"]';
    expect(foldActions(await store.entriesOfNewestActions(2, record)).map((s) => s.actionId)).toEqual([
      'a29',
      'u',
    ]);
    expect(await store.entriesOfNewestActions(2, 'another')).toEqual([]);
  });
});

describe('liveEnd', () => {
  it('tells of what another panel writes, and of no more after unsubscribing', async () => {
    const profile = newProfile();
    const [here, there] = [await openPanel(profile), await openPanel(profile)];
    const seen: number[] = [];
    const subscription = here.liveEnd().subscribe((end) => seen.push(end));
    await vi.waitFor(() => expect(seen).toEqual([1]));
    must(await there.append(actionFact('action.proposed', 'a1')));
    await vi.waitFor(() => expect(seen.at(-1)).toBe(2));
    subscription.unsubscribe();
    must(await there.append(actionFact('action.done', 'a1')));
    expect(await here.entriesOfAction('a1')).toHaveLength(2);
    await new Promise((done) => setTimeout(done, 50));
    expect(seen.at(-1)).toBe(2);
  });
});
