import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ContentReader } from './content-reader.mjs';
import { loadHouse } from './house.mjs';
import { readFile, splitLines } from './lines.mjs';
import { checkLog } from './verify.mjs';

/**
 * Writes a page to read and to print. Only for a whole log: a report of a changed one would look as good.
 * @param {string} path
 * @param {string} out
 * @returns {Promise<number>} the exit code
 */
export async function reportFile(path, out) {
  const { reportPage } = await loadHouse('storage/report/page');
  const contents = new ContentReader(path);
  const checked = await checkLog(readFile(path), { onLine: (line, bytes) => contents.note(line, bytes) });
  const source = {
    head: headOf(checked),
    entries: () => entriesOf(path),
    text: (hash) => contents.text(hash),
    shown: (text) => text,
  };
  try {
    await pipeline(Readable.from(reportPage(source)), createWriteStream(out));
  } finally {
    await contents.close();
  }
  console.log(`The report is in ${out}.`);
  return 0;
}

/** A further reading: the entries of a long log are never all in memory. @param {string} path */
async function* entriesOf(path) {
  for await (const lines of splitLines(readFile(path))) {
    for (const { bytes } of lines) {
      const line = JSON.parse(bytes.toString('utf8'));
      if (line.type === 'entry') yield line;
    }
  }
}

function headOf({ header, trailer, entryCount, contentCount, key }) {
  return {
    exportedAt: header.exportedAt,
    installationId: header.installationId,
    part: header.filter === null ? 'the whole log' : `a part of it: ${JSON.stringify(header.filter)}`,
    entryCount,
    fromSeq: header.fromSeq,
    toSeq: header.toSeq,
    texts: `${contentCount} texts (${header.contents})`,
    checked: { head: trailer.head, key, isWholeLog: header.filter === null },
  };
}
