import type { KnowledgeItem } from '../core/knowledge';
import { ok, type Result, refuse } from '../core/result';
import { type RawItems, readCsv } from './import-csv';
import { checkItem, idFor } from './import-item';
import { readJson } from './import-json';
import { readMarkdown } from './import-markdown';

/** UTF-16 code units of one file, and items in it. */
export const MAX_FILE = 5_000_000;
const MAX_ITEMS = 5_000;

export interface KnowledgeFile {
  /** Its ending decides how it is read: .md, .markdown, .txt, .csv, .tsv or .json. */
  name: string;
  text: string;
  /** ISO time, for items that carry no date of their own. */
  importedAt: string;
}

/**
 * Reads a file of macros, articles or past replies. All of it or nothing: one bad row refuses the file (`bad-file`)
 * and names the row, so that nobody has to guess what is in and what is not.
 */
export function importKnowledge(file: KnowledgeFile): Result<KnowledgeItem[]> {
  if (file.text.length > MAX_FILE)
    return refuse('bad-file', 'It is larger than 5 MB. Split it into several files.');
  const text = file.text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  if (text.includes('\0') || text.includes('\ufffd') || !text.isWellFormed())
    return refuse('bad-file', 'It is not saved as UTF-8 text. Save it as UTF-8 and import it again.');
  const read = readByEnding(file.name, text);
  if ('flaw' in read) return refuse('bad-file', read.flaw);
  if (read.items.length === 0) return refuse('bad-file', 'There is nothing in it.');
  if (read.items.length > MAX_ITEMS)
    return refuse('bad-file', `It holds more than ${MAX_ITEMS} items. Split it.`);
  const taken = new Set<string>();
  const items: KnowledgeItem[] = [];
  for (const { where, raw } of read.items) {
    const checked = checkItem(raw, file);
    if ('flaw' in checked)
      return refuse('bad-file', `${where}: ${checked.flaw}${checked.flaw.endsWith('.') ? '' : '.'}`);
    items.push({ id: idFor(file.name, checked.item.title, taken), ...checked.item });
  }
  return ok(items);
}

function readByEnding(name: string, text: string): RawItems {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase();
  if (ending === 'csv' || ending === 'tsv') return readCsv(text);
  if (ending === 'json') return readJson(text);
  if (ending === 'md' || ending === 'markdown' || ending === 'txt') return readMarkdown(text, name);
  return { flaw: 'Only Markdown (.md), CSV (.csv) and JSON (.json) files can be imported.' };
}
