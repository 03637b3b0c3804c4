import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { Database } from '../../storage/database';
import type { Place } from '../../storage/place';
import type { Store } from '../../storage/store';
import { check } from './check-text';
import { actionFact, doneAction, must, newProfile, openPanel, type Profile } from './harness';

/** A profile that remembers where its log lies, with a log of nine entries. */
async function profileWithPlace() {
  const profile = newProfile();
  const place = {
    value: { name: profile.name, left: [] } as Place,
    read: async () => place.value,
    write: async (value: Place) => {
      place.value = structuredClone(value);
    },
  };
  const open = (): Promise<Store> => openPanel(profile, { place });
  const store = await open();
  must(await store.appendAll([...doneAction('a1'), ...doneAction('a2')]));
  const end = (await store.entries()).at(-1);
  await store.close();
  return { profile, place, open, end };
}

const DAMAGES = {
  'newer-version': (db: Database) => db.meta.put({ key: 'schemaVersion', value: 99 }),
  unmarked: (db: Database) => db.meta.delete('head'),
} as const;

async function damage(profile: Profile, kind: keyof typeof DAMAGES): Promise<void> {
  const db = new Database(profile);
  await DAMAGES[kind](db);
  db.close();
}

describe('a log that cannot be used', () => {
  it.each(['newer-version', 'unmarked'] as const)(
    'is left for a new one by choice alone, is kept, and the new one says so (%s)',
    async (kind) => {
      const { profile, open, end } = await profileWithPlace();
      await damage(profile, kind);
      for (let i = 0; i < 2; i++) {
        const store = await open();
        expect(store.findings).toMatchObject([
          { kind, words: expect.stringContaining('a new log can be begun beside it') },
        ]);
        expect(store.beside.possible).toBe(true);
        expect(await store.append(actionFact('action.started', 'a9'))).toMatchObject({ ok: false });
        await store.close();
      }
      const broken = await open();
      const name = must(await broken.beside.begin());
      await broken.close();

      const store = await open();
      expect(store.findings).toEqual([]);
      const [first, ...more] = await store.entries();
      expect(more).toEqual([]);
      expect(first).toMatchObject({
        kind: 'install.created',
        actor: { kind: 'user' },
        data: { replaces: { count: 9, hash: end?.hash }, beside: { database: profile.name, why: kind } },
      });
      must(await store.append(actionFact('action.started', 'a1')));
      expect(store.beside).toMatchObject({ possible: false, left: [{ name: profile.name, why: kind }] });
      expect(await store.beside.begin()).toMatchObject({ ok: false });
      await store.close();
      expect((await open()).findings).toEqual([]);
      const kept = new Database(profile);
      expect(await kept.entries.count()).toBe(9);
      kept.close();
      expect(name).not.toBe(profile.name);
    },
  );

  it('is exported as it was left, and deleted when asked', async () => {
    const { profile, place, open, end } = await profileWithPlace();
    await damage(profile, 'newer-version');
    must(await (await open()).beside.begin());
    const store = await open();
    const file = await must(await store.beside.exportLeft(profile.name)).text();
    expect(await check(file)).toEqual({ code: 0, words: '' });
    expect(file).toContain(end?.hash);
    must(await store.beside.removeLeft(profile.name));
    expect(place.value.left).toEqual([]);
    expect(await profile.indexedDB.databases()).toEqual([
      expect.objectContaining({ name: place.value.name }),
    ]);
  });

  it('says so when the browser opens no database at all, and changes nothing', async () => {
    const { profile, place, open } = await profileWithPlace();
    const before = structuredClone(place.value);
    profile.indexedDB.open = () => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    };
    const store = await open();
    expect(store.findings).toMatchObject([{ kind: 'cannot-open' }]);
    expect(await store.beside.begin()).toMatchObject({
      refusal: { code: 'cannot-record', detail: expect.stringContaining('no database at all') },
    });
    expect(place.value).toEqual(before);
  });

  it('does not hide that the new log went missing later', async () => {
    const { profile, open } = await profileWithPlace();
    await damage(profile, 'unmarked');
    must(await (await open()).beside.begin());
    const store = await open();
    must(await store.appendAll(doneAction('b1')));
    await store.close();
    profile.indexedDB = new IDBFactory();
    expect((await open()).findings).toMatchObject([
      { kind: 'missing', words: expect.stringContaining('5 entries') },
    ]);
  });
});
