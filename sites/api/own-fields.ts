import { textAt, textsAt, valuesAt } from '../../core/json-path';
import type { FieldState } from '../../core/observation';
import type { RecordMap } from '../../core/site';

/**
 * The fields that a team made for itself. An answer says their values and not their kind: one that has several values
 * is not ours to set, and of all others the record's page knows more.
 */
export function ownFieldsIn({ fields, ownFields }: RecordMap, json: unknown): FieldState[] {
  if (!ownFields) return [];
  const all = valuesAt(json, `${ownFields.list}.*`).map((entry) => ({
    label: textAt(entry, ownFields.name),
    values: textsAt(entry, ownFields.values).filter((value) => value !== ''),
  }));
  const isKnown = (label: string) => fields.some((one) => one.name === label || one.label === label);
  return all
    .filter(({ label }) => label !== '' && !isKnown(label))
    .map(({ label, values }) => ({
      name: label,
      label,
      scope: 'record',
      kind: values.length > 1 ? 'tags' : 'text',
      values,
      options: null,
      writable: values.length <= 1,
    }));
}
