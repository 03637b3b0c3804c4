import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical } from '../core/canonical';
import type { Entry } from '../core/entry';
import { base64url } from './base64url';
import { NO_HASH } from './link';
import { Refused } from './refusals';

/** Makes the lines of one file, keeps count of them, and signs them at the end. */
export class FileSeal {
  readonly #privateKey: CryptoKey;
  readonly #digest = sha256.create();
  #count = 0;
  #head = NO_HASH;

  constructor(privateKey: CryptoKey) {
    this.#privateKey = privateKey;
  }

  /** The canonical line of a header or a content, with its LF. */
  line(value: unknown): string {
    const text = lineOf(value);
    this.#digest.update(utf8ToBytes(text));
    return text;
  }

  /** The line of an entry, which the trailer will count. */
  entry(entry: Entry): string {
    this.#count += 1;
    this.#head = entry.hash;
    return this.line(entry);
  }

  /** The last line: how many, up to where, of which bytes, and the signature under that. */
  async trailer(): Promise<string> {
    const [count, head, digest] = [this.#count, this.#head, bytesToHex(this.#digest.digest())];
    const signed = utf8ToBytes(`countersign-log\n1\n${count}\n${head}\n${digest}`);
    // Copied into a buffer of its own: WebCrypto's types do not take a view on shared memory.
    const bytes = await crypto.subtle.sign(
      { name: 'ECDSA', hash: 'SHA-256' },
      this.#privateKey,
      new Uint8Array(signed),
    );
    return lineOf({ type: 'trailer', count, head, digest, signature: base64url(new Uint8Array(bytes)) });
  }
}

function lineOf(value: unknown): string {
  const form = canonical(value);
  if (!form.ok) throw new Refused(form.refusal);
  return `${form.value}\n`;
}
