import { readFile } from './lines.mjs';
import { Projection } from './projection.mjs';
import { checkLog } from './verify.mjs';

/**
 * Folds a log to the state of its actions and answers it as one canonical line. Only a whole log is folded: throws a
 * `Problem` otherwise.
 * @param {AsyncIterable<Buffer> | Iterable<Buffer>} chunks
 */
export async function replayLog(chunks) {
  const projection = new Projection();
  await checkLog(chunks, { onLine: (line) => line.type === 'entry' && projection.add(line) });
  return projection.text();
}

/** Prints it. @param {string} path @returns {Promise<number>} the exit code */
export async function replayFile(path) {
  console.log(await replayLog(readFile(path)));
  return 0;
}
