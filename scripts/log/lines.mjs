import { createReadStream } from 'node:fs';
import { CODES, Problem } from './problem.mjs';

/** Longer than any message a person writes; short enough to be held in memory. */
export const MAX_LINE = 64 * 1024 * 1024;

const LF = 0x0a;

/**
 * The lines of a file as bytes, without their LF, some at a time; little is in memory at once. The last one has
 * `ended: false` when the file stops without an LF.
 * @param {AsyncIterable<Buffer> | Iterable<Buffer>} chunks
 * @returns {AsyncGenerator<{bytes: Buffer, ended: boolean}[]>}
 */
export async function* splitLines(chunks) {
  /** @type {Buffer[]} */
  let begun = [];
  let begunLength = 0;
  let first = true;
  for await (const chunk of chunks) {
    if (first && chunk.length > 0) {
      refuseForeign(chunk);
      first = false;
    }
    const lines = [];
    let start = 0;
    for (let end = chunk.indexOf(LF); end !== -1; end = chunk.indexOf(LF, start)) {
      const part = chunk.subarray(start, end);
      lines.push({ bytes: begun.length > 0 ? Buffer.concat([...begun, part]) : part, ended: true });
      begun = [];
      begunLength = 0;
      start = end + 1;
    }
    if (start < chunk.length) {
      begun.push(chunk.subarray(start));
      begunLength += chunk.length - start;
    }
    if (begunLength > MAX_LINE)
      throw new Problem(CODES.format, 'A line is longer than 64 MiB: this is not a Countersign log.');
    yield lines;
  }
  if (begun.length > 0) yield [{ bytes: Buffer.concat(begun), ended: false }];
}

/** Says what a file is that begins as no log does. @param {Buffer} chunk */
function refuseForeign(chunk) {
  const [a, b, c] = chunk;
  const say = (what) =>
    new Problem(CODES.format, `${what} Export the log again, and do not open and save it in an editor.`);
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || a === 0 || b === 0)
    throw say('This file is UTF-16, not UTF-8.');
  if (a === 0xef && b === 0xbb && c === 0xbf)
    throw say('This file begins with a byte order mark, which the format does not allow.');
  if (a !== 0x7b)
    throw new Problem(CODES.format, 'This is not a Countersign log: its first line does not begin with “{”.');
}

/** The bytes of a file, or words about why it cannot be read. @param {string} path */
export async function* readFile(path) {
  try {
    yield* createReadStream(path, { highWaterMark: 1024 * 1024 });
  } catch (error) {
    throw new Problem(CODES.format, fileWords(path, error));
  }
}

/** @param {string} path @param {unknown} error */
function fileWords(path, error) {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EISDIR') return `${path} is a folder, not a log file.`;
  if (code === 'ENOENT') return `There is no file ${path}.`;
  if (code === 'EACCES') return `${path} may not be read by you.`;
  throw error;
}
