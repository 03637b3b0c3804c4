import { ContentReader } from './content-reader.mjs';
import { loadHouse } from './house.mjs';
import { readFile } from './lines.mjs';
import { checkLog } from './verify.mjs';

/**
 * The runs of a whole log. Its entries are in memory at once, its texts are not. Throws a `Problem` when it is not whole.
 * @param {string} path
 * @returns {Promise<{ header: Record<string, any>, runs: any[], contents: ContentReader }>} to be closed: `contents`
 */
export async function readRuns(path) {
  const { traceRuns } = await loadHouse('core/trace');
  const contents = new ContentReader(path);
  const entries = [];
  const { header } = await checkLog(readFile(path), {
    onLine(line, bytes) {
      contents.note(line, bytes);
      if (line.type === 'entry') entries.push(line);
    },
  });
  return { header, runs: traceRuns(entries), contents };
}
