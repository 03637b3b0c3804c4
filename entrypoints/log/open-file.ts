import type { OpenedLog } from '../../components/log/types';
import { ok, type Result } from '../../core/result';
import { traceRuns } from '../../core/trace';
import { readForeignLog } from '../../storage/foreign/read';
import { runLine } from './run-line';

/** Verifies a file and opens it to be read. */
export async function openFile(file: File): Promise<Result<OpenedLog>> {
  const read = await readForeignLog(chunksOf(file), file.size);
  if (!read.ok) return read;
  const { header, entries, key, head, text } = read.value;
  const traces = new Map(traceRuns(entries).map((trace) => [trace.runId, trace]));
  const started = entries.filter((entry) => entry.kind === 'run.started').reverse();
  return ok({
    name: file.name,
    words: `Whole: ${entries.length} entries, exported ${new Date(header.exportedAt).toLocaleString()}. Key ${key}. Head ${header.toSeq}:${head}.`,
    runs: started.map(runLine),
    trace: (runId) => {
      const trace = traces.get(runId);
      return trace ? { trace, text: async (hash) => text(hash) } : null;
    },
  });
}

async function* chunksOf(file: File): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
