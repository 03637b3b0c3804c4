import type { Entry } from '../core/entry';
import { RecordRef, recordKey } from '../core/record';
import { ok, type Result } from '../core/result';
import type { AnchorKeeper } from './anchor';
import type { Clock } from './clock';
import type { Database } from './database';
import { eraseContents } from './erase';
import { contentHashes } from './export-plan';
import { guarded } from './guarded';
import { mentions } from './mentions';

/** What is kept about a person, and would go. */
export interface PersonPlan {
  /** Texts that name the person. */
  naming: string[];
  /** Those, and every other text that was recorded on the same records: most do not repeat the name. */
  hashes: string[];
  /** Keys of the records on which they are named. */
  records: string[];
  /** Keys of the drafts that go. */
  drafts: string[];
  /** Knowledge items that name them. */
  knowledge: { id: string; title: string }[];
  /** How many settings, site notes and tools name them: these stay, since they are the person's own words to change. */
  settings: number;
  /** Done actions that cannot be taken back once their texts are gone. */
  undoLost: number;
  /** Facts whose own data holds the name (a file name, an account): these stay, since the chain is made of them. */
  staying: number;
}

export interface Eraser {
  /** By names and addresses, in any spelling of case. Changes nothing. Blank ones are not looked for. */
  find(names: readonly string[]): Promise<PersonPlan>;
  /**
   * Removes what the plan names, from the log's texts, drafts and knowledge. The entries stay and say that texts
   * were erased. Refused: `stale-panel`, `cannot-record`; what was done until then stays done, so ask again.
   */
  erase(plan: PersonPlan, scope: 'records' | 'naming'): Promise<Result<{ texts: number }>>;
}

export function createEraser(db: Database, anchor: AnchorKeeper, clock: Clock): Eraser {
  return {
    find: (names) => findPerson(db, names),
    erase: async (plan, scope) => {
      const hashes = scope === 'records' ? plan.hashes : plan.naming;
      const texts = await eraseContents(db, anchor, clock, hashes, { kind: 'user' }, 'person');
      if (!texts.ok) return texts;
      const rest = await guarded(db, [db.drafts, db.knowledge], async () => {
        await db.drafts.bulkDelete(plan.drafts);
        await db.knowledge.bulkDelete(plan.knowledge.map((item) => item.id));
      });
      return rest.ok ? ok({ texts: texts.value.length }) : rest;
    },
  };
}

async function findPerson(db: Database, names: readonly string[]): Promise<PersonPlan> {
  const named = mentions(names);
  const naming = new Set<string>();
  await db.contents.each((row) => {
    if (named(row.text)) naming.add(row.hash);
  });
  const { runs, records, staying } = await findRecords(db, naming, named);
  const hashes = new Set(naming);
  let undoLost = 0;
  await db.entries.each(({ entry }) => {
    const own = keyOf(entry);
    const isTheirs = own === null ? entry.runId !== null && runs.has(entry.runId) : records.has(own);
    const theirs = contentHashes(entry).filter((hash) => isTheirs || naming.has(hash));
    for (const hash of theirs) hashes.add(hash);
    if (theirs.length > 0 && entry.kind === 'action.done') undoLost += 1;
  });
  const drafts = await db.drafts
    .filter((row) => records.has(row.recordKey) || named(JSON.stringify(row)))
    .toArray();
  const knowledge = await db.knowledge.filter((item) => named(JSON.stringify(item))).toArray();
  const settings = await db.keyValue.filter((row) => named(JSON.stringify(row.value) ?? '')).count();
  const present = await db.contents
    .where('hash')
    .anyOf([...hashes])
    .primaryKeys();
  return {
    naming: [...naming],
    hashes: present,
    records: [...records],
    drafts: drafts.map((row) => row.recordKey),
    knowledge: knowledge.map(({ id, title }) => ({ id, title })),
    settings,
    undoLost,
    staying,
  };
}

/** The records and runs on which the person is named. A run's record counts for entries that name none themselves. */
async function findRecords(db: Database, naming: ReadonlySet<string>, named: (text: string) => boolean) {
  const recordOfRun = new Map<string, string>();
  const namedRuns = new Set<string>();
  const records = new Set<string>();
  let staying = 0;
  await db.entries.each(({ entry }) => {
    const own = keyOf(entry);
    if (own !== null && entry.runId !== null) recordOfRun.set(entry.runId, own);
    if (named(JSON.stringify(entry.data))) staying += 1;
    if (!contentHashes(entry).some((hash) => naming.has(hash))) return;
    if (own !== null) records.add(own);
    else if (entry.runId !== null) namedRuns.add(entry.runId);
  });
  for (const run of namedRuns) {
    const key = recordOfRun.get(run);
    if (key !== undefined) records.add(key);
  }
  const runs = new Set(namedRuns);
  for (const [run, key] of recordOfRun) if (records.has(key)) runs.add(run);
  return { runs, records, staying };
}

function keyOf(entry: Entry): string | null {
  const record = RecordRef.safeParse(entry.data.record);
  return record.success ? recordKey(record.data) : null;
}
