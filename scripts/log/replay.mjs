import { loadHouse } from './house.mjs';
import { readFile } from './lines.mjs';
import { checkLog } from './verify.mjs';

/**
 * Folds a log to the state of its actions and answers it as one canonical line. Only a whole log is folded: throws a
 * `Problem` otherwise.
 * @param {AsyncIterable<Buffer> | Iterable<Buffer>} chunks
 */
export async function replayLog(chunks) {
  const [{ createFold }, { projectionText }] = await Promise.all([
    loadHouse('core/fold'),
    loadHouse('core/projection'),
  ]);
  const fold = createFold();
  await checkLog(chunks, { onLine: (line) => line.type === 'entry' && fold.add(line) });
  const text = projectionText(fold.actions());
  if (!text.ok) throw new Error(`The folded state has no canonical form: ${text.refusal.detail}`);
  return text.value;
}

/** Prints it. @param {string} path @returns {Promise<number>} the exit code */
export async function replayFile(path) {
  console.log(await replayLog(readFile(path)));
  return 0;
}
