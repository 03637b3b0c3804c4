import { describe, expect, it } from 'vitest';
import type { Fact } from '../../core/entry';
import { DEFAULT_SETTINGS } from '../../core/settings';
import { Database } from '../../storage/database';
import type { Store } from '../../storage/store';
import { check } from './check-text';
import { must, newProfile, openPanel, text } from './harness';

const CANARY = 'canary-7f3a';
const ref = (id: string) => ({ site: 'demo-desk', host: 'desk.example', type: 'ticket', id });

function fact(kind: Fact['kind'], id: string, texts: Record<string, string>, runId = `run-${id}`): Fact {
  const contents = Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, text(value)]));
  const about = kind === 'context.seen' || kind === 'draft.made';
  const data: Fact['data'] = about
    ? { messages: 1 }
    : { actionId: `${runId}-a`, tool: 'add_note', class: 'R2', record: ref(id) };
  return { kind, runId, actor: { kind: 'user' }, data, contents };
}

/** Two tickets: Zoë's, whose texts hold the canary mostly without her name, and another's. */
async function twoPeople() {
  const profile = newProfile();
  const store = await openPanel(profile);
  must(
    await store.append({
      kind: 'run.started',
      runId: 'run-1',
      actor: { kind: 'user' },
      data: { record: ref('1') },
    }),
  );
  must(
    await store.append(
      fact('context.seen', '1', { seen: `From: ZOË Müller <zoe@example.com>\n${CANARY} one` }),
    ),
  );
  must(await store.append(fact('draft.made', '1', { draft: `Dear customer, ${CANARY} two` })));
  must(
    await store.append(
      fact('action.proposed', '1', { input: JSON.stringify({ body: `${CANARY} "three"\n` }) }),
    ),
  );
  must(await store.append(fact('action.started', '1', { binding: `{"requester":"zoe@example.com"}` })));
  must(await store.append(fact('action.done', '1', { before: '', after: `${CANARY} four` })));
  must(await store.append(fact('action.proposed', '1', { input: `${CANARY} five` }, 'run-later')));
  must(await store.append(fact('context.seen', '2', { seen: 'From: Bob <bob@example.com>' })));
  must(await store.append(fact('action.proposed', '2', { input: 'stays' })));
  const draft = {
    text: `${CANARY} six`,
    instructions: '',
    isOwn: true,
    by: 'you',
    incomplete: false,
    sources: [],
  };
  const key = JSON.stringify(['demo-desk', 'desk.example', 'ticket', '1']);
  must(await store.drafts.save(key, draft));
  must(await store.drafts.save('other', { ...draft, text: 'stays' }));
  const item = {
    language: 'en',
    updatedAt: '2026-01-01',
    origin: 'replies.csv',
    keywords: [],
    steps: [],
    kind: 'past-reply' as const,
  };
  must(
    await store.knowledge.put([
      { ...item, id: 'k1', title: 'Reply to Zoë Müller', text: `${CANARY} seven` },
      { ...item, id: 'k2', title: 'Returns', text: 'stays' },
    ]),
  );
  must(await store.settings.save(DEFAULT_SETTINGS));
  return { profile, store, key };
}

/** Every byte that any store, export or second place holds, as text. */
async function everything(store: Store, db: Database, anchor: unknown): Promise<string> {
  const tables = await Promise.all(db.tables.map((table) => table.toArray()));
  const parts = [JSON.stringify(tables), JSON.stringify(anchor)];
  for (const contents of ['all', 'redacted', 'none'] as const) {
    const options = { filter: null, contents };
    for (const lines of [store.exportLog(options), store.exportCsv(options), store.exportReport(options)])
      for await (const line of lines) parts.push(line);
  }
  return parts.join('\n');
}

