import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ContentReader } from './content-reader.mjs';
import { loadFold } from './fold.mjs';
import { PAGE_END, PAGE_START } from './html.mjs';
import { readFile, splitLines } from './lines.mjs';
import { Problem } from './problem.mjs';
import { actionHtml, ENTRIES_END, ENTRIES_START, entryHtml, headHtml } from './report-parts.mjs';
import { checkLog } from './verify.mjs';

/**
 * Writes a page to read and to print. Only for a whole log: a report of a changed one would look as good.
 * @param {string} path
 * @param {string} out
 * @returns {Promise<number>} the exit code, as `verify` gives it
 */
export async function reportFile(path, out) {
  try {
    await writeReport(path, out);
    console.log(`The report is in ${out}.`);
    return 0;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    console.error(`Not whole, so no report was written. ${error.message}`);
    return error.code;
  }
}

async function writeReport(path, out) {
  const { createFold } = await loadFold();
  const fold = createFold();
  const contents = new ContentReader(path);
  const checked = await checkLog(readFile(path), {
    onLine(line, bytes) {
      contents.note(line, bytes);
      if (line.type === 'entry') fold.add(line);
    },
  });
  try {
    await pipeline(Readable.from(pageParts(path, checked, fold.actions(), contents)), createWriteStream(out));
  } finally {
    await contents.close();
  }
}

async function* pageParts(path, checked, actions, contents) {
  yield PAGE_START;
  yield headHtml(checked);
  yield '<h2>Actions</h2>\n';
  if (actions.length === 0) yield '<p>None.</p>\n';
  for (const state of actions) yield await actionHtml(state, (hash) => contents.text(hash));
  yield ENTRIES_START;
  // A second reading: the entries of a long log are never all in memory.
  for await (const lines of splitLines(readFile(path))) {
    for (const { bytes } of lines) {
      const line = JSON.parse(bytes.toString('utf8'));
      if (line.type === 'entry') yield entryHtml(line);
    }
  }
  yield ENTRIES_END;
  yield PAGE_END;
}
