import { webcrypto } from 'node:crypto';
import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../core/canonical';
import { contentHash, sha256Hex } from '../../core/hash';
import { Database } from '../../storage/database';
import { actionFact, doneAction, must, newProfile, openPanel, text } from './harness';

describe('append', () => {
  it('begins with install.created, signed for by a key that cannot leave', async () => {
    const profile = newProfile();
    const store = await openPanel(profile);
    expect(store.findings).toEqual([]);
    const [first] = await store.entries();
    expect(first).toMatchObject({
      seq: 0,
      kind: 'install.created',
      previousHash: '0'.repeat(64),
      runId: null,
    });
    const db = new Database(profile);
    const row = await db.meta.get('installation');
    if (row?.key !== 'installation') throw new Error('no installation');
    expect(row.value.privateKey.extractable).toBe(false);
    await expect(webcrypto.subtle.exportKey('jwk', row.value.privateKey)).rejects.toThrow();
    expect(first?.data.installationId).toBe(row.value.id);
  });

  it('chains each entry to the one before and hashes its canonical form', async () => {
    const store = await openPanel(newProfile());
    for (const fact of doneAction('a1')) must(await store.append(fact));
    const entries = await store.entries();
    expect(entries.map((e) => e.seq)).toEqual([0, 1, 2, 3, 4]);
    for (const [i, { hash, ...rest }] of entries.entries()) {
      expect(sha256Hex(must(canonical(rest)))).toBe(hash);
      if (i > 0) expect(rest.previousHash).toBe(entries[i - 1]?.hash);
    }
  });

  it('keeps contents apart, each under a salt of its own', async () => {
    const profile = newProfile();
    const store = await openPanel(profile);
    const entry = must(
      await store.append(
        actionFact('action.done', 'a1', { contents: { before: text('same'), after: text('same') } }),
      ),
    );
    expect(JSON.stringify(entry)).not.toContain('same');
    expect(entry.contents.before).not.toBe(entry.contents.after);
    expect(await store.content(entry.contents.before ?? '')).toEqual(text('same'));
    const rows = await new Database(profile).contents.toArray();
    for (const row of rows) {
      expect(row.salt).toMatch(/^[0-9a-f]{32}$/);
      expect(contentHash(Buffer.from(row.salt, 'hex'), row.mediaType, row.text)).toBe(row.hash);
    }
  });

  it('does not follow a caller who changes the fact afterwards', async () => {
    const store = await openPanel(newProfile());
    const fact = actionFact('action.proposed', 'a1');
    const writing = store.append(fact);
    must(await writing);
    fact.data.tool = 'send_reply';
    expect((await store.entriesOfAction('a1'))[0]?.data.tool).toBe('add_tag');
  });

  it('starts an action once: the second is refused and nothing is written', async () => {
    const store = await openPanel(newProfile());
    must(await store.append(actionFact('action.started', 'a1')));
    expect(await store.append(actionFact('action.started', 'a1'))).toMatchObject({
      refusal: { code: 'used-already' },
    });
    const both = await store.appendAll([
      actionFact('approval.granted', 'a1'),
      actionFact('action.started', 'a1'),
    ]);
    expect(both).toMatchObject({ refusal: { code: 'used-already' } });
    const twins = await store.appendAll([
      actionFact('action.started', 'a2'),
      actionFact('action.started', 'a2'),
    ]);
    expect(twins).toMatchObject({ refusal: { code: 'used-already' } });
    expect(await store.entries()).toHaveLength(2);
  });

  it('lets one of many panels start an action, and loses nobody’s facts', async () => {
    const profile = newProfile();
    const panels = await Promise.all(Array.from({ length: 5 }, () => openPanel(profile)));
    const starts = await Promise.all(panels.map((panel) => panel.append(actionFact('action.started', 'a1'))));
    expect(starts.filter((s) => s.ok)).toHaveLength(1);
    expect(starts.filter((s) => !s.ok && s.refusal.code === 'used-already')).toHaveLength(4);
    await Promise.all(
      panels.flatMap((panel, p) =>
        Array.from({ length: 20 }, (_, i) => panel.append(actionFact('action.proposed', `p${p}-${i}`))),
      ),
    );
    const entries = await panels[0]?.entries();
    expect(entries?.map((e) => e.seq)).toEqual(Array.from({ length: 102 }, (_, i) => i));
    expect(entries?.every((e, i) => i === 0 || e.previousHash === entries[i - 1]?.hash)).toBe(true);
    expect(entries?.filter((e) => e.kind === 'install.created')).toHaveLength(1);
  });

  it('keeps the order in which facts were handed over, waited for or not, beside another panel', async () => {
    const profile = newProfile();
    const [here, there] = [await openPanel(profile), await openPanel(profile)];
    const ids = Array.from({ length: 30 }, (_, i) => `h${i}`);
    await Promise.all([
      ...ids.map((id) => here.append(actionFact('action.proposed', id))),
      ...ids.map((_, i) => there.append(actionFact('action.proposed', `t${i}`))),
    ]);
    const entries = await here.entries();
    expect(entries.map((e) => e.data.actionId).filter((id) => String(id).startsWith('h'))).toEqual(ids);
    expect(entries.every((e, i) => i === 0 || e.previousHash === entries[i - 1]?.hash)).toBe(true);
    expect(entries).toHaveLength(61);
  });

  it('does not go on where it believed the end to be when the log was taken away under it', async () => {
    const profile = newProfile();
    const store = await openPanel(profile);
    must(await store.append(actionFact('action.proposed', 'a1')));
    const db = new Database(profile);
    await Promise.all([db.entries.clear(), db.meta.delete('head')]);
    expect(await store.append(actionFact('action.started', 'a1'))).toMatchObject({
      refusal: { code: 'cannot-record' },
    });
    expect(await db.entries.count()).toBe(0);
  });

  it('refuses what has no single canonical form, and writes nothing of the batch', async () => {
    const store = await openPanel(newProfile());
    const bad: [unknown, string][] = [
      ['half \ud83d a pair', 'bad-text'],
      [0.1, 'cannot-record'],
      [2 ** 53, 'cannot-record'],
      [Number.NaN, 'cannot-record'],
      [undefined, 'cannot-record'],
      [new Date(0), 'cannot-record'],
    ];
    for (const [value, code] of bad) {
      const facts = [
        actionFact('action.proposed', 'a1'),
        actionFact('action.done', 'a1', { data: { value } as never }),
      ];
      expect(await store.appendAll(facts)).toMatchObject({ refusal: { code } });
    }
    const broken = actionFact('action.done', 'a1', { contents: { after: text('\udc00') } });
    expect(await store.append(broken)).toMatchObject({ refusal: { code: 'bad-text' } });
    expect(await store.entries()).toHaveLength(1);
    await expect(store.append({ ...actionFact('action.started', 'a1'), data: {} })).rejects.toThrow(
      TypeError,
    );
  });

  it('hashes the same whatever the order of the keys', () => {
    expect(canonical({ b: [1, { d: null, c: 'x' }], a: true })).toEqual(
      canonical({ a: true, b: [1, { c: 'x', d: null }] }),
    );
  });
});

