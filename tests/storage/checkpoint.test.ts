import { describe, expect, it } from 'vitest';
import { checkLog } from '../../scripts/log/verify.mjs';
import { Database } from '../../storage/database';
import { rowOf } from '../../storage/link';
import { check } from './check-text';
import { actionFact, doneAction, must, newProfile, openPanel, text } from './harness';

const pace = async () => undefined;

/** Twelve entries in each opening: each passes a mark of ten, and a panel that closes has signed its last one. */
async function longStore(openings = 5) {
  const profile = newProfile();
  for (let opening = 0; opening < openings; opening++) {
    const store = await openPanel(profile, { checkpointEvery: 10 });
    for (let i = 0; i < 3; i++) must(await store.appendAll(doneAction(`a${opening}-${i}`)));
    await store.close();
  }
  return { profile, store: await openPanel(profile, { checkpointEvery: 10 }) };
}

describe('checkpoints', () => {
  it('are signed as the log grows, and verify checks them', async () => {
    const { store } = await longStore();
    const checkpoints = (await store.entries()).filter((e) => e.kind === 'log.checkpoint');
    expect(checkpoints.length).toBeGreaterThan(4);
    const file = must(await store.exportText({ filter: null, contents: 'all' }));
    expect((await checkLog([Buffer.from(file)])).checkpointCount).toBe(checkpoints.length);
    expect(await store.checkChain(pace)).toMatchObject({
      findings: [],
      checkpoints: checkpoints.length,
      entries: (await store.entries()).length,
    });
  });

  it('betray a chain that was written anew without the key', async () => {
    const { profile, store } = await longStore();
    const forged = await openPanel(newProfile(), { checkpointEvery: 10_000 });
    const stolen = (await store.entries()).find((e) => e.kind === 'log.checkpoint');
    must(await forged.append(actionFact('action.proposed', 'x')));
    must(
      await forged.append({
        kind: 'log.checkpoint',
        runId: null,
        actor: { kind: 'system' },
        data: stolen?.data ?? {},
      }),
    );
    const own = await check(must(await forged.exportText({ filter: null, contents: 'all' })));
    expect(own.code).not.toBe(0);
    const bad = { seq: 0, hash: '0'.repeat(64), signature: 'A'.repeat(86) };
    must(await store.append({ kind: 'log.checkpoint', runId: null, actor: { kind: 'system' }, data: bad }));
    expect(await check(must(await store.exportText({ filter: null, contents: 'all' })))).toMatchObject({
      code: 4,
    });
    expect((await store.checkChain(pace)).findings).toMatchObject([{ kind: 'checkpoint' }]);
    expect(profile.anchor.value).toBeDefined();
  });
});

describe('the check of the whole chain', () => {
  it('finds an entry that was changed, one that is gone, and a text that was changed or lost', async () => {
    const { profile } = await longStore();
    const db = new Database(profile);
    const store = await openPanel(profile);
    const broken = async (change: () => Promise<unknown>) => {
      const [rows, contents] = [await db.entries.toArray(), await db.contents.toArray()];
      await change();
      const { findings } = await store.checkChain(pace);
      await db.entries.clear();
      await db.entries.bulkPut(rows);
      await db.contents.bulkPut(contents);
      return findings.map((f) => [f.kind, f.words]);
    };
    const row = await db.entries.get(7);
    if (!row) throw new Error('no entry 7');
    const day = '3 March 2026';
    expect(
      await broken(() => db.entries.put({ ...row, entry: { ...row.entry, at: '2026-03-04T00:00:00.000Z' } })),
    ).toEqual([['rewritten', expect.stringContaining('entry 7 of')]]);
    expect(await broken(() => db.entries.update(7, { kind: 'action.failed' }))).toMatchObject([
      ['rewritten', expect.any(String)],
    ]);
    expect(await broken(() => db.entries.bulkDelete([7, 8]))).toEqual([
      [
        'missing',
        expect.stringContaining(`Missing between entry 6 of ${day} and entry 9 of ${day}: 2 entries.`),
      ],
    ]);
    const [content] = await db.contents.toArray();
    if (!content) throw new Error('no content');
    expect(await broken(() => db.contents.put({ ...content, text: 'other' }))).toMatchObject([
      ['texts', expect.stringContaining('changed')],
    ]);
    expect(await broken(() => db.contents.delete(content.hash))).toMatchObject([
      ['texts', expect.stringContaining('nobody erased')],
    ]);
    const last = (await db.entries.count()) - 1;
    expect(await broken(() => db.entries.delete(last))).toMatchObject([
      ['cut', expect.stringContaining('Missing at the end after entry')],
    ]);
    expect(await broken(async () => undefined)).toEqual([]);
    expect(rowOf(row.entry)).toEqual(row);
  });

  it('rests between slices, and takes an erased text for erased', async () => {
    const { store } = await longStore(10);
    const [hash] = await store.findContents((t) => t.includes('after\na3'));
    must(await store.erase([hash ?? ''], { kind: 'user' }));
    must(await store.append(actionFact('action.proposed', 'z', { contents: { input: text('x') } })));
    let slices = 0;
    const report = await store.checkChain(async () => {
      slices += 1;
    });
    expect(report.findings).toEqual([]);
    expect(slices).toBeGreaterThan(2);
  });
});

it('signs the newest mark while many are written at once: one that comes too late could not be read', {
  timeout: 60_000,
}, async () => {
  const profile = newProfile();
  const store = await openPanel(profile, { checkpointEvery: 100 });
  const many = Array.from({ length: 700 }, (_, i) => actionFact('draft.made', `m${i}`));
  await Promise.all([1, 2, 3, 4, 5].map(() => store.appendAll(many)));
  await store.close();
  const file = must(await (await openPanel(profile)).exportText({ filter: null, contents: 'all' }));
  const { checkpointCount } = await checkLog([Buffer.from(file)]);
  expect(checkpointCount).toBeGreaterThan(0);
});
