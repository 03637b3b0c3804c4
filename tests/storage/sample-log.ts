import type { Store, StoreOptions } from '../../storage/store';
import { actionFact, doneAction, must, newProfile, openPanel, text } from './harness';

/** A panel whose log holds one of everything: a run, actions that ended in every way, undo and redo, an erased text. */
export async function sampleStore(more: Partial<StoreOptions> = {}): Promise<Store> {
  const store = await openPanel(newProfile(), more);
  must(
    await store.append({
      kind: 'run.started',
      runId: 'run-1',
      actor: { kind: 'user' },
      data: { mode: 'Review' },
    }),
  );
  must(await store.appendAll(doneAction('a1')));
  must(await store.appendAll(doneAction('a2', { undoes: 'a1' })));
  must(await store.appendAll(doneAction('a3', { undoes: 'a2' })));
  for (const [id, end] of [
    ['a4', 'action.failed'],
    ['a5', 'action.unknown'],
    ['a6', 'action.started'],
  ] as const) {
    must(
      await store.append(
        actionFact('action.proposed', id, { contents: { input: text('Bonjour Zoë,\n\n**merci**') } }),
      ),
    );
    must(await store.append(actionFact('approval.granted', id)));
    if (end !== 'action.started') must(await store.append(actionFact('action.started', id)));
    must(await store.append(actionFact(end, id, { data: { reason: 'site-refused', latencyMs: 12 } })));
  }
  must(await store.append(actionFact('action.proposed', 'a7', { runId: 'run-2' })));
  must(
    await store.append(
      actionFact('action.rejected', 'a7', {
        runId: 'run-2',
        data: { nested: { b: [1, null, true], a: '"' } },
      }),
    ),
  );
  const [first] = await store.findContents((t) => t.includes('after\na2'));
  must(await store.erase([first ?? ''], { kind: 'user' }));
  must(
    await store.append({
      kind: 'run.finished',
      runId: 'run-1',
      actor: { kind: 'system' },
      data: {
        taskType: 'review',
        model: 'offline',
        policy: '1',
        steps: [],
        costMicroUsd: 0,
        outcome: 'done',
      },
    }),
  );
  return store;
}
