import { type ActOutcome, failed } from '../../core/outcome';

/** Epoch ms: what came before is not in here (an earlier build of this script may have acted in this document). */
export const since = Date.now();

/** Idempotency key → outcome, for the life of the document. Asked twice, acted once. */
const outcomes = new Map<string, Promise<ActOutcome>>();

export function once(key: string, run: () => Promise<ActOutcome>): Promise<ActOutcome> {
  const known = outcomes.get(key);
  if (known) return known;
  const outcome = run();
  outcomes.set(key, outcome);
  return outcome;
}

/**
 * The outcome of a key, waiting for it when it is still under way; null when it never arrived here. It will not be
 * acted on then, should it come late: whoever asked takes it for not sent.
 */
export async function outcomeOf(key: string): Promise<ActOutcome | null> {
  const known = outcomes.get(key);
  if (known) return await known;
  outcomes.set(key, Promise.resolve(failed({ code: 'panel-closed' })));
  return null;
}
