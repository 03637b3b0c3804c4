import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { EDITORS } from '../../lab/editors.mjs';
import { CELLS, type Sheet } from './matrix';
import { OUTSIDERS } from './outsiders';

/** The matrix as a page for readers. */
export function sheetsToMarkdown(sheets: Sheet[], browser: string): string {
  const title = (page: string) => EDITORS.find((e) => e.page === page)?.title ?? page;
  const sum = (pick: (sheet: Sheet) => number) => sheets.reduce((total, sheet) => total + pick(sheet), 0);
  const cells = sheets.flatMap((s) => s.rows.flatMap((r) => Object.values(r.cells)));
  const yes = cells.filter((cell) => cell === 'yes').length;
  const lines = [
    '# Writing into editors',
    '',
    'Made by `WRITE_DOCS=1 npx vitest run tests/page/editors/matrix`. Each editor is the real one from its package, on a',
    'page of `tests/lab/`, written into by the content script of an extension. What counts is the editor’s own model',
    'and what the page’s Send posts to the server, read by code that shares nothing with the code under test.',
    '',
    `Browser: ${browser}. Cells exact: ${yes} of ${cells.length}. False successes: ${sum((s) => s.falseSuccesses)}. False failures: ${sum((s) => s.falseFailures)}.`,
    '',
    `| Editor | Case | ${CELLS.join(' | ')} |`,
    `| --- | --- | ${CELLS.map(() => '---').join(' | ')} |`,
    ...sheets.flatMap((sheet) => rowsOf(sheet, title(sheet.page))),
    '',
    'Markup is compared where the editor as set up in the lab can hold it: a plain box holds the words, and this Slate',
    'has no lists, so an item is a line that begins with its mark.',
    '',
    '## Time',
    '',
    'A draft of about 600 characters, from the call to the proof: the median of nine.',
    '',
    '| Editor | ms |',
    '| --- | --- |',
    ...sheets.map((sheet) => `| ${title(sheet.page)} | ${sheet.medianMs.toFixed(0)} |`),
    '',
  ];
  return lines.join('\n');
}

const rowsOf = (sheet: Sheet, title: string): string[] =>
  sheet.rows.map(({ scenario, cells }) => {
    const shown = CELLS.map((cell) => cells[cell].replaceAll('|', '\\|'));
    return `| ${title} | ${scenario.replace('|', '\\|')} | ${shown.join(' | ')} |`;
  });

/** The second table: editors that nobody named. */
export function outsidersToMarkdown(sheets: Sheet[]): string {
  const rows = sheets.flatMap((sheet) => {
    const { title } = OUTSIDERS.find((o) => o.page === sheet.page) ?? { title: sheet.page };
    const said = sheet.rows.map((row) => {
      const cells = { ...row.cells };
      if (cells['undo exact'] === 'as it was')
        for (const cell of CELLS)
          cells[cell] = cell === 'model exact' ? 'refused, the box is as it was' : '–';
      return { ...row, cells };
    });
    return rowsOf({ ...sheet, rows: said }, `${title} (${sheet.family})`);
  });
  const sum = (pick: (sheet: Sheet) => number) => sheets.reduce((total, sheet) => total + pick(sheet), 0);
  const exact = sheets
    .flatMap((s) => s.rows.flatMap((r) => Object.values(r.cells)))
    .filter((c) => c === 'yes');
  return [
    '## Editors that nobody named',
    '',
    'Made by `OUTSIDERS=all WRITE_DOCS=1 npx vitest run tests/page/editors/outsiders`. No file is named after these.',
    'What they are taken for stands in brackets: `generic` is any editable, `native` any text box; some are built on an',
    'editor that is known. Where nothing can be proved the text is not inserted, the box stays as it is, and the panel',
    'offers Copy.',
    '',
    `Cells exact: ${exact.length}. False successes: ${sum((s) => s.falseSuccesses)}.`,
    '',
    `| Editor | Case | ${CELLS.join(' | ')} |`,
    `| --- | --- | ${CELLS.map(() => '---').join(' | ')} |`,
    ...rows,
    '',
    'Editor.js has a box of its own for every paragraph, so no box says what will be sent. Vditor makes Markdown of what',
    'it finds: a paste that it takes on is written in its own way, and where its marks stand among the words nothing says',
    'what they will become. An editor that takes a paste on and writes it in its own way is never written into behind its',
    'back: what the page shows then is not what is sent.',
    '',
  ].join('\n');
}

const FILE = 'docs/editors.md';
const SEAM = '## Editors that nobody named';

/** Writes one half of the page and leaves the other as it is. */
export function putPart(part: 'named' | 'outsiders', text: string): void {
  const was = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '';
  const seam = was.indexOf(SEAM);
  const [named, outsiders] = seam < 0 ? [was, ''] : [was.slice(0, seam), was.slice(seam)];
  mkdirSync('docs', { recursive: true });
  writeFileSync(FILE, part === 'named' ? `${text}\n${outsiders}` : `${named.trimEnd()}\n\n${text}`);
}