describe('erasing a person', () => {
  it('finds their texts, and everything else on their tickets, by name in any spelling', async () => {
    const { store, key } = await twoPeople();
    const plan = await store.people.find(['  zoe@EXAMPLE.com ', 'Zoe\u0308  Müller', '']);
    expect(plan).toMatchObject({
      records: [key],
      drafts: [key],
      knowledge: [{ id: 'k1' }],
      undoLost: 1,
      staying: 0,
    });
    expect(plan.naming).toHaveLength(2);
    expect(plan.hashes).toHaveLength(7);
    expect(await store.people.find(['', '  '])).toMatchObject({
      naming: [],
      hashes: [],
      drafts: [],
      knowledge: [],
    });
  });

  it('leaves no byte of theirs in any store or export, and the log is whole', async () => {
    const { profile, store } = await twoPeople();
    const db = new Database(profile);
    expect(await everything(store, db, profile.anchor.value)).toContain(CANARY);
    const plan = await store.people.find(['zoe@example.com', 'Zoë Müller']);
    expect(must(await store.people.erase(plan, 'records'))).toEqual({ texts: 7 });
    const left = await everything(store, db, profile.anchor.value);
    for (const trace of [CANARY, 'zoe@example.com', 'ZOË', 'Zoë']) expect(left).not.toContain(trace);
    expect(left).toContain('stays');
    expect(await check(must(await store.exportText({ filter: null, contents: 'all' })))).toEqual({
      code: 0,
      words: '',
    });
    expect((await store.checkChain(async () => undefined)).findings).toEqual([]);
    const last = (await store.entries()).at(-1);
    expect(last).toMatchObject({ kind: 'content.erased', data: { why: 'person' } });
    expect(await store.people.find(['zoe@example.com', 'Zoë Müller'])).toMatchObject({
      hashes: [],
      drafts: [],
      knowledge: [],
    });
  });

  it('tells of settings and site notes that name them, which are the person’s own to change', async () => {
    const { store } = await twoPeople();
    expect((await store.people.find(['zoe@example.com'])).settings).toBe(0);
    must(await store.settings.save({ ...DEFAULT_SETTINGS, model: 'for ZOE@example.com' }));
    expect((await store.people.find(['zoe@example.com'])).settings).toBe(1);
  });

  it('can take only the texts that name them', async () => {
    const { store } = await twoPeople();
    const plan = await store.people.find(['zoe@example.com']);
    expect(must(await store.people.erase(plan, 'naming'))).toEqual({ texts: 2 });
    expect(await store.findContents((t) => t.includes(CANARY))).not.toEqual([]);
  });

  it('asked in two windows at once, while a third goes on writing, erases each text once', async () => {
    const { profile, store } = await twoPeople();
    const [other, third] = [await openPanel(profile), await openPanel(profile)];
    const plan = await store.people.find(['zoe@example.com', 'Zoë Müller']);
    const done = await Promise.all([
      store.people.erase(plan, 'records'),
      ...Array.from({ length: 10 }, (_, i) => third.append(fact('context.seen', '2', { seen: `Bob ${i}` }))),
      other.people.erase(plan, 'records'),
    ]);
    expect(done.every((one) => one.ok)).toBe(true);
    const erased = (await store.entries()).flatMap((e) => (e.kind === 'content.erased' ? e.data.erased : []));
    expect([...erased].sort()).toEqual([...plan.hashes].sort());
    expect(await everything(store, new Database(profile), profile.anchor.value)).not.toContain(CANARY);
    expect(await check(must(await store.exportText({ filter: null, contents: 'all' })))).toEqual({
      code: 0,
      words: '',
    });
  });

  it('names a log that cannot be written, and erases nothing then', async () => {
    const { store } = await twoPeople();
    const plan = await store.people.find(['zoe@example.com']);
    await store.close();
    expect(await store.people.erase(plan, 'records')).toMatchObject({
      ok: false,
      refusal: { code: 'cannot-record' },
    });
  });
});

describe('retention', () => {
  it('removes the texts of a kind that are old, names the span to export first, and keeps the entries', async () => {
    const { store } = await twoPeople();
    const entries = await store.entries();
    const before = entries[5]?.at ?? '';
    const old = await store.retention.find({ before, kinds: ['context.seen', 'draft.made'] });
    expect(old).toMatchObject({ from: entries[2]?.at, to: entries[3]?.at, undoLost: 0 });
    expect(old.hashes).toHaveLength(2);
    expect(must(await store.retention.remove(old))).toHaveLength(2);
    expect((await store.entries()).length).toBe(entries.length + 1);
    expect(await store.retention.find({ before, kinds: ['context.seen', 'draft.made'] })).toMatchObject({
      hashes: [],
      from: null,
    });
    const all = await store.retention.find({ before: '2100-01-01', kinds: null });
    expect(all.undoLost).toBe(1);
    must(await store.retention.remove(all));
    expect(await check(must(await store.exportText({ filter: null, contents: 'all' })))).toEqual({
      code: 0,
      words: '',
    });
  });
});

describe('a loss', () => {
  it('is told at every opening until a person acknowledges it; then the log itself says so', async () => {
    const { profile, store } = await twoPeople();
    await store.close();
    const db = new Database(profile);
    const last = (await db.entries.count()) - 1;
    const row = await db.entries.get(last - 1);
    await db.entries.delete(last);
    await db.meta.put({ key: 'head', value: { count: last, hash: row?.entry.hash ?? '' } });
    const first = await openPanel(profile);
    expect(first.findings).toMatchObject([{ kind: 'cut', words: expect.stringContaining('1 entry') }]);
    await first.close();
    const again = await openPanel(profile);
    expect(again.findings).toHaveLength(1);
    expect(must(await again.acknowledgeLosses())).toBe(1);
    expect(must(await again.acknowledgeLosses())).toBe(0);
    expect((await again.entries()).at(-1)).toMatchObject({
      kind: 'log.loss-acknowledged',
      data: { found: last },
    });
    await again.close();
    expect((await openPanel(profile)).findings).toEqual([]);
  });
});
