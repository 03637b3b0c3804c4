import type { ExportChoice, Part } from '../../components/log/types';
import { ok, type Result, refuse } from '../../core/result';
import type { ExportFilter } from '../../storage/export-plan';
import type { Store } from '../../storage/store';

const TYPES = { jsonl: 'application/jsonl', csv: 'text/csv', html: 'text/html' } as const;

/** Text that is gathered before it is handed to the browser, which may put it on the disk. Characters. */
const CHUNK = 1024 * 1024;

/** Makes the file of a choice. Only a megabyte of it is text in memory at a time. Writes down that it was made. */
export async function exportPart(
  store: Store,
  choice: ExportChoice,
): Promise<Result<{ name: string; file: Blob }>> {
  const filter = filterOf(choice.part);
  const options = { filter, contents: choice.contents };
  const lines =
    choice.form === 'jsonl'
      ? store.exportLog(options)
      : choice.form === 'csv'
        ? store.exportCsv(options)
        : store.exportReport(options);
  const file = await gathered(lines, TYPES[choice.form]);
  if (file.size === 0) return refuse('nothing-to-export');
  const name = `countersign-${choice.part.of === 'all' ? 'log' : choice.part.of}-${new Date().toISOString().slice(0, 10)}.${choice.form}`;
  const data = { name, filter, contents: choice.contents };
  const written = await store.append({ kind: 'log.exported', runId: null, actor: { kind: 'user' }, data });
  return written.ok ? ok({ name, file }) : written;
}

async function gathered(lines: AsyncIterable<string>, type: string): Promise<Blob> {
  const parts: Blob[] = [];
  let text = '';
  for await (const line of lines) {
    text += line;
    if (text.length < CHUNK) continue;
    parts.push(new Blob([text]));
    text = '';
  }
  parts.push(new Blob([text]));
  return new Blob(parts, { type });
}

function filterOf(part: Part): ExportFilter {
  if (part.of === 'run') return { runId: part.runId };
  if (part.of === 'record') return { recordKey: part.recordKey };
  if (part.of === 'time') return { from: part.from, to: part.to };
  return null;
}
