import { utf8ToBytes } from '@noble/hashes/utils.js';
import { fromBase64url } from '../base64url';
import { NotWhole } from './shapes';

const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;

export interface ForeignKey {
  key: CryptoKey;
  ed25519: boolean;
}

/** The key of a header. Throws `NotWhole` for one that is none. */
export async function importKey({ kty, crv, x, y }: Record<string, unknown>): Promise<ForeignKey> {
  const ed25519 = kty === 'OKP' && crv === 'Ed25519';
  if (!ed25519 && !(kty === 'EC' && crv === 'P-256'))
    throw new NotWhole('The key in the header is neither P-256 nor Ed25519.');
  const jwk = ed25519 ? { kty, crv, x: String(x) } : { kty, crv, x: String(x), y: String(y) };
  try {
    const key = await crypto.subtle.importKey('jwk', jwk, ed25519 ? 'Ed25519' : P256, false, ['verify']);
    return { key, ed25519 };
  } catch {
    // The browser's own words say nothing to a person.
    throw new NotWhole('The key in the header is not a valid public key.');
  }
}

/** Does a signature (base64url of 64 bytes) hold over a text? */
export async function holds({ key, ed25519 }: ForeignKey, text: string, signature: string): Promise<boolean> {
  const bytes = fromBase64url(signature);
  if (bytes?.length !== 64) return false;
  return crypto.subtle.verify(ed25519 ? 'Ed25519' : SIGNING, key, bytes, new Uint8Array(utf8ToBytes(text)));
}
