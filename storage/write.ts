import type { Entry, Fact } from '../core/entry';
import type { Clock } from './clock';
import { type Database, type Head, type Installation, type MetaRow, SCHEMA_VERSION } from './database';
import { EMPTY_HEAD, type Linked, link } from './link';
import { Refused } from './refusals';

/** The end of the chain as stored, or null when nothing was ever written. */
export async function readHead(db: Database): Promise<Head | null> {
  const row = await db.meta.get('head');
  return row?.key === 'head' ? row.value : null;
}

export async function readInstallation(db: Database): Promise<Installation | null> {
  const row = await db.meta.get('installation');
  return row?.key === 'installation' ? row.value : null;
}

/** The schema that last wrote here; null in an empty database. */
export async function readSchemaVersion(db: Database): Promise<number | null> {
  const row = await db.meta.get('schemaVersion');
  return row?.key === 'schemaVersion' ? row.value : null;
}

/** Throws `Refused` when a newer version of the extension owns the database. */
export async function refuseWhenStale(db: Database): Promise<void> {
  refuseNewer(db, await db.meta.get('schemaVersion'));
}

function refuseNewer(db: Database, version: MetaRow | undefined): void {
  const newer = version?.key === 'schemaVersion' && version.value > SCHEMA_VERSION;
  if (db.stale || newer) throw new Refused({ code: 'stale-panel' });
}

/** Thrown inside a transaction: the chain does not end where this panel last saw it end. */
export class Moved extends Error {}

/**
 * Writes facts at the end of the chain. Runs inside the caller's read-write transaction over `entries`,
 * `contents` and `meta`: all of them are written, or none. Awaits nothing but the database, and that twice only.
 * `begin` is for the very first entry; any other needs a log to follow.
 */
export async function writeFacts(
  db: Database,
  facts: readonly Fact[],
  clock: Clock,
  begin = false,
): Promise<Entry[]> {
  const [[version, head]] = await Promise.all([
    db.meta.bulkGet(['schemaVersion', 'head']),
    refuseWhenStarted(db, facts),
  ]);
  refuseNewer(db, version);
  if (head?.key !== 'head' && !begin)
    throw new Refused({ code: 'cannot-record', detail: 'The log is not set up.' });
  const linked = link(head?.key === 'head' ? head.value : EMPTY_HEAD, facts, clock);
  return await put(db, linked);
}

/**
 * The same after `end`, where this panel last saw the chain end: everything is asked and written at once, so an append
 * waits for the database a single time before its commit. Throws `Moved`, and nothing is written, when the chain went
 * on without this panel.
 */
export async function writeAfter(
  db: Database,
  facts: readonly Fact[],
  clock: Clock,
  end: Head,
): Promise<Entry[]> {
  // In this order: the database answers in the order in which it is asked, and the checks must see what was before.
  const checks = [checkEnd(db, end), refuseWhenStarted(db, facts)];
  // The facts are hashed while the database begins and looks.
  const writing = (async () => await put(db, link(end, facts, clock)))();
  await Promise.all([...checks, writing]);
  return await writing;
}

async function checkEnd(db: Database, end: Head): Promise<void> {
  const [version, head] = await db.meta.bulkGet(['schemaVersion', 'head']);
  refuseNewer(db, version);
  const isThere = head?.key === 'head' && head.value.count === end.count && head.value.hash === end.hash;
  if (!isThere) throw new Moved();
}

async function put(db: Database, { entries, contents, head }: Linked): Promise<Entry[]> {
  await Promise.all([
    db.entries.bulkAdd(entries),
    contents.length > 0 ? db.contents.bulkAdd(contents) : null,
    db.meta.put({ key: 'head', value: head }),
  ]);
  return entries.map((row) => row.entry);
}

/** One action starts once. The unique index would stop it too; looking first gives the person the right words. */
async function refuseWhenStarted(db: Database, facts: readonly Fact[]): Promise<void> {
  const ids = facts.filter((f) => f.kind === 'action.started').map((f) => String(f.data.actionId));
  if (ids.length === 0) return;
  // One request for each, all of them now: a cursor would come back to look when the new rows are there already.
  const found = await Promise.all(ids.map((id) => db.entries.where('startedKey').equals(id).count()));
  if (new Set(ids).size < ids.length || found.some((count) => count > 0))
    throw new Refused({ code: 'used-already' });
}
