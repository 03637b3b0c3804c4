import type { ExportChoice, Part } from '../../components/log/types';
import { ok, type Result } from '../../core/result';
import type { ExportFilter } from '../../storage/export-plan';
import type { Store } from '../../storage/store';

/** Makes the file of a choice. Writes down that it was made. */
export async function exportPart(
  store: Store,
  choice: ExportChoice,
): Promise<Result<{ name: string; file: Blob }>> {
  const filter = filterOf(choice.part);
  const file = await store.exportFile(choice.form, { filter, contents: choice.contents });
  if (!file.ok) return file;
  const name = `countersign-${choice.part.of === 'all' ? 'log' : choice.part.of}-${new Date().toISOString().slice(0, 10)}.${choice.form}`;
  const data = { name, filter, contents: choice.contents };
  const written = await store.append({ kind: 'log.exported', runId: null, actor: { kind: 'user' }, data });
  return written.ok ? ok({ name, file: file.value }) : written;
}

function filterOf(part: Part): ExportFilter {
  if (part.of === 'run') return { runId: part.runId };
  if (part.of === 'record') return { recordKey: part.recordKey };
  if (part.of === 'time') return { from: part.from, to: part.to };
  return null;
}
