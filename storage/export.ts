import { ok, type Result, refuse } from '../core/result';
import type { Clock } from './clock';
import type { ContentRow, Database } from './database';
import { type FilePlace, fileOf } from './export-file';
import {
  contentHashes,
  type ExportFilter,
  type ExportPlan,
  erasedHashes,
  planExport,
  readBatches,
  readPlanned,
} from './export-plan';
import { exportCsv, exportReport } from './export-reading';
import { FileSeal } from './export-seal';
import { plainKey } from './install';
import { ErasedMeanwhile, refusalOf } from './refusals';
import { masked } from './sensitive';
import { readHead } from './write';

export interface ExportOptions {
  filter: ExportFilter;
  /**
   * `redacted`: texts with e-mail addresses, telephone or card numbers or secrets in them are left out of the file,
   * since a changed text could not keep its hash. In the table and the page they are masked instead.
   */
  contents: 'all' | 'none' | 'redacted';
}

export interface Exporter {
  /**
   * The file, line by line, each with its LF; no line at all when there is nothing to export. Little is held in
   * memory. Throws when the store cannot be read, or when contents were erased while it ran (start again then).
   */
  exportLog(options: ExportOptions): AsyncIterable<string>;
  /** The same entries as a table for a spreadsheet (RFC 4180). It cannot be verified. */
  exportCsv(options: ExportOptions): AsyncIterable<string>;
  /** The same entries as an HTML page to read and to print. It cannot be verified. */
  exportReport(options: ExportOptions): AsyncIterable<string>;
  /**
   * Any of the three as a file. Only a megabyte of it is in memory at a time, however long it is: the rest lies on
   * the disk. Refused: `nothing-to-export`, `cannot-record` (the store cannot be read).
   */
  exportFile(form: keyof typeof TYPES, options: ExportOptions): Promise<Result<Blob>>;
  /** The log's file as one text, for a log that is known to be short. */
  exportText(options: ExportOptions): Promise<Result<string>>;
}

const TYPES = { jsonl: 'application/jsonl', csv: 'text/csv', html: 'text/html' } as const;

/** Appends nothing to the log itself: what counts as an export worth recording is the caller's to say. */
export function createExporter(
  db: Database,
  clock: Clock,
  extensionVersion: string,
  place?: FilePlace,
): Exporter {
  const exportLog = (options: ExportOptions) => exportLines(db, clock, extensionVersion, options);
  const forms = {
    jsonl: exportLog,
    csv: (options: ExportOptions) => exportCsv(db, options),
    html: (options: ExportOptions) => exportReport(db, clock, options),
  };
  const exportFile: Exporter['exportFile'] = async (form, options) => {
    try {
      const file = await fileOf(() => forms[form](options), TYPES[form], place);
      return file.size === 0 ? refuse('nothing-to-export') : ok(file);
    } catch (error) {
      return { ok: false, refusal: refusalOf(error, db) };
    }
  };
  return {
    exportLog,
    exportCsv: forms.csv,
    exportReport: forms.html,
    exportFile,
    exportText: async (options) => {
      const file = await exportFile('jsonl', options);
      return file.ok ? ok(await file.value.text()) : file;
    },
  };
}

async function* exportLines(
  db: Database,
  clock: Clock,
  extensionVersion: string,
  options: ExportOptions,
): AsyncGenerator<string> {
  const plan = await planExport(db, options.filter);
  if (!plan) return;
  const seal = new FileSeal(plan.installation.privateKey);
  const contents = options.contents === 'all' ? await coverage(db, plan, options.filter) : options.contents;
  yield seal.line({
    type: 'header',
    format: 'countersign-log',
    version: 1,
    exportedAt: clock.now().toISOString(),
    extensionVersion,
    installationId: plan.installation.id,
    contents,
    filter: options.filter,
    fromSeq: plan.fromSeq,
    toSeq: plan.toSeq,
    previousHash: plan.previousHash,
    publicKey: plainKey(plan.installation.publicKey),
  });
  const erased = new Set<string>();
  for await (const entry of readPlanned(db, plan)) {
    for (const hash of erasedHashes(entry)) erased.add(hash);
    yield seal.entry(entry);
  }
  const isFit = (text: string): boolean => options.contents === 'all' || masked(text) === text;
  const mayBeMissing = (hash: string): boolean => contents !== 'all' || erased.has(hash);
  if (contents !== 'none') yield* contentLines(db, plan, seal, { mayBeMissing, isFit });
  yield await seal.trailer();
}

/**
 * `all`, or `redacted` when a part of the log leaves out the entry that would explain why a content is not there:
 * a file that says `all` must account for each of them.
 */
async function coverage(db: Database, plan: ExportPlan, filter: ExportFilter): Promise<'all' | 'redacted'> {
  if (filter === null) return 'all';
  const gone = new Set<string>();
  for await (const entries of readBatches(db, plan)) {
    const hashes = entries.flatMap(contentHashes);
    const present = new Set(await db.contents.where('hash').anyOf(hashes).primaryKeys());
    for (const hash of hashes) if (!present.has(hash)) gone.add(hash);
  }
  if (gone.size === 0) return 'all';
  for await (const entry of readPlanned(db, plan)) for (const hash of erasedHashes(entry)) gone.delete(hash);
  return gone.size === 0 ? 'all' : 'redacted';
}

interface Choice {
  mayBeMissing(hash: string): boolean;
  /** False for a text that a redacted file leaves out. */
  isFit(text: string): boolean;
}

/**
 * The contents in the order of the entries, read once more for it: nothing grows with the length of the log. Each is
 * named by one entry alone, since it was salted for it.
 */
async function* contentLines(
  db: Database,
  plan: ExportPlan,
  seal: FileSeal,
  { mayBeMissing, isFit }: Choice,
): AsyncGenerator<string> {
  for await (const entries of readBatches(db, plan)) {
    const hashes = entries.flatMap(contentHashes);
    const rows = await db.contents.bulkGet(hashes);
    for (const [n, row] of rows.entries()) {
      if (row && isFit(row.text)) yield seal.line(lineOf(row));
      else if (!mayBeMissing(hashes[n] ?? '')) await refuseWhenMoved(db, plan);
    }
  }
}

function lineOf({ hash, salt, mediaType, text }: ContentRow): Record<string, string> {
  return { type: 'content', hash, salt, mediaType, text };
}

/** A content is gone and no exported entry says why. Erased a moment ago: start again. Lost: `verify` will say so. */
async function refuseWhenMoved(db: Database, plan: ExportPlan): Promise<void> {
  const head = await readHead(db);
  if (head && head.count - 1 > plan.toSeq) throw new ErasedMeanwhile();
}
