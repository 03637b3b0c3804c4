import type { WriteOperation } from '../../core/site';

/** Fields of the record that have an operation of their own; all others share one. */
const OWN: readonly WriteOperation[] = ['status', 'priority', 'assignee', 'snooze'];

/** The operation that writes a field. */
export function operationFor({ name, scope }: { name: string; scope?: string | undefined }): WriteOperation {
  if (scope === 'contact') return 'contact';
  return OWN.find((operation) => operation === name) ?? 'field';
}
