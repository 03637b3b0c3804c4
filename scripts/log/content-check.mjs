import { createHash } from 'node:crypto';
import { HashList } from './hash-list.mjs';
import { CODES, Problem } from './problem.mjs';

/** Are the contents those that the entries name, unchanged, in the order of their first mention, each once? */
export class ContentCheck {
  count = 0;
  #mode;
  #named = new HashList();
  #erased = new HashList();
  /** How far into `#named` the file has come. */
  #next = 0;

  /** @param {'all' | 'none' | 'redacted'} mode */
  constructor(mode) {
    this.#mode = mode;
  }

  /**
   * An entry names contents, and perhaps says which were erased.
   * @param {Record<string, string>} contents
   * @param {string[]} erased
   */
  meet(contents, erased) {
    if (this.#mode === 'none') return;
    for (const name of Object.keys(contents).sort()) this.#named.add(contents[name]);
    for (const hash of erased) this.#erased.add(hash);
  }

  /** @param {Record<string, any>} content @param {number} number */
  take({ hash, salt, mediaType, text }, number) {
    if (this.#mode === 'none')
      throw new Problem(
        CODES.format,
        `Line ${number} is a content, and the header says that there are none.`,
      );
    const bytes = createHash('sha256').update(Buffer.from(salt, 'hex')).update(`${mediaType}\0${text}`);
    if (bytes.digest('hex') !== hash)
      throw new Problem(CODES.content, `The content in line ${number} does not match its hash ${hash}.`);
    const index = this.#named.indexOf(hash);
    if (index === -1) throw new Problem(CODES.format, `The content in line ${number} is named by no entry.`);
    if (index < this.#next)
      throw new Problem(CODES.format, `The content in line ${number} comes twice, or out of order.`);
    this.#skipTo(index);
    this.#next = index + 1;
    this.count += 1;
  }

  /** No more contents follow. */
  end() {
    if (this.#mode !== 'none') this.#skipTo(this.#named.length);
  }

  /** What is passed over must have been erased, unless the file says that it is redacted. @param {number} index */
  #skipTo(index) {
    if (this.#mode === 'redacted') return;
    for (let i = this.#next; i < index; i++) {
      const hash = this.#named.at(i);
      if (this.#erased.indexOf(hash) === -1)
        throw new Problem(CODES.gap, `The content ${hash} is missing, and no entry says that it was erased.`);
    }
  }
}
