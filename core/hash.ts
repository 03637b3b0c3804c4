import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical } from './canonical';
import { ok, type Result } from './result';

/**
 * SHA-256 as 64 lower-case hex digits, computed at once: a hash that had to be awaited would end an
 * IndexedDB transaction half done. Text is hashed as its UTF-8 bytes; text with half a surrogate pair
 * would share its hash with other text, so check it first (`canonical` does).
 */
export function sha256Hex(input: string | Uint8Array): string {
  return bytesToHex(sha256(typeof input === 'string' ? utf8ToBytes(input) : input));
}

/** The SHA-256 of a value's canonical form, or why it has none. */
export function digestOf(value: unknown): Result<string> {
  const text = canonical(value);
  return text.ok ? ok(sha256Hex(text.value)) : text;
}

/**
 * The hash under which a content is known: salt, then the media type, a zero byte and the text.
 * The salt keeps a short text (a name, a status) from being guessed out of its hash after it was erased.
 */
export function contentHash(salt: Uint8Array, mediaType: string, text: string): string {
  return bytesToHex(
    sha256
      .create()
      .update(salt)
      .update(utf8ToBytes(`${mediaType}\0${text}`))
      .digest(),
  );
}
