import { parseCsv } from './csv';
import { type RawItem, short } from './import-item';
import { readKeywords, readSteps } from './import-steps';

const COLUMNS = ['title', 'text', 'keywords', 'steps', 'language', 'kind', 'updated'];

export type RawItems = { items: { where: string; raw: RawItem }[] } | { flaw: string };

/** Reads a table with the columns `title` and `text`, and optionally keywords, steps, language, kind, updated. */
export function readCsv(text: string): RawItems {
  const head = text.slice(0, text.indexOf('\n') < 0 ? undefined : text.indexOf('\n'));
  // Spreadsheets in half of Europe write semicolons and still call it CSV.
  const separator = [',', ';', '\t'].reduce((a, b) => (head.split(b).length > head.split(a).length ? b : a));
  const parsed = parseCsv(text, separator);
  if ('flaw' in parsed) return parsed;
  const [header, ...rows] = parsed.rows;
  const names = (header?.cells ?? []).map((c) => c.trim().toLowerCase());
  const unknown = names.find((n) => !COLUMNS.includes(n));
  if (unknown !== undefined)
    return { flaw: `Line 1: the column “${short(unknown)}” is not known. Known are: ${COLUMNS.join(', ')}.` };
  if (new Set(names).size !== names.length) return { flaw: 'Line 1: a column stands there twice.' };
  for (const needed of ['title', 'text'])
    if (!names.includes(needed)) return { flaw: `Line 1: the column “${needed}” is missing.` };
  const items: { where: string; raw: RawItem }[] = [];
  for (const { line, cells } of rows) {
    if (cells.length !== names.length)
      return {
        flaw: `Line ${line}: it has ${cells.length} cells, and the first line names ${names.length}.`,
      };
    const cell = (name: string): string => cells[names.indexOf(name)]?.trim() ?? '';
    const steps = readSteps(cell('steps'));
    if ('flaw' in steps) return { flaw: `Line ${line}: ${steps.flaw}.` };
    items.push({
      where: `Line ${line}`,
      raw: {
        title: cell('title'),
        text: cell('text'),
        kind: cell('kind') || 'macro',
        language: cell('language') || undefined,
        keywords: readKeywords(cell('keywords')),
        steps: steps.steps,
        updatedAt: cell('updated') || undefined,
      },
    });
  }
  return { items };
}
