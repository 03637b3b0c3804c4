import type { RunLine } from '../../components/log/types';
import type { Entry } from '../../core/entry';
import { RecordRef, recordKey } from '../../core/record';

/** A run in the list, from its `run.started`. */
export function runLine({ runId, at, data }: Entry): RunLine {
  const record = RecordRef.safeParse(data.record).data ?? null;
  return {
    runId: runId ?? '',
    at,
    taskType: typeof data.taskType === 'string' ? data.taskType : '',
    recordWords: record ? `${record.type} ${record.id} on ${record.host}` : '',
    recordKey: record ? recordKey(record) : null,
  };
}
