import { type ActOutcome, failed } from '../../core/outcome';

interface Ledger {
  since: number;
  /** Idempotency key → outcome. Asked twice, acted once. */
  outcomes: Map<string, Promise<ActOutcome>>;
  /** Asked for before they came: whoever asked takes them for not sent, so they are not acted on. */
  missed: Set<string>;
}

/**
 * Kept by the document, not by this script: every panel that opens puts the script in anew, and the new one must know
 * what the one before it did. The page itself cannot see it.
 */
const KEY = Symbol.for('countersign-ledger');
const here = globalThis as { [KEY]?: Ledger };
here[KEY] ??= { since: Date.now(), outcomes: new Map(), missed: new Set() };

/** `since`, epoch ms: what came before is not in here (another build of this script may have acted in this document). */
const { since, outcomes, missed } = here[KEY];

export { since };

export function once(key: string, run: () => Promise<ActOutcome>): Promise<ActOutcome> {
  const known = outcomes.get(key);
  if (known) return known;
  if (missed.has(key)) return Promise.resolve(failed({ code: 'panel-closed' }));
  const outcome = run();
  outcomes.set(key, outcome);
  return outcome;
}

/** The outcome of a key, waiting for it when it is still under way; null when it never arrived here, and never will. */
export async function outcomeOf(key: string): Promise<ActOutcome | null> {
  const known = outcomes.get(key);
  if (!known) missed.add(key);
  return known ? await known : null;
}
