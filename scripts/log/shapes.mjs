import { CODES, Problem } from './problem.mjs';

const HEX = /^[0-9a-f]{64}$/;
const SALT = /^(?:[0-9a-f]{2})+$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

const isText = (v) => typeof v === 'string';
const isHash = (v) => typeof v === 'string' && HEX.test(v);
const isTime = (v) => typeof v === 'string' && TIME.test(v) && !Number.isNaN(Date.parse(v));
const isCount = (v) => Number.isSafeInteger(v) && v >= 0;
const isObject = (v) => typeof v === 'object' && v !== null && !Array.isArray(v);
const isActor = (v) => isObject(v) && ['user', 'model', 'policy', 'system'].includes(v.kind);
const isHashes = (v) => isObject(v) && Object.keys(v).every((name) => isHash(v[name]));

/** What each type of line holds: exactly these keys. */
const SHAPES = {
  header: {
    type: isText,
    format: (v) => v === 'countersign-log',
    version: (v) => v === 1,
    exportedAt: isTime,
    extensionVersion: isText,
    installationId: isText,
    contents: (v) => ['all', 'none', 'redacted'].includes(v),
    filter: (v) => v === null || isObject(v),
    fromSeq: isCount,
    toSeq: (v) => Number.isSafeInteger(v) && v >= -1,
    previousHash: isHash,
    publicKey: isObject,
  },
  entry: {
    type: isText,
    seq: isCount,
    at: isTime,
    kind: (v) => isText(v) && v !== '',
    runId: (v) => v === null || isText(v),
    actor: isActor,
    data: isObject,
    contents: isHashes,
    previousHash: isHash,
    hash: isHash,
  },
  content: {
    type: isText,
    hash: isHash,
    salt: (v) => isText(v) && SALT.test(v),
    mediaType: isText,
    text: isText,
  },
  trailer: { type: isText, count: isCount, head: isHash, digest: isHash, signature: isText },
};

/**
 * The type of a line, once it is sure that the line has that type's keys and no others, each of its kind.
 * @param {Record<string, unknown>} value
 * @param {number} number
 */
export function typeOfLine(value, number) {
  const type = value.type;
  if (typeof type !== 'string' || !Object.hasOwn(SHAPES, type)) {
    throw new Problem(CODES.format, `Line ${number} is of no known type.`);
  }
  const shape = SHAPES[type];
  for (const key of Object.keys(value)) {
    if (!Object.hasOwn(shape, key))
      throw new Problem(CODES.format, `Line ${number} (${type}) has an unknown key ${JSON.stringify(key)}.`);
  }
  for (const key of Object.keys(shape)) {
    if (!Object.hasOwn(value, key))
      throw new Problem(CODES.format, `Line ${number} (${type}) lacks ${JSON.stringify(key)}.`);
    if (!shape[key](value[key]))
      throw new Problem(
        CODES.format,
        `Line ${number} (${type}): ${JSON.stringify(key)} is not as the format says.`,
      );
  }
  return type;
}

/** The hashes that an entry says were erased. @param {Record<string, any>} entry @param {number} number */
export function erasedBy(entry, number) {
  if (entry.kind !== 'content.erased') return [];
  const erased = Object.hasOwn(entry.data, 'erased') ? entry.data.erased : null;
  if (!Array.isArray(erased) || !erased.every(isHash)) {
    throw new Problem(
      CODES.format,
      `Line ${number}: a content.erased entry must list the erased hashes in data.erased.`,
    );
  }
  return erased;
}
