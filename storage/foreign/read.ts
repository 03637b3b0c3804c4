import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Entry } from '../../core/entry';
import { ok, type Result, refuse } from '../../core/result';
import { base64url } from '../base64url';
import { ForeignCheck } from './check';
import { type ForeignKey, holds, importKey } from './keys';
import { linesOf, parseLine } from './lines';
import { type Header, NotWhole } from './shapes';

/** The largest file that is looked at in the browser; the tools on the command line take any. Bytes. */
const LARGEST = 100 * 1024 * 1024;

/** A log of somebody else, whole and only to be read: it is kept in memory and never becomes part of ours. */
export interface ForeignLog {
  header: Header;
  entries: Entry[];
  /** Null when the text is not in the file. */
  text(hash: string): string | null;
  /** RFC 7638 thumbprint of the key that signed: two people can compare it. */
  key: string;
  head: string;
}

/**
 * Reads and verifies an exported log as it streams in. Refused: `bad-file`, with words that say where it does not
 * hold. Nothing is answered of a file that is not whole.
 */
export async function readForeignLog(
  chunks: AsyncIterable<Uint8Array>,
  size: number,
): Promise<Result<ForeignLog>> {
  if (size > LARGEST)
    return refuse(
      'bad-file',
      'It is larger than 100 MB. Use “npm run log -- report FILE --html OUT” for it.',
    );
  try {
    const check = new ForeignCheck();
    let number = 0;
    for await (const bytes of linesOf(chunks)) {
      number += 1;
      check.take(parseLine(bytes, number), bytes, number);
    }
    return ok(await signed(check));
  } catch (error) {
    if (error instanceof NotWhole) return refuse('bad-file', error.message);
    throw error;
  }
}

async function signed({ header, trailer, entries, texts }: ForeignCheck): Promise<ForeignLog> {
  if (!header) throw new NotWhole('The file is empty.');
  if (!trailer) throw new NotWhole('The file is cut: it has no end.');
  const key = await importKey(header.publicKey);
  const text = `countersign-log\n1\n${trailer.count}\n${trailer.head}\n${trailer.digest}`;
  if (!(await holds(key, text, trailer.signature)))
    throw new NotWhole('The signature does not belong to this file and this key.');
  await checkCheckpoints(entries, header, key);
  return {
    header,
    entries,
    text: (hash) => texts.get(hash)?.text ?? null,
    key: thumbprint(header.publicKey),
    head: trailer.head,
  };
}

async function checkCheckpoints(entries: readonly Entry[], header: Header, key: ForeignKey): Promise<void> {
  const hashes = new Map(entries.map((entry) => [entry.seq, entry.hash]));
  for (const { kind, seq: own, data } of entries) {
    if (kind !== 'log.checkpoint') continue;
    const { seq, hash, signature } = data;
    const isWhole = typeof seq === 'number' && typeof hash === 'string' && typeof signature === 'string';
    const text = `countersign-checkpoint\n1\n${header.installationId}\n${seq}\n${hash}`;
    if (!isWhole || seq >= own || !(await holds(key, text, signature)))
      throw new NotWhole(`The checkpoint at entry ${own} is not signed by the key of this log.`);
    if ((hashes.get(seq) ?? hash) !== hash)
      throw new NotWhole(`The checkpoint at entry ${own} signed another entry ${seq}.`);
  }
}

function thumbprint({ kty, crv, x, y }: Record<string, unknown>): string {
  const required = kty === 'OKP' ? { crv, kty, x } : { crv, kty, x, y };
  return base64url(sha256(utf8ToBytes(JSON.stringify(required))));
}
