import type { Actor } from '../core/entry';
import type { Result } from '../core/result';
import { AnchorKeeper, type AnchorPort } from './anchor';
import { type Beside, createBeside } from './beside';
import { type ChainReport, checkChain, type Pace } from './chain-check';
import { Checkpoints } from './checkpoint';
import { type Clock, systemClock } from './clock';
import { type CustomToolStore, createCustomTools } from './custom-tools';
import { Database, type DatabaseOptions } from './database';
import { createDrafts, type Drafts } from './drafts';
import { eraseContents, findContents } from './erase';
import { createEraser, type Eraser } from './erase-person';
import { createExporter, type Exporter } from './export';
import type { FilePlace } from './export-file';
import type { Finding } from './inspect';
import { createKnowledgeStore, type KnowledgeStore } from './knowledge-store';
import { type Live, liveEnd } from './live';
import { createLog, type Log } from './log';
import { acknowledgeLosses } from './losses';
import { type PlacePort, readPlace } from './place';
import { prepare } from './prepare';
import { createReader, type LogReader } from './read';
import { recount } from './recount';
import { createRetention, type Retention } from './retention';
import { createSecrets, type Secrets } from './secrets';
import { createSettings, type SettingsStore } from './settings';
import { createSiteNotes, type SiteNoteStore } from './site-notes';

export interface StoreOptions extends DatabaseOptions {
  /** Where the end of the log is remembered a second time: `anchorIn(browser.storage.local)`. */
  anchor: AnchorPort;
  /** Where it is remembered in which database the log lies: `placeIn(browser.storage.local)`. */
  place?: PlacePort;
  /** Where long files are made: `filesIn(navigator.storage, navigator.locks)`. */
  files?: FilePlace;
  extensionVersion: string;
  clock?: Clock;
  /** Entries between two checkpoints; for tests. */
  checkpointEvery?: number;
}

/** Everything that is kept on this machine. */
export interface Store extends Log, LogReader, Exporter {
  /** How many entries there are, again whenever the log grows, in any panel. */
  liveEnd(): Live<number>;
  /** Removes contents for good; the chain keeps their hashes. Answers what was removed. */
  erase(hashes: readonly string[], actor: Actor): Promise<Result<string[]>>;
  /** Hashes of the contents whose text matches. */
  findContents(matches: (text: string) => boolean): Promise<string[]>;
  /** Everything that is kept about one person. */
  people: Eraser;
  retention: Retention;
  /** Counts the entries and adds to `findings` what does not hold. The opening does not wait for it. */
  recount(): Promise<void>;
  /** Walks the whole chain, a slice at a time, and says what does not hold. Rejects when the store cannot be read. */
  checkChain(pace: Pace): Promise<ChainReport>;
  /** The person was told that entries are missing: from now on the log says so, and the panel no more. */
  acknowledgeLosses(): Promise<Result<number>>;
  settings: SettingsStore;
  secrets: Secrets;
  knowledge: KnowledgeStore;
  customTools: CustomToolStore;
  siteNotes: SiteNoteStore;
  drafts: Drafts;
  /** What the person must be told about the log, noticed when it was opened and counted. */
  findings: Finding[];
  beside: Beside;
  /** False when the log could not be opened or read, is held by another panel, or is that of a newer version. */
  isReadable: boolean;
  /** Why the end of the log cannot be remembered outside it, in words; null while it can. */
  anchorTrouble(): string | null;
  /** False once a newer version of the extension took the database over; writes are refused then. */
  isCurrent(): boolean;
  /** Waits for the anchor and closes. */
  close(): Promise<void>;
}

const UNREADABLE = new Set<Finding['kind']>(['cannot-open', 'blocked', 'newer-version']);

/**
 * Opens the database, looks whether the log is what it was, and makes the installation's key the first time.
 * Always answers: where the database cannot be opened, a finding says so, writes are refused and reads reject.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const clock = options.clock ?? systemClock;
  const place = await readPlace(options.place);
  const db = new Database(options.place ? { ...options, name: place.name } : options);
  const anchor = new AnchorKeeper(options.anchor, clock);
  const findings = await prepare(
    db,
    anchor,
    options.anchor,
    clock,
    options.extensionVersion,
    place.left.at(-1),
  );
  const [people, retention] = [createEraser(db, anchor, clock), createRetention(db, anchor, clock)];
  const isReadable = (): boolean => !findings.some(({ kind }) => UNREADABLE.has(kind));
  /** What is erased goes from the exports that are being handed over, too. */
  const withFiles = async <T>(erasing: Promise<T>): Promise<T> => {
    const erased = await erasing;
    await options.files?.clear('all');
    return erased;
  };
  const checkpoints = new Checkpoints(db, anchor, clock, options.checkpointEvery);
  return {
    ...createLog(db, anchor, clock, (entries) => checkpoints.note(entries)),
    ...createReader(db),
    ...createExporter(db, clock, options.extensionVersion, options.files),
    liveEnd: () => liveEnd(db),
    erase: (hashes, actor) => withFiles(eraseContents(db, anchor, clock, hashes, actor)),
    findContents: (matches) => findContents(db, matches),
    people: { ...people, erase: (plan, scope) => withFiles(people.erase(plan, scope)) },
    retention: { ...retention, remove: (found) => withFiles(retention.remove(found)) },
    recount: async () => void findings.push(...(isReadable() ? await recount(db) : [])),
    checkChain: (pace) => checkChain(db, clock, pace),
    acknowledgeLosses: () => acknowledgeLosses(db, anchor, clock),
    settings: createSettings(db),
    secrets: createSecrets(db),
    knowledge: createKnowledgeStore(db),
    customTools: createCustomTools(db),
    siteNotes: createSiteNotes(db),
    drafts: createDrafts(db, clock),
    findings,
    beside: createBeside(options, options.place, place, findings, clock),
    get isReadable() {
      return isReadable();
    },
    anchorTrouble: () => anchor.trouble,
    isCurrent: () => !db.stale,
    close: async () => {
      await checkpoints.flush();
      await anchor.flush();
      db.close({ disableAutoOpen: true });
    },
  };
}
