import { createHash, createPublicKey, verify } from 'node:crypto';
import { CODES, Problem } from './problem.mjs';

/**
 * Throws unless the trailer's signature holds under the header's key (ECDSA P-256 with SHA-256 as raw r‖s, or Ed25519).
 * @param {Record<string, any>} publicKey JWK
 * @param {Record<string, any>} trailer
 */
export function checkSignature(publicKey, trailer) {
  const { key, ed25519 } = readKey(publicKey);
  const signature = Buffer.from(trailer.signature, 'base64url');
  // Two spellings of the same bytes would be a change that no signature sees.
  if (signature.length !== 64 || signature.toString('base64url') !== trailer.signature) {
    throw new Problem(CODES.signature, 'The signature in the trailer is not 64 bytes in base64url.');
  }
  const signed = Buffer.from(`countersign-log\n1\n${trailer.count}\n${trailer.head}\n${trailer.digest}`);
  const holds = ed25519
    ? verify(null, signed, key, signature)
    : verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, signature);
  if (!holds) throw new Problem(CODES.signature, 'The signature does not belong to this file and this key.');
}

/** @param {Record<string, any>} jwk */
function readKey({ kty, crv, x, y }) {
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
