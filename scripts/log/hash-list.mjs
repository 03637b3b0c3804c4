const HASH_BYTES = 32;

/**
 * Hashes in the order in which they were first added, each once. 32 bytes and a few more per hash, outside the
 * JavaScript heap: a log of a million entries names millions of contents.
 */
export class HashList {
  length = 0;
  #bytes = Buffer.alloc(HASH_BYTES * 64);
  /** Open addressing: place → index + 1; 0 is free. Always a power of two, at most half full. */
  #slots = new Uint32Array(128);

  /** @param {string} hex */
  add(hex) {
    const hash = Buffer.from(hex, 'hex');
    const slot = this.#slotOf(hash);
    if (this.#slots[slot] !== 0) return;
    if (this.length * HASH_BYTES === this.#bytes.length)
      this.#bytes = Buffer.concat([this.#bytes, Buffer.alloc(this.#bytes.length)]);
    hash.copy(this.#bytes, this.length * HASH_BYTES);
    this.length += 1;
    this.#slots[slot] = this.length;
    if (this.length * 2 > this.#slots.length) this.#grow();
  }

  /** Where it stands, from 0; -1 when it does not. @param {string} hex */
  indexOf(hex) {
    return this.#slots[this.#slotOf(Buffer.from(hex, 'hex'))] - 1;
  }

  /** @param {number} index */
  at(index) {
    return this.#bytes.toString('hex', index * HASH_BYTES, (index + 1) * HASH_BYTES);
  }

  /** The place of a hash, or the free place where it would go. @param {Buffer} hash */
  #slotOf(hash) {
    const mask = this.#slots.length - 1;
    let slot = hash.readUInt32LE(0) & mask;
    while (this.#slots[slot] !== 0) {
      const start = (this.#slots[slot] - 1) * HASH_BYTES;
      if (hash.compare(this.#bytes, start, start + HASH_BYTES) === 0) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #grow() {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    for (let index = 0; index < this.length; index++) {
      const start = index * HASH_BYTES;
      this.#slots[this.#slotOf(this.#bytes.subarray(start, start + HASH_BYTES))] = index + 1;
    }
  }
}