describe('when the store fails', () => {
  it('says cannot-record when the disk is full, writes nothing, and goes on once there is room', async () => {
    const profile = newProfile();
    const store = await openPanel(profile);
    const [first] = await store.entries();
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const proto = Object.getPrototypeOf(await rawStore(profile));
    const original = proto.add;
    proto.add = full;
    const refused = await store.append(actionFact('action.started', 'a1'));
    proto.add = original;
    expect(refused).toMatchObject({ refusal: { code: 'cannot-record' } });
    expect(await store.entries()).toEqual([first]);
    must(await store.append(actionFact('action.started', 'a1')));
  });

  it('writes nothing once a newer version has raised the schema', async () => {
    const profile = newProfile();
    const old = await openPanel(profile);
    const db = new Database(profile);
    await db.meta.put({ key: 'schemaVersion', value: 2 });
    expect(await old.append(actionFact('action.started', 'a1'))).toMatchObject({
      refusal: { code: 'stale-panel' },
    });
    expect(await old.secrets.set('api-key', 'k')).toMatchObject({ refusal: { code: 'stale-panel' } });
    const late = await openPanel(profile);
    expect(late.findings.map((f) => f.kind)).toEqual(['newer-version']);
    expect(late.isCurrent()).toBe(false);
    expect(await late.append(actionFact('action.started', 'a1'))).toMatchObject({
      refusal: { code: 'stale-panel' },
    });
    expect(await late.entries()).toHaveLength(1);
  });

  it('steps aside on versionchange and does not open the database again', async () => {
    const profile = newProfile();
    const old = await openPanel(profile);
    const newer = new Dexie(profile.name, profile);
    newer.version(2).stores({ entries: '&seq, kind, at, runId, actionId, recordKey, &startedKey, extra' });
    await newer.open();
    expect(old.isCurrent()).toBe(false);
    expect(await old.append(actionFact('action.started', 'a1'))).toMatchObject({
      refusal: { code: 'stale-panel' },
    });
    expect(await newer.table('entries').count()).toBe(1);
  });
});

/** An object store of the profile’s database, to reach its prototype. */
async function rawStore(profile: ReturnType<typeof newProfile>): Promise<object> {
  const db = new Database(profile);
  await db.open();
  const store = db.backendDB().transaction('entries').objectStore('entries');
  db.close();
  return store;
}
