import { isUtf8 } from 'node:buffer';
import canonicalize from 'canonicalize';
import { CODES, Problem } from './problem.mjs';

const MAX_DEPTH = 200;

/**
 * Reads one line, which must be the RFC 8785 form of an object, byte for byte: that leaves no room for a key given
 * twice, a space, another order or another escape.
 * @param {Buffer} bytes
 * @param {number} number counted from 1
 * @returns {{ text: string, value: Record<string, unknown> }}
 */
export function readCanonicalLine(bytes, number) {
  if (!isUtf8(bytes)) throw bad(number, 'is not UTF-8');
  const text = bytes.toString('utf8');
  if (text === '') throw bad(number, 'is empty');
  const value = parse(text, number);
  const fault = findFault(value, 0);
  if (fault !== null) throw bad(number, fault);
  if (canonicalize(value) === text) return { text, value };
  if (text.endsWith('\r')) throw bad(number, 'ends with CR LF: the file was saved with Windows line ends');
  throw bad(
    number,
    'is not in canonical form (RFC 8785): a space, a key given twice, another order of keys, or another spelling of a value',
  );
}

/** @param {string} text @param {number} number */
function parse(text, number) {
  let value;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw bad(
      number,
      `is not JSON (${error instanceof Error ? error.message.slice(0, 120) : String(error)})`,
    );
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw bad(number, 'is not a JSON object');
  return value;
}

/** What JSON allows and this format does not. @param {unknown} value @param {number} depth */
function findFault(value, depth) {
  if (typeof value === 'number')
    return Number.isSafeInteger(value) ? null : 'holds a number that is not a safe whole number';
  if (typeof value === 'string') return value.isWellFormed() ? null : 'holds half of a surrogate pair';
  if (typeof value !== 'object' || value === null) return null;
  if (depth > MAX_DEPTH) return 'is nested too deeply';
  for (const key of Object.keys(value)) {
    const fault = key.isWellFormed() ? findFault(value[key], depth + 1) : 'holds half of a surrogate pair';
    if (fault !== null) return fault;
  }
  return null;
}

/** @param {number} number @param {string} what */
function bad(number, what) {
  return new Problem(CODES.format, `Line ${number} ${what}.`);
}
