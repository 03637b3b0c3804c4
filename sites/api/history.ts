import { textAt, valuesAt } from '../../core/json-path';
import type { ApiDescriptor } from '../../core/site';
import { send, type Transport } from './send';

/** One change of a value, in the words of a look. Of tags one line tells of one. */
export interface HistoryLine {
  who: string;
  field: string;
  before: string;
  after: string;
}

/** Reads who changed what on a record, oldest first; empty where the helpdesk has no such list, or gives none now. */
export async function readHistory(
  api: ApiDescriptor,
  id: string,
  transport: Transport,
): Promise<HistoryLine[]> {
  if (api.look === 'page' || !api.history) return [];
  const { request, list, who, field, fields, before, after } = api.history;
  const answer = await send(request, { id }, transport);
  if (!answer.ok) return [];
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

/** As `Reader.changedBy` says it, out of the lines of a history. */
export function changedBy(
  history: readonly HistoryLine[],
  field: string,
  change: { before: string | null; after: string | null },
): string | null {
  const [before, after] = [change.before ?? '', change.after ?? ''];
  const isTag = field === 'tags';
  const about = history.filter(
    (line) => line.field === field && (!isTag || [line.before, line.after].includes(after || before)),
  );
  const last = about.at(-1);
  return last?.after === after ? last.who : null;
}
