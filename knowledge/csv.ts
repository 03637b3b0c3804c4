export interface CsvRow {
  /** The line of the file on which the row begins, counted from 1. */
  line: number;
  cells: string[];
}

/**
 * Rows of a CSV file as RFC 4180 has it: quoted cells may hold commas, doubled quotes and line breaks. Empty lines are
 * left out. A quote that never closes, or one in the middle of a plain cell, is a flaw with its line.
 */
export function parseCsv(text: string, separator: string): { rows: CsvRow[] } | { flaw: string } {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let line = 1;
  let rowLine = 1;
  let at = 0;
  const endRow = () => {
    if (cells.length > 1 || cells[0] !== '') rows.push({ line: rowLine, cells });
    cells = [];
    rowLine = line;
  };
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      const opened = line;
      let end = at + 1;
      for (;;) {
        const quote = text.indexOf('"', end);
        if (quote < 0) return { flaw: `Line ${opened}: a quotation mark opens here and never closes.` };
        cell += text.slice(end, quote);
        end = quote + 1;
        if (text[end] !== '"') break;
        cell += '"';
        end += 1;
      }
      line += cell.split('\n').length - 1;
      at = end;
      if (at < text.length && text[at] !== separator && text[at] !== '\n')
        return { flaw: `Line ${line}: after a closing quotation mark only a separator may follow.` };
    } else {
      const start = at;
      while (at < text.length && text[at] !== separator && text[at] !== '\n') at += 1;
      cell = text.slice(start, at);
      if (cell.includes('"'))
        return {
          flaw: `Line ${line}: put the whole cell in quotation marks, and double the ones inside it.`,
        };
    }
    cells.push(cell);
    if (at >= text.length) break;
    if (text[at] === '\n') {
      line += 1;
      endRow();
    } else if (at === text.length - 1) {
      cells.push('');
    }
    at += 1;
  }
  if (cells.length > 0) endRow();
  return { rows };
}
