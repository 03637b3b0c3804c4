import { type FieldState, findField, type Observation } from '../../core/observation';
import type { FieldAddress } from '../../core/ports';
import { type RecordRef, sameRecord } from '../../core/record';

/** A look over the API in the words that the record's page shows, where the page tells them. */
export function inWordsOf(shown: Observation | null, seen: Observation): Observation {
  if (!shown || !sameRecord(shown.record, seen.record)) return seen;
  return { ...seen, fields: seen.fields.map((field) => translated(field, shown)) };
}

function translated(field: FieldState, shown: Observation): FieldState {
  const wire = Object.entries(findField(shown, field.name, field.scope)?.wire ?? {});
  if (wire.length === 0) return field;
  const values = field.values.map((value) => wire.find(([, own]) => own === value)?.[0] ?? value);
  return { ...field, values };
}

/** What the API calls a label of this record's page; the label itself where the page does not tell. */
export function wireOf(
  shown: Observation | null,
  record: RecordRef,
  { name, scope }: FieldAddress,
  label: string,
): string {
  const wire = shown && sameRecord(shown.record, record) && findField(shown, name, scope)?.wire;
  return wire && Object.hasOwn(wire, label) ? (wire[label] ?? label) : label;
}
