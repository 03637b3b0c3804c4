import { Check } from './check.mjs';
import { readFile, splitLines } from './lines.mjs';
import { CODES, Problem } from './problem.mjs';
import { thumbprint } from './signature.mjs';

/**
 * What is known from elsewhere and must hold too: a chain alone cannot tell that all of it was written anew.
 * @typedef {{ key?: string, head?: { seq: number, hash: string } }} Known
 */

/**
 * Checks bytes; answers what was found, or throws a `Problem`. `onLine` gets each line once it was checked by itself.
 * @param {AsyncIterable<Buffer> | Iterable<Buffer>} chunks
 * @param {{ known?: Known, onLine?: (line: Record<string, any>, bytes: Buffer) => void }} [options]
 */
export async function checkLog(chunks, { known = {}, onLine } = {}) {
  const check = new Check();
  let headSeen = known.head === undefined;
  for await (const lines of splitLines(chunks)) {
    for (const { bytes, ended } of lines) {
      const line = check.line(bytes, ended);
      if (known.head && line.type === 'entry' && line.seq === known.head.seq) {
        headSeen = true;
        if (line.hash !== known.head.hash)
          throw new Problem(
            CODES.chain,
            `Entry ${line.seq} is not the one that you know: its hash is ${line.hash}.`,
          );
      }
      onLine?.(line, bytes);
    }
  }
  check.end();
  if (!headSeen)
    throw new Problem(CODES.gap, `Entry ${known.head?.seq}, whose hash you know, is not in this file.`);
  const key = thumbprint(check.header?.publicKey ?? {});
  if (known.key !== undefined && known.key !== key)
    throw new Problem(CODES.signature, `The file is signed by another key: ${key}.`);
  const { header, trailer, entryCount, contentCount, checkpointCount } = check;
  return { header, trailer, entryCount, contentCount, checkpointCount, key };
}

/**
 * Checks a file and answers the exit code and the words for it.
 * @param {string} path
 * @param {Known} [known]
 * @returns {Promise<{ code: number, words: string }>}
 */
export async function verifyFile(path, known = {}) {
  try {
    return { code: CODES.whole, words: wholeWords(await checkLog(readFile(path), { known }), known) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { code: error.code, words: `Not whole. ${error.message}` };
  }
}

function wholeWords({ header, trailer, entryCount, contentCount, checkpointCount, key }, known) {
  const part = header.filter === null ? '' : ` A part of a log: ${JSON.stringify(header.filter)}.`;
  const outside =
    known.key === undefined || known.head === undefined
      ? 'It holds against changes made after the export. To hold against someone who has the key, compare the key and the head with a copy kept elsewhere (--key, --head).'
      : 'The key and the head are the ones that you know.';
  return [
    `Whole. ${entryCount} entries (seq ${header.fromSeq} to ${header.toSeq}), ${contentCount} contents (${header.contents}), ${checkpointCount} signed checkpoints.${part}`,
    `Exported ${header.exportedAt} by installation ${header.installationId}, version ${header.extensionVersion}.`,
    `Head: ${header.toSeq}:${trailer.head}`,
    `Key:  ${key}`,
    outside,
  ].join('\n');
}
