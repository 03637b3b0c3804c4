import type { Entry } from '../core/entry';
import type { Clock } from './clock';
import type { Database } from './database';
import type { ExportOptions } from './export';
import { csvHead, csvLine } from './export-csv';
import { type ExportFilter, planExport, plannedCount, readPlanned } from './export-plan';
import { reportPage } from './report/page';
import { masked } from './sensitive';

/** The log as a table, line by line; nothing when there is nothing to export. */
export async function* exportCsv(db: Database, options: ExportOptions): AsyncGenerator<string> {
  const plan = await planExport(db, options.filter);
  if (!plan) return;
  const { text, shown } = readerOf(db, options);
  yield csvHead();
  for await (const entry of readPlanned(db, plan)) yield csvLine(entry, await textsOf(entry, text), shown);
}

/** The log as a page to read, piece by piece; nothing when there is nothing to export. */
export async function* exportReport(
  db: Database,
  clock: Clock,
  options: ExportOptions,
): AsyncGenerator<string> {
  const plan = await planExport(db, options.filter);
  if (!plan) return;
  yield* reportPage({
    ...readerOf(db, options),
    entries: () => readPlanned(db, plan),
    head: {
      exportedAt: clock.now().toISOString(),
      installationId: plan.installation.id,
      part: partWords(options.filter),
      entryCount: await plannedCount(db, plan),
      fromSeq: plan.fromSeq,
      toSeq: plan.toSeq,
      texts: TEXT_WORDS[options.contents],
      checked: null,
    },
  });
}

const TEXT_WORDS: Record<ExportOptions['contents'], string> = {
  all: 'with all texts',
  none: 'without texts',
  redacted: 'with addresses, numbers and secrets in the texts masked',
};

/** Which part of the log a filter means, in words. */
function partWords(filter: ExportFilter): string {
  if (filter === null) return 'the whole log';
  if ('runId' in filter) return `one run (${filter.runId})`;
  if ('recordKey' in filter) return `one record (${filter.recordKey})`;
  return `from ${filter.from} to ${filter.to}`;
}

function readerOf(db: Database, { contents }: ExportOptions) {
  const shown = contents === 'redacted' ? masked : (text: string) => text;
  return {
    shown,
    text: async (hash: string): Promise<string | null> => {
      if (contents === 'none') return null;
      const row = await db.contents.get(hash);
      return row ? shown(row.text) : null;
    },
  };
}

async function textsOf(
  entry: Entry,
  text: (hash: string) => Promise<string | null>,
): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const name of Object.keys(entry.contents).sort()) {
    const value = await text(entry.contents[name] ?? '');
    if (value !== null) found[name] = value;
  }
  return found;
}
