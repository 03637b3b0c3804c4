import { CODES, Problem } from './problem.mjs';
import { holds, isSignature, readKey } from './signature.mjs';

/** A checkpoint follows soon on what it signs, so that a reader need not keep every hash. */
const REACH = 1000;

/** Entries of kind `log.checkpoint`: do they name the chain as it is, and does their signature hold? */
export class CheckpointCheck {
  count = 0;
  #header;
  /** @type {ReturnType<typeof readKey> | null} */
  #key = null;
  /** The newest seqs and hashes, each in the place that its seq names. @type {{ seq: number, hash: string }[]} */
  #recent = [];

  /** @param {Record<string, any>} header */
  constructor(header) {
    this.#header = header;
  }

  /** To be called with every entry, in order. @param {Record<string, any>} entry @param {number} number its line */
  meet(entry, number) {
    if (entry.kind === 'log.checkpoint') this.#check(entry, number);
    this.#recent[entry.seq % REACH] = { seq: entry.seq, hash: entry.hash };
  }

  #check(entry, number) {
    const { seq, hash, signature } = entry.data;
    if (!Number.isSafeInteger(seq) || seq < 0 || typeof hash !== 'string' || typeof signature !== 'string')
      throw new Problem(
        CODES.format,
        `Line ${number}: a log.checkpoint entry names seq, hash and signature.`,
      );
    if (seq >= entry.seq || entry.seq - seq > REACH)
      throw new Problem(
        CODES.format,
        `Line ${number}: a checkpoint signs one of the ${REACH} entries before it.`,
      );
    this.#key ??= readKey(this.#header.publicKey);
    const signed = `countersign-checkpoint\n1\n${this.#header.installationId}\n${seq}\n${hash}`;
    if (!isSignature(signature) || !holds(this.#key, signed, signature))
      throw new Problem(
        CODES.signature,
        `The checkpoint at seq ${entry.seq} is not signed by the key of this log.`,
      );
    const named = this.#recent[seq % REACH];
    // A part of a log may leave out the entry that was signed.
    if (named?.seq === seq && named.hash !== hash)
      throw new Problem(
        CODES.chain,
        `The chain is broken: the checkpoint at seq ${entry.seq} signed another entry ${seq}.`,
      );
    this.count += 1;
  }
}
