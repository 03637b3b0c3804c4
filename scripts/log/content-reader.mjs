import { open } from 'node:fs/promises';

/** Finds the contents of a checked file by hash, without holding their texts: only where each one stands. */
export class ContentReader {
  #path;
  /** @type {Map<string, { start: number, length: number }>} */
  #places = new Map();
  #offset = 0;
  /** @type {import('node:fs/promises').FileHandle | null} */
  #handle = null;

  /** @param {string} path */
  constructor(path) {
    this.#path = path;
  }

  /** To be called with each line, in order. @param {Record<string, any>} line @param {Buffer} bytes */
  note(line, bytes) {
    if (line.type === 'content') this.#places.set(line.hash, { start: this.#offset, length: bytes.length });
    this.#offset += bytes.length + 1;
  }

  /** The text, or null when it is not in the file. @param {string} hash @returns {Promise<string | null>} */
  async text(hash) {
    const place = this.#places.get(hash);
    if (!place) return null;
    this.#handle ??= await open(this.#path, 'r');
    const { buffer } = await this.#handle.read(Buffer.alloc(place.length), 0, place.length, place.start);
    return JSON.parse(buffer.toString('utf8')).text;
  }

  async close() {
    await this.#handle?.close();
  }
}
