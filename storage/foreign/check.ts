import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Entry } from '../../core/entry';
import { contentHash } from '../../core/hash';
import { contentHashes, erasedHashes } from '../export-plan';
import { hashHolds } from '../inspect';
import { NO_HASH, rowOf } from '../link';
import { type ForeignContent, type Header, type Line, NotWhole, type Trailer } from './shapes';

/** Checks the lines of a file in their order. Throws `NotWhole` at the first that does not hold. */
export class ForeignCheck {
  header: Header | null = null;
  trailer: Trailer | null = null;
  readonly entries: Entry[] = [];
  readonly texts = new Map<string, { mediaType: string; text: string }>();
  #digest = sha256.create();
  /** Hashes in the order of their first mention, and how far the contents have come. */
  readonly #named = new Map<string, number>();
  readonly #erased = new Set<string>();
  #nextContent = 0;

  take(line: Line, bytes: Uint8Array, number: number): void {
    if (this.trailer) throw new NotWhole(`Line ${number} stands after the end.`);
    if (!this.header && line.type !== 'header') throw new NotWhole('The first line is not a header.');
    if (line.type === 'trailer') {
      this.#takeTrailer(line);
      return;
    }
    if (line.type === 'header') this.#takeHeader(line, number);
    else if (line.type === 'entry') this.#takeEntry(line, number);
    else this.#takeContent(line, number);
    this.#digest.update(bytes).update(utf8ToBytes('\n'));
  }

  #takeHeader(header: Header, number: number): void {
    if (this.header) throw new NotWhole(`Line ${number} is a second header.`);
    if (header.fromSeq === 0 && header.previousHash !== NO_HASH)
      throw new NotWhole('The chain is broken at its beginning.');
    this.header = header;
  }

  #takeEntry(entry: Entry, number: number): void {
    const { header, entries } = this;
    if (!header || this.texts.size > 0) throw new NotWhole(`Line ${number} is an entry out of place.`);
    const last = entries[entries.length - 1];
    const expected = last ? last.seq + 1 : header.fromSeq;
    const mayLeap = header.filter !== null && last !== undefined;
    if (entry.seq < expected || entry.seq > header.toSeq || (entry.seq > expected && !mayLeap))
      throw new NotWhole(`Entries are missing or out of order at ${entry.seq} (expected ${expected}).`);
    if (!hashHolds(entry))
      throw new NotWhole(`Entry ${entry.seq} was changed: it does not match its own hash.`);
    if (entry.seq === expected && entry.previousHash !== (last?.hash ?? header.previousHash))
      throw new NotWhole(`Entry ${entry.seq} does not follow from the one before it.`);
    if (outside(header.filter, entry))
      throw new NotWhole(`Entry ${entry.seq} is not of the part that the file says it is.`);
    entries.push(entry);
    if (header.contents === 'none') return;
    for (const hash of contentHashes(entry))
      if (!this.#named.has(hash)) this.#named.set(hash, this.#named.size);
    for (const hash of erasedHashes(entry)) this.#erased.add(hash);
  }

  #takeContent({ hash, salt, mediaType, text }: ForeignContent, number: number): void {
    const place = this.#named.get(hash);
    if (place === undefined || place < this.#nextContent)
      throw new NotWhole(`The text in line ${number} is named by no entry, or is out of order.`);
    if (contentHash(hexToBytes(salt), mediaType, text) !== hash)
      throw new NotWhole(`The text in line ${number} was changed.`);
    this.#skipTo(place);
    this.#nextContent = place + 1;
    this.texts.set(hash, { mediaType, text });
  }

  #takeTrailer(trailer: Trailer): void {
    const { header, entries } = this;
    const last = entries[entries.length - 1];
    if ((last?.seq ?? (header?.fromSeq ?? 0) - 1) !== header?.toSeq || trailer.count !== entries.length)
      throw new NotWhole('Entries are missing at the end.');
    if (trailer.head !== (last?.hash ?? header.previousHash))
      throw new NotWhole('The file names another end.');
    this.#skipTo(this.#named.size);
    if (trailer.digest !== bytesToHex(this.#digest.digest()))
      throw new NotWhole('The file is not the one that was signed.');
    this.trailer = trailer;
  }

  /** What is passed over must have been erased, unless the file says that it is redacted. */
  #skipTo(place: number): void {
    if (this.header?.contents !== 'all') return;
    for (const [hash, at] of this.#named)
      if (at >= this.#nextContent && at < place && !this.#erased.has(hash))
        throw new NotWhole('A text is missing, and no entry says that it was erased.');
  }
}

function outside(filter: Header['filter'], entry: Entry): boolean {
  if (filter === null) return false;
  const at = Date.parse(entry.at);
  return (
    (typeof filter.runId === 'string' && entry.runId !== filter.runId) ||
    (typeof filter.recordKey === 'string' && rowOf(entry).recordKey !== filter.recordKey) ||
    (typeof filter.from === 'string' && at < Date.parse(filter.from)) ||
    (typeof filter.to === 'string' && at > Date.parse(filter.to))
  );
}
