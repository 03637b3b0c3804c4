import type { ActOutcome } from '../../core/outcome';

/** Idempotency key → outcome, for the life of the document. Asked twice, acted once. */
const outcomes = new Map<string, Promise<ActOutcome>>();

export function once(key: string, run: () => Promise<ActOutcome>): Promise<ActOutcome> {
  const known = outcomes.get(key);
  if (known) return known;
  const outcome = run();
  outcomes.set(key, outcome);
  return outcome;
}

/** The outcome of a key, waiting for it when it is still under way; null when it never arrived here. */
export async function outcomeOf(key: string): Promise<ActOutcome | null> {
  return (await outcomes.get(key)) ?? null;
}
