import type { Part, RunLine } from './types';

/** What the form means, or null while something is missing. Days are the reader's own. */
export function partOf(
  of: Part['of'],
  run: RunLine | undefined,
  days: { from: string; to: string },
): Part | null {
  if (of === 'all') return { of };
  if (of === 'run') return run ? { of, runId: run.runId } : null;
  if (of === 'record') return run?.recordKey ? { of, recordKey: run.recordKey } : null;
  const from = new Date(`${days.from}T00:00:00`);
  const to = new Date(`${days.to}T23:59:59.999`);
  if (Number.isNaN(from.getTime()) || Number.isNaN(to.getTime()) || from > to) return null;
  return { of, from: from.toISOString(), to: to.toISOString() };
}

export function runWords(run: RunLine): string {
  return `${new Date(run.at).toLocaleString()} · ${run.taskType.replaceAll('_', ' ')} · ${run.recordWords}`;
}
