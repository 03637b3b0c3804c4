import canonicalize from 'canonicalize';
import type { Refusal, Result } from './result';
import { ok } from './result';

/** Deeper than any fact or argument needs; a cycle is found by it too. */
const MAX_DEPTH = 64;

/**
 * The RFC 8785 form of a value: one text for one meaning, so that a hash of it can be trusted.
 * Refused, instead of being bent into something else as plain JSON would: text with half a
 * surrogate pair (`bad-text`); and numbers that are not safe integers, `undefined`, functions,
 * dates and other objects with a class, keys named `__proto__`, cycles (`cannot-record`).
 */
export function canonical(value: unknown): Result<string> {
  const refusal = findUnfit(value, '', 0);
  if (refusal) return { ok: false, refusal };
  return ok(canonicalize(value) as string);
}

/** Why a value has no canonical form, naming the place; null when it has one. */
function findUnfit(value: unknown, path: string, depth: number): Refusal | null {
  if (value === null || typeof value === 'boolean') return null;
  if (typeof value === 'string')
    return value.isWellFormed() ? null : unfit('bad-text', path, 'broken characters');
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) ? null : unfit('cannot-record', path, 'not a safe whole number');
  }
  if (typeof value !== 'object') return unfit('cannot-record', path, `a value of type ${typeof value}`);
  if (depth >= MAX_DEPTH) return unfit('cannot-record', path, 'nested too deeply');
  return Array.isArray(value) ? findInList(value, path, depth) : findInObject(value, path, depth);
}

function findInList(list: unknown[], path: string, depth: number): Refusal | null {
  // By index: a hole in a sparse array is `undefined`, and iteration helpers would skip it.
  for (let i = 0; i < list.length; i++) {
    const refusal = findUnfit(list[i], `${path}[${i}]`, depth + 1);
    if (refusal) return refusal;
  }
  return null;
}

function findInObject(object: object, path: string, depth: number): Refusal | null {
  const prototype = Object.getPrototypeOf(object);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    return unfit('cannot-record', path, 'an object of a class');
  }
  for (const [key, value] of Object.entries(object)) {
    if (key === '__proto__') return unfit('cannot-record', path, 'a key named __proto__');
    if (!key.isWellFormed()) return unfit('bad-text', path, 'broken characters in a key');
    const refusal = findUnfit(value, path === '' ? key : `${path}.${key}`, depth + 1);
    if (refusal) return refusal;
  }
  return null;
}

function unfit(code: 'bad-text' | 'cannot-record', path: string, what: string): Refusal {
  return { code, detail: path === '' ? what : `${path}: ${what}` };
}
