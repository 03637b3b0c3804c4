import { textAt, valuesAt } from '../../core/json-path';
import type { HistoryLine } from '../../core/ports';
import type { ApiDescriptor } from '../../core/site';
import { send, type Transport } from './send';

/** Reads who changed what on a record, oldest first; null where the helpdesk has no such list, or gives none now. */
export async function readHistory(
  api: ApiDescriptor,
  id: string,
  transport: Transport,
): Promise<HistoryLine[] | null> {
  if (api.look === 'page' || !api.history) return null;
  const { request, list, who, field, fields, before, after } = api.history;
  const answer = await send(request, { id }, transport);
  if (!answer.ok) return null;
  const known = api.record.map.fields;
  return valuesAt(answer.value.json, `${list}.*`).map((row): HistoryLine => {
    const wire = textAt(row, field);
    const name = Object.hasOwn(fields, wire) ? (fields[wire] ?? wire) : wire;
    const labels = known.find((one) => one.name === name)?.labels ?? {};
    const label = (value: string): string =>
      Object.hasOwn(labels, value) ? (labels[value] ?? value) : value;
    return {
      who: textAt(row, who),
      field: name,
      before: label(textAt(row, before)),
      after: label(textAt(row, after)),
    };
  });
}
