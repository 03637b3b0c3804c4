import Dexie, { type Table } from 'dexie';
import type { Content, Entry } from '../core/entry';
import type { KnowledgeItem } from '../core/knowledge';
import type { SavedDraft } from './drafts';

/** Raised with every change of the tables' meaning. Kept as a row too: an older panel opens a newer database unasked. */
export const SCHEMA_VERSION = 1;

/** An entry with the keys it is found by. A key that is absent leaves the row out of that index. */
export interface EntryRow {
  seq: number;
  kind: string;
  at: string;
  runId?: string;
  actionId?: string;
  recordKey?: string;
  /** The action id again, on `action.started` alone. Unique: this index is what makes the log the lock. */
  startedKey?: string;
  entry: Entry;
}

export type ContentRow = Omit<Content, 'type'>;

/** The end of the chain. `count` is the next seq. */
export interface Head {
  count: number;
  hash: string;
}

export interface Installation {
  id: string;
  publicKey: JsonWebKey;
  /** Cannot be exported: it signs here or nowhere. */
  privateKey: CryptoKey;
}

export type MetaRow =
  | { key: 'head'; value: Head }
  | { key: 'schemaVersion'; value: number }
  | { key: 'installation'; value: Installation };

export interface KeyValueRow {
  key: string;
  value: unknown;
}

export interface DraftRow {
  recordKey: string;
  updatedAt: string;
  draft: SavedDraft;
}

/** Where the database lives; tests hand in an IndexedDB of their own. */
export interface DatabaseOptions {
  name?: string;
  indexedDB?: IDBFactory;
  IDBKeyRange?: typeof IDBKeyRange;
}

export class Database extends Dexie {
  declare readonly entries: Table<EntryRow, number>;
  declare readonly contents: Table<ContentRow, string>;
  declare readonly meta: Table<MetaRow, MetaRow['key']>;
  declare readonly keyValue: Table<KeyValueRow, string>;
  declare readonly knowledge: Table<KnowledgeItem, string>;
  declare readonly drafts: Table<DraftRow, string>;

  /** Set once another panel upgrades or deletes the database: from then on this one writes nothing. */
  stale = false;

  constructor(options: DatabaseOptions = {}) {
    super(options.name ?? 'countersign', {
      // An effect leaves only after its fact is on the disk; Chrome's default would say "written" earlier.
      chromeTransactionDurability: 'strict',
      ...(options.indexedDB && { indexedDB: options.indexedDB }),
      ...(options.IDBKeyRange && { IDBKeyRange: options.IDBKeyRange }),
    });
    this.version(SCHEMA_VERSION)
      .stores({
        entries: '&seq, kind, at, runId, actionId, recordKey, &startedKey',
        contents: '&hash',
        meta: '&key',
        keyValue: '&key',
        knowledge: '&id, origin',
        drafts: '&recordKey, updatedAt',
      })
      // A database of an older version is taken over: from now on code of that version writes nothing here.
      .upgrade((older) => older.table<MetaRow>('meta').put({ key: 'schemaVersion', value: SCHEMA_VERSION }));
    this.on('versionchange', () => {
      this.stale = true;
      // Without this Dexie opens the database again at the next write, and the write succeeds.
      this.close({ disableAutoOpen: true });
      return false;
    });
  }
}
