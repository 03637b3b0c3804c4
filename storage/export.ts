import { ok, type Result, refuse } from '../core/result';
import type { Clock } from './clock';
import type { ContentRow, Database } from './database';
import {
  contentHashes,
  type ExportFilter,
  type ExportPlan,
  erasedHashes,
  planExport,
  readPlanned,
} from './export-plan';
import { exportCsv, exportReport } from './export-reading';
import { FileSeal } from './export-seal';
import { plainKey } from './install';
import { Refused, refusalOf } from './refusals';
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
  /** The file as one text. Refused: `nothing-to-export`, `cannot-record` (the store cannot be read). */
  exportText(options: ExportOptions): Promise<Result<string>>;
}

/** Appends nothing to the log itself: what counts as an export worth recording is the caller's to say. */
export function createExporter(db: Database, clock: Clock, extensionVersion: string): Exporter {
  const exportLog = (options: ExportOptions) => exportLines(db, clock, extensionVersion, options);
  return {
    exportLog,
    exportCsv: (options) => exportCsv(db, options),
    exportReport: (options) => exportReport(db, clock, options),
    exportText: async (options) => {
      try {
        const text = await joined(exportLog, options);
        return text === '' ? refuse('nothing-to-export') : ok(text);
      } catch (error) {
        return { ok: false, refusal: refusalOf(error, db) };
      }
    },
  };
}

async function joined(exportLog: Exporter['exportLog'], options: ExportOptions): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    try {
      const lines: string[] = [];
      for await (const line of exportLog(options)) lines.push(line);
      return lines.join('');
    } catch (error) {
      if (!(error instanceof ErasedMeanwhile) || attempt === 3) throw error;
    }
  }
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
  const met = new Set<string>();
  const erased = new Set<string>();
  for await (const entry of readPlanned(db, plan)) {
    for (const hash of contentHashes(entry)) met.add(hash);
    for (const hash of erasedHashes(entry)) erased.add(hash);
    yield seal.entry(entry);
  }
  const isFit = (text: string): boolean => options.contents === 'all' || masked(text) === text;
  const mayBeMissing = contents === 'all' ? erased : met;
  if (contents !== 'none') yield* contentLines(db, plan, seal, { met, mayBeMissing, isFit });
  yield await seal.trailer();
}

/**
 * `all`, or `redacted` when a part of the log leaves out the entry that would explain why a content is not there:
 * a file that says `all` must account for each of them.
 */
async function coverage(db: Database, plan: ExportPlan, filter: ExportFilter): Promise<'all' | 'redacted'> {
  if (filter === null) return 'all';
  const open = new Set<string>();
  const erased = new Set<string>();
  for await (const entry of readPlanned(db, plan)) {
    for (const hash of contentHashes(entry)) open.add(hash);
    for (const hash of erasedHashes(entry)) erased.add(hash);
  }
  for (const hash of await db.contents
    .where('hash')
    .anyOf([...open])
    .primaryKeys())
    open.delete(hash);
  return [...open].every((hash) => erased.has(hash)) ? 'all' : 'redacted';
}

const BATCH = 200;

interface Choice {
  /** All that the entries name, in their order. */
  met: ReadonlySet<string>;
  mayBeMissing: ReadonlySet<string>;
  /** False for a text that a redacted file leaves out. */
  isFit(text: string): boolean;
}

async function* contentLines(
  db: Database,
  plan: ExportPlan,
  seal: FileSeal,
  { met, mayBeMissing, isFit }: Choice,
): AsyncGenerator<string> {
  const hashes = [...met];
  for (let i = 0; i < hashes.length; i += BATCH) {
    const batch = hashes.slice(i, i + BATCH);
    const rows = await db.contents.bulkGet(batch);
    for (const [n, row] of rows.entries()) {
      if (row && isFit(row.text)) yield seal.line(lineOf(row));
      else if (!mayBeMissing.has(batch[n] ?? '')) await refuseWhenMoved(db, plan);
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

class ErasedMeanwhile extends Refused {
  constructor() {
    super({ code: 'changed-since', detail: 'Texts were erased during the export. Export again.' });
  }
}
