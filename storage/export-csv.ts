import type { Entry, JsonValue } from '../core/entry';

const COLUMNS = [
  'seq',
  'at',
  'kind',
  'runId',
  'actor',
  'actionId',
  'tool',
  'class',
  'site',
  'host',
  'recordType',
  'recordId',
  'account',
  'channel',
  'reason',
  'undoes',
  'data',
  'texts',
  'hash',
] as const;

/** The first line of the table, with its line end. */
export const csvHead = (): string => lineOf([...COLUMNS]);

/** One entry as one line. `texts` are the contents that are shown, by name; `shown` masks where that was asked for. */
export function csvLine(
  entry: Entry,
  texts: Record<string, string>,
  shown: (text: string) => string,
): string {
  const { data } = entry;
  const record =
    typeof data.record === 'object' && data.record !== null && !Array.isArray(data.record) ? data.record : {};
  return lineOf([
    String(entry.seq),
    entry.at,
    entry.kind,
    entry.runId ?? '',
    entry.actor.kind,
    ...[data.actionId, data.tool, data.class].map(plain),
    ...[record.site, record.host, record.type, record.id].map(plain),
    shown(plain(data.account)),
    ...[data.channel, data.reason, data.undoes].map(plain),
    shown(JSON.stringify(data)),
    Object.keys(texts).length > 0 ? JSON.stringify(texts) : '',
    entry.hash,
  ]);
}

function plain(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

function lineOf(cells: string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

/** A spreadsheet runs what begins like a formula, also after blanks and in full-width signs; an apostrophe keeps it text. */
function cell(text: string): string {
  const safe = /^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== text ? `"${safe.replaceAll('"', '""')}"` : safe;
}
