import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { anchorIn } from '../../storage/anchor';
import { Database } from '../../storage/database';
import { actionFact, doneAction, must, newProfile, openPanel, type Profile } from './harness';

/** A profile whose log was used and closed. */
async function usedProfile(): Promise<Profile> {
  const profile = newProfile();
  const store = await openPanel(profile);
  must(await store.appendAll([...doneAction('a1'), ...doneAction('a2')]));
  await store.close();
  return profile;
}

async function damage(profile: Profile, change: (db: Database) => Promise<unknown>): Promise<void> {
  const db = new Database(profile);
  await change(db);
  db.close();
}

const cutTo = (count: number) => async (db: Database) => {
  await db.entries.where('seq').aboveOrEqual(count).delete();
  const last = await db.entries.get(count - 1);
  await db.meta.put({ key: 'head', value: { count, hash: last?.entry.hash ?? '' } });
};

describe('what is noticed when the log is opened', () => {
  it('nothing, when it is as it was or longer than remembered', async () => {
    const profile = await usedProfile();
    expect(profile.anchor.value).toMatchObject({ count: 9, losses: [] });
    const lagging = structuredClone(profile.anchor.value);
    const store = await openPanel(profile);
    expect(store.findings).toEqual([]);
    must(await store.append(actionFact('action.proposed', 'a3')));
    await store.close();
    profile.anchor.value = lagging;
    expect((await openPanel(profile)).findings).toEqual([]);
  });

  it('a log that is gone: said in words, and entry 0 of the new one tells what it replaces', async () => {
    const profile = await usedProfile();
    profile.indexedDB = new IDBFactory();
    const store = await openPanel(profile);
    expect(store.findings).toMatchObject([
      { kind: 'missing', words: expect.stringMatching(/9 entries.* 3 March 2026 are missing/) },
    ]);
    expect((await store.entries())[0]).toMatchObject({
      kind: 'install.created',
      data: { replaces: { count: 9 } },
    });
    await store.close();
    const later = await openPanel(profile);
    expect(later.findings).toHaveLength(1);
    expect(later.findings[0]?.words).toMatch(/On 3 March 2026 entries were missing/);
  });

  it('a log that was cut, still known after the next entry was written', async () => {
    const profile = await usedProfile();
    await damage(profile, cutTo(6));
    const store = await openPanel(profile);
    expect(store.findings).toMatchObject([
      { kind: 'cut', words: expect.stringMatching(/^3 entries .* are missing at the end/) },
    ]);
    must(await store.append(actionFact('action.proposed', 'a3')));
    await store.close();
    const later = await openPanel(profile);
    expect(later.findings).toMatchObject([
      { kind: 'cut', words: expect.stringContaining('ended at 9 entries, and 6 entries were found') },
    ]);
  });

  it('a log that was rolled back and grew again to another end', async () => {
    const profile = await usedProfile();
    const anchor = structuredClone(profile.anchor.value);
    await damage(profile, cutTo(6));
    const other = await openPanel(profile);
    for (let i = 0; i < 6; i++) must(await other.append(actionFact('action.proposed', `b${i}`)));
    await other.close();
    profile.anchor.value = anchor;
    expect((await openPanel(profile)).findings).toMatchObject([
      { kind: 'rewritten', words: expect.stringContaining('entry 8') },
    ]);
  });

  it('another log in its place', async () => {
    const [profile, other] = [await usedProfile(), await usedProfile()];
    Object.assign(profile, { name: other.name, indexedDB: other.indexedDB });
    expect((await openPanel(profile)).findings).toMatchObject([{ kind: 'replaced' }]);
  });

  it('an entry gone from the middle, as soon as they are counted', async () => {
    const profile = await usedProfile();
    const whole = await openPanel(profile);
    await whole.recount();
    expect(whole.findings).toEqual([]);
    await whole.close();
    await damage(profile, (db) => db.entries.delete(3));
    const store = await openPanel(profile);
    await store.recount();
    expect(store.findings).toMatchObject([
      { kind: 'broken', words: expect.stringContaining('9 entries should be here, 8 entries were found') },
    ]);
  });

  it('a damaged log: an end that lies, an entry edited', async () => {
    const damages: ((db: Database) => Promise<unknown>)[] = [
      (db) => db.entries.delete(8),
      (db) =>
        db.entries
          .where('seq')
          .equals(8)
          .modify((row) => {
            row.entry.kind = 'action.failed';
          }),
    ];
    for (const change of damages) {
      const profile = await usedProfile();
      await damage(profile, change);
      const { findings } = await openPanel(profile);
      expect(findings.map((f) => f.kind)).toContain('broken');
    }
  });

  it('writes nothing over entries whose end is not marked', async () => {
    const profile = await usedProfile();
    await damage(profile, (db) => db.meta.delete('head'));
    const store = await openPanel(profile);
    expect(store.findings.map((f) => f.kind)).toContain('unmarked');
    expect(await store.append(actionFact('action.started', 'a9'))).toMatchObject({
      refusal: { code: 'cannot-record' },
    });
    expect(await store.entries()).toHaveLength(9);
  });

  it('an anchor that cannot be read or kept', async () => {
    const profile = await usedProfile();
    profile.anchor.value = { count: 'many' };
    expect((await openPanel(profile)).findings).toMatchObject([{ kind: 'anchor' }]);
    const deaf = anchorIn({
      get: () => Promise.reject(new Error('no storage')),
      set: () => Promise.reject(new Error('no storage')),
    });
    const store = await openPanel(newProfile(), { anchor: deaf });
    expect(store.findings).toMatchObject([{ kind: 'anchor' }]);
    must(await store.append(actionFact('action.started', 'a1')));
    await store.close();
    expect(store.anchorTrouble()).toContain('no storage');
  });

  it('a database that cannot be opened: words, no writes', async () => {
    const broken = new IDBFactory();
    broken.open = () => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    };
    const store = await openPanel({ ...newProfile(), indexedDB: broken });
    expect(store.findings).toMatchObject([
      { kind: 'cannot-open', words: expect.stringContaining('UnknownError') },
    ]);
    expect(await store.append(actionFact('action.started', 'a1'))).toMatchObject({
      refusal: { code: 'cannot-record' },
    });
    await expect(store.entries()).rejects.toThrow();
  });
});

describe('the anchor', () => {
  it('is written in order, the newest end last, through chrome.storage.local', async () => {
    const items: Record<string, unknown> = {};
    const counts: unknown[] = [];
    const anchor = anchorIn({
      get: async (key) => ({ [key]: items[key] }),
      set: async (more) => {
        await new Promise((done) => setTimeout(done, Math.random() * 3));
        Object.assign(items, more);
        counts.push((more.logAnchor as { count: number }).count);
      },
    });
    const store = await openPanel(newProfile(), { anchor });
    for (let i = 0; i < 20; i++) must(await store.append(actionFact('action.proposed', `a${i}`)));
    await store.close();
    expect(counts.at(-1)).toBe(21);
    expect(counts).toEqual([...counts].sort((a, b) => Number(a) - Number(b)));
    expect(await anchor.read()).toMatchObject({ count: 21 });
  });
});
