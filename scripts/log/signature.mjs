import { createHash, createPublicKey, verify } from 'node:crypto';
import { CODES, Problem } from './problem.mjs';

/**
 * Throws unless the trailer's signature holds under the header's key (ECDSA P-256 with SHA-256 as raw r‖s, or Ed25519).
 * @param {Record<string, any>} publicKey JWK
 * @param {Record<string, any>} trailer
 */
export function checkSignature(publicKey, trailer) {
  const key = readKey(publicKey);
  if (!isSignature(trailer.signature))
    throw new Problem(CODES.signature, 'The signature in the trailer is not 64 bytes in base64url.');
  const signed = `countersign-log\n1\n${trailer.count}\n${trailer.head}\n${trailer.digest}`;
  if (!holds(key, signed, trailer.signature))
    throw new Problem(CODES.signature, 'The signature does not belong to this file and this key.');
}

/** 64 bytes, in their one spelling: two spellings would be a change that no signature sees. @param {unknown} text */
export function isSignature(text) {
  if (typeof text !== 'string') return false;
  const bytes = Buffer.from(text, 'base64url');
  return bytes.length === 64 && bytes.toString('base64url') === text;
}

/** @param {ReturnType<typeof readKey>} key @param {string} signed @param {string} signature */
export function holds({ key, ed25519 }, signed, signature) {
  const [text, bytes] = [Buffer.from(signed), Buffer.from(signature, 'base64url')];
  return ed25519
    ? verify(null, text, key, bytes)
    : verify('sha256', text, { key, dsaEncoding: 'ieee-p1363' }, bytes);
}

/** Throws a `Problem` for a key that is none. @param {Record<string, any>} jwk */
export function readKey({ kty, crv, x, y }) {
  const ed25519 = kty === 'OKP' && crv === 'Ed25519';
  if (!ed25519 && !(kty === 'EC' && crv === 'P-256')) {
    throw new Problem(CODES.signature, 'The key in the header is neither P-256 nor Ed25519.');
  }
  try {
    const key = createPublicKey({ key: ed25519 ? { kty, crv, x } : { kty, crv, x, y }, format: 'jwk' });
    return { key, ed25519 };
  } catch {
    // Node's own words here are about OpenSSL's inside and help nobody.
    throw new Problem(CODES.signature, 'The key in the header is not a valid public key.');
  }
}

/** The RFC 7638 thumbprint: a short name of a key that two people can compare. @param {Record<string, any>} jwk */
export function thumbprint({ kty, crv, x, y }) {
  const required = kty === 'OKP' ? { crv, kty, x } : { crv, kty, x, y };
  return createHash('sha256').update(JSON.stringify(required)).digest('base64url');
}
