import { describe, expect, it, vi } from 'vitest';
import { activityOf } from '../../agent/activity';
import type { ActivityItem, ActivitySource, ActivityView } from '../../agent/view';
import type { Fact } from '../../core/entry';
import type { Store } from '../../storage/store';
import { actionFact, must, newProfile, openPanel, doneAction as plainlyDone, text } from '../storage/harness';
import { newWorld } from './world';

async function opened(
  actions: number,
): Promise<{ store: Store; there: Store; activity: ActivitySource; seen: ActivityView[] }> {
  const profile = newProfile();
  const [store, there] = [await openPanel(profile), await openPanel(profile)];
  for (let i = 0; i < actions; i++) must(await store.appendAll(doneAction(`a${i}`)));
  const { deps } = await (await newWorld()).panel();
  const activity = activityOf({ ...deps, reader: store, liveEnd: () => store.liveEnd() });
  const seen: ActivityView[] = [];
  activity.subscribe((view) => seen.push(view));
  await soon(() => expect(seen.length).toBeGreaterThan(0));
  return { store, there, activity, seen };
}

/** As the agent writes it: the change is a list of fields and values. */
function doneAction(id: string, more: Fact['data'] = {}): Fact[] {
  const side = (value: string) => ({
    mediaType: 'application/json',
    text: JSON.stringify([{ field: 'Tag', value }]),
  });
  return plainlyDone(id, more).map((fact) =>
    fact.contents ? { ...fact, contents: { before: side('before'), after: side(`after ${id}`) } } : fact,
  );
}

/** A busy machine may take its time. */
const soon = (holds: () => void) => vi.waitFor(holds, { timeout: 20_000 });

const ids = (items: readonly ActivityItem[] | undefined): string[] =>
  (items ?? []).map((item) => item.actionId);

describe('the activity', { timeout: 60_000 }, () => {
  it('begins with the newest, and goes back a page at a time to the first', async () => {
    const { activity, seen } = await opened(120);
    expect(ids(seen.at(-1)?.all).slice(0, 2)).toEqual(['a119', 'a118']);
    expect(seen.at(-1)).toMatchObject({ complete: false });
    const first = seen.at(-1)?.all.length ?? 0;
    expect(first).toBeLessThan(120);
    await activity.older();
    expect(seen.at(-1)?.all.length).toBeGreaterThan(first);
    for (let i = 0; i < 5; i++) await activity.older();
    expect(ids(seen.at(-1)?.all)).toEqual(Array.from({ length: 120 }, (_, i) => `a${119 - i}`));
    expect(seen.at(-1)?.complete).toBe(true);
  });

  it('gains what another panel writes, and marks what it takes back, though that is far back', async () => {
    const { there, activity, seen } = await opened(120);
    must(await there.append(actionFact('action.proposed', 'new')));
    must(await there.append(actionFact('action.started', 'new')));
    await soon(() => expect(ids(seen.at(-1)?.all)[0]).toBe('new'));
    expect(seen.at(-1)?.all[0]?.status).toBe('running');
    // It is not read yet, and what becomes of it is told all the same.
    must(await there.append(actionFact('action.failed', 'a3')));
    must(await there.appendAll(doneAction('u', { undoes: 'a118' })));
    await soon(() => expect(seen.at(-1)?.all.find((one) => one.actionId === 'a118')?.status).toBe('undone'));
    for (let i = 0; i < 5; i++) await activity.older();
    const all = seen.at(-1)?.all ?? [];
    expect(ids(all).slice(0, 2)).toEqual(['u', 'new']);
    expect(all).toHaveLength(122);
    expect(new Set(ids(all)).size).toBe(122);
  });

  it('finds by words, back to the first entry, while it goes on growing', async () => {
    const { there, activity, seen } = await opened(120);
    activity.find('AFTER a7');
    await soon(() => expect(seen.at(-1)).toMatchObject({ find: 'AFTER a7', complete: true }));
    expect(ids(seen.at(-1)?.items)).toEqual([
      'a79',
      'a78',
      'a77',
      'a76',
      'a75',
      'a74',
      'a73',
      'a72',
      'a71',
      'a70',
      'a7',
    ]);
    must(await there.appendAll(doneAction('a7-again')));
    await soon(() => expect(ids(seen.at(-1)?.items)[0]).toBe('a7-again'));
    activity.find('');
    await soon(() => expect(seen.at(-1)?.items).toHaveLength(121));
  });

  it('shows no text that was erased, and finds nothing by it', async () => {
    const { there, activity, seen } = await opened(3);
    must(
      await there.append(
        actionFact('action.proposed', 'c', { contents: { title: text('Add the tag “canary”') } }),
      ),
    );
    must(await there.append(actionFact('action.done', 'c')));
    activity.find('canary');
    await soon(() => expect(ids(seen.at(-1)?.items)).toEqual(['c']));
    must(await there.erase(await there.findContents((one) => one.includes('canary')), { kind: 'user' }));
    await soon(() => expect(seen.at(-1)?.items).toEqual([]));
    expect(JSON.stringify(seen.at(-1))).not.toContain('“canary”');
  });
});
