import type { Refusal } from '../core/result';
import type { Database } from './database';

/** Thrown inside a transaction so that it is rolled back; never leaves this room. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.name = 'Refused';
    this.refusal = refusal;
  }
}

/** Texts went while a file was made of them: what is made of it so far would not hold. */
export class ErasedMeanwhile extends Refused {
  constructor() {
    super({ code: 'changed-since', detail: 'Texts were erased during the export. Export again.' });
  }
}

/** What a disk or a browser can do to us. Everything else that is thrown is a bug, and is thrown on. */
const STORE_FAULTS = new Set([
  'AbortError',
  'ConstraintError',
  'DatabaseClosedError',
  'InvalidStateError',
  'MissingAPIError',
  'NoSuchDatabaseError',
  'NotFoundError',
  'NotReadableError',
  'OpenFailedError',
  'QuotaExceededError',
  'TimeoutError',
  'UnknownError',
  'VersionError',
]);

/** The refusal that a failed write stands for. Throws on what is not the store's fault. */
export function refusalOf(error: unknown, db: Database): Refusal {
  if (error instanceof Refused) return error.refusal;
  const names = namesOf(error);
  if (!names.some((name) => STORE_FAULTS.has(name))) throw error;
  if (db.stale || names.includes('VersionError')) return { code: 'stale-panel' };
  if (names.includes('QuotaExceededError'))
    return { code: 'cannot-record', detail: 'The browser’s storage is full.' };
  return { code: 'cannot-record', detail: `The browser’s storage answered: ${names[names.length - 1]}.` };
}

/** Dexie wraps the browser's error, sometimes twice; the innermost name comes last. */
function namesOf(error: unknown): string[] {
  const names: string[] = [];
  let current: unknown = error;
  for (let depth = 0; depth < 4 && current instanceof Object; depth++) {
    if ('name' in current && typeof current.name === 'string') names.push(current.name);
    if ('failures' in current && Array.isArray(current.failures))
      names.push(...current.failures.flatMap(namesOf));
    current = 'inner' in current ? current.inner : null;
  }
  return names;
}
