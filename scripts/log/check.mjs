import { createHash, hash as hashOf } from 'node:crypto';
import { readCanonicalLine } from './canonical-line.mjs';
import { CheckpointCheck } from './checkpoint.mjs';
import { ContentCheck } from './content-check.mjs';
import { outsideFilter } from './filter.mjs';
import { CODES, Problem } from './problem.mjs';
import { erasedBy, typeOfLine } from './shapes.mjs';
import { checkSignature } from './signature.mjs';

const NO_HASH = '0'.repeat(64);

/**
 * Checks a log line by line and throws a `Problem` at the first thing that does not hold. Knows the format only, and
 * nothing of the program that wrote it.
 */
export class Check {
  /** @type {Record<string, any> | null} */
  header = null;
  /** @type {Record<string, any> | null} */
  trailer = null;
  entryCount = 0;
  /** The last entry's seq and hash; before the first, where the file takes up the chain. */
  lastSeq = -1;
  head = NO_HASH;
  #lineCount = 0;
  #digest = createHash('sha256');
  #contents = new ContentCheck('none');
  /** @type {CheckpointCheck | null} */
  #checkpoints = null;
  /** A gap was met: thrown at the end, unless what seemed missing turns up later. @type {{problem: Problem, from: number, to: number} | null} */
  #gap = null;

  get checkpointCount() {
    return this.#checkpoints?.count ?? 0;
  }

  get contentCount() {
    return this.#contents.count;
  }

  /**
   * @param {Buffer} bytes without the LF
   * @param {boolean} ended an LF follows
   * @returns {Record<string, any>} the line, checked as far as it can be by now
   */
  line(bytes, ended) {
    this.#lineCount += 1;
    const number = this.#lineCount;
    if (this.trailer)
      throw new Problem(CODES.format, `Line ${number} stands after the trailer, which must be the last.`);
    if (!ended && this.header) throw new Problem(CODES.gap, `The file is cut: line ${number} does not end.`);
    const { text, value } = readCanonicalLine(bytes, number);
    const type = typeOfLine(value, number);
    if (this.header === null) this.#takeHeader(type, value);
    else if (type === 'entry') this.#takeEntry(value, text, number);
    else if (type === 'content') this.#takeContent(value, number);
    else if (type === 'trailer') this.#takeTrailer(value);
    else throw new Problem(CODES.format, `Line ${number} is a second header.`);
    if (!ended) throw new Problem(CODES.gap, 'The file is cut: it ends within its first line.');
    if (type !== 'trailer') this.#digest.update(bytes).update('\n');
    return value;
  }

  /** The file ends here. */
  end() {
    if (this.header === null) throw new Problem(CODES.format, 'The file is empty.');
    this.#throwGap();
    if (this.trailer === null)
      throw new Problem(
        CODES.gap,
        `The file is cut: it stops after line ${this.#lineCount}, without a trailer.`,
      );
  }

  #takeHeader(type, header) {
    if (type !== 'header')
      throw new Problem(CODES.format, 'The first line is not the header of a Countersign log.');
    if (header.fromSeq === 0 && header.previousHash !== NO_HASH) {
      throw new Problem(
        CODES.chain,
        'The chain is broken at seq 0: the header names a hash before the first entry.',
      );
    }
    this.header = header;
    this.head = header.previousHash;
    this.lastSeq = header.fromSeq - 1;
    this.#contents = new ContentCheck(header.contents);
    this.#checkpoints = new CheckpointCheck(header);
  }

  #takeEntry(entry, text, number) {
    if (this.#contents.count > 0)
      throw new Problem(CODES.format, `Line ${number} is an entry among the contents; entries come first.`);
    const { hash } = entry;
    if (hashOf('sha256', withoutHash(text, hash)) !== hash) {
      throw new Problem(
        CODES.chain,
        `The chain is broken at seq ${entry.seq}: the entry does not match its own hash.`,
      );
    }
    if (this.#gap) return this.#seekInGap(entry);
    this.#placeEntry(entry);
    if (this.#gap) return;
    const outside = outsideFilter(this.header?.filter ?? null, entry);
    if (outside !== null)
      throw new Problem(CODES.format, `Entry ${entry.seq} ${outside}, and the file says that all are.`);
    this.#contents.meet(entry.contents, erasedBy(entry, number));
    this.#checkpoints?.meet(entry, number);
    this.entryCount += 1;
    this.lastSeq = entry.seq;
    this.head = hash;
  }

  /** Does it come where its seq and its link say? */
  #placeEntry({ seq, previousHash }) {
    const expected = this.lastSeq + 1;
    const filtered = this.header?.filter !== null;
    if (seq < expected)
      throw new Problem(
        CODES.chain,
        `The chain is broken at seq ${seq}: it comes again, or too late (expected ${expected}).`,
      );
    if (seq > this.header?.toSeq)
      throw new Problem(
        CODES.gap,
        `Entry ${seq} is beyond the end that the header names (${this.header?.toSeq}).`,
      );
    if (seq > expected && (!filtered || this.entryCount === 0)) {
      const words =
        seq - expected === 1
          ? `Entry ${expected} is missing.`
          : `Entries ${expected} to ${seq - 1} are missing.`;
      this.#gap = { problem: new Problem(CODES.gap, words), from: expected, to: seq - 1 };
    } else if (seq === expected && previousHash !== this.head) {
      throw new Problem(
        CODES.chain,
        `The chain is broken at seq ${seq}: it does not follow from the entry before it.`,
      );
    }
  }

  #seekInGap({ seq }) {
    if (this.#gap && seq >= this.#gap.from && seq <= this.#gap.to) {
      throw new Problem(CODES.chain, `The chain is broken at seq ${seq}: it stands after a later entry.`);
    }
  }

  #takeContent(content, number) {
    this.#throwGap();
    this.#contents.take(content, number);
  }

  #takeTrailer(trailer) {
    this.#throwGap();
    const { count, head, digest } = trailer;
    if (this.lastSeq !== this.header?.toSeq) {
      throw new Problem(
        CODES.gap,
        `Entries are missing at the end: the header says up to ${this.header?.toSeq}, the last one is ${this.lastSeq}.`,
      );
    }
    if (count !== this.entryCount)
      throw new Problem(
        CODES.gap,
        `Entries are missing: the trailer counts ${count}, the file holds ${this.entryCount}.`,
      );
    if (head !== this.head)
      throw new Problem(
        CODES.chain,
        `The chain is broken at seq ${this.lastSeq}: the trailer names another end.`,
      );
    this.#contents.end();
    if (digest !== this.#digest.digest('hex')) {
      throw new Problem(
        CODES.signature,
        'The file is not the one that was signed: its bytes do not match the digest in the trailer.',
      );
    }
    checkSignature(this.header?.publicKey, trailer);
    this.trailer = trailer;
  }

  #throwGap() {
    if (this.#gap) throw this.#gap.problem;
  }
}

/**
 * The canonical form of an entry without its `hash`. The line is canonical already, so it is the line less that
 * member. The last one is meant: of the keys that sort after it, none holds an object, and within a string every
 * quote has a backslash before it.
 */
function withoutHash(text, hash) {
  const member = `"hash":"${hash}",`;
  const start = text.lastIndexOf(member);
  return text.slice(0, start) + text.slice(start + member.length);
}
