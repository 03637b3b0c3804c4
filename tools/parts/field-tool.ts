import { type FieldState, findField, type Observation } from '../../core/observation';
import type { FieldAddress, Guard, Ports } from '../../core/ports';
import type { ReasonCode } from '../../core/reasons';
import { ok, type Result, refuse } from '../../core/result';
import type { WriteOperation } from '../../core/site';
import type { Change, Touches, Verdict } from '../../core/tool';

export const FIELD_ERRORS: readonly ReasonCode[] = [
  'no-such-field',
  'unknown-value',
  'already-so',
  'nothing-to-undo',
];

/** Touches one field that has a tool of its own. */
export function onlyField(address: FieldAddress, operation: WriteOperation): Touches<unknown> {
  const is = (field: FieldState) => field.name === address.name && field.scope === address.scope;
  return {
    what: 'field',
    operation,
    scope: address.scope,
    is,
    named: () => address.name,
    choices: 'options',
  };
}

/** Touches one tag among those of the ticket. */
export function tagList(operation: WriteOperation, choices: 'options' | 'values'): Touches<unknown> {
  const is = (field: FieldState) => field.name === 'tags';
  return { what: 'field', operation, scope: 'record', is, named: () => 'tags', choices };
}

const OWN_TOOLS = ['status', 'priority', 'assignee', 'tags', 'snooze'];

/** A field of the ticket that has no tool of its own. */
export function isCustom(field: FieldState): boolean {
  return field.scope === 'record' && !OWN_TOOLS.includes(field.name) && field.kind !== 'tags';
}

/** The change of one field, or why it cannot be made. Labels are matched exactly. */
export function previewField(address: FieldAddress, value: string, seen: Observation): Result<Change[]> {
  const field = findField(seen, address.name, address.scope);
  if (!field?.writable || field.kind === 'tags') return refuse('no-such-field', address.name);
  // empty means: unset again; whether the page can do that, its control says
  if (value !== '' && field.options && !field.options.includes(value)) {
    return refuse('unknown-value', `“${value}” is not among: ${field.options.join(', ')}.`);
  }
  const before = field.values[0] ?? '';
  if (before === value) return refuse('already-so', `${field.label} is “${value}”.`);
  return ok([{ field: field.label, before, after: value }]);
}

export function commitField(address: FieldAddress, value: string, ports: Ports, guard: Guard) {
  return ports.writer.setField(address, value, guard);
}

export function verifyField(address: FieldAddress, value: string, after: Observation): Verdict {
  const field = findField(after, address.name, address.scope);
  if (!field) return 'unknown';
  return (field.values[0] ?? '') === value ? 'confirmed' : 'not-found';
}

/** The value a receipt says stood there before. */
export function valueBefore(before: readonly Change[]): Result<string> {
  const value = before[0]?.before;
  return value === undefined || value === null ? refuse('nothing-to-undo') : ok(value);
}

/** The label a receipt says stood there before, for a tool that cannot unset. */
export function labelBefore(before: readonly Change[]): Result<string> {
  const value = valueBefore(before);
  return value.ok && value.value === '' ? refuse('nothing-to-undo', 'Nothing was set there before.') : value;
}
