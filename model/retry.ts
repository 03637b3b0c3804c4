import { statusOf } from './failures';

const MAX_TRIES = 3;
/** A server may ask for hours; a person waits a minute at most. */
const MAX_WAIT_SECONDS = 60;
const WORTH_RETRYING = new Set([429, 500, 502, 503]);

/**
 * Seconds to wait before the next try, or null when there is none.
 * @param tries how many were made; `chance` from 0 to 1 spreads the tries of many people
 */
export function waitBeforeRetry(error: unknown, tries: number, now: number, chance: number): number | null {
  const failed = statusOf(error);
  if (!failed || !WORTH_RETRYING.has(failed.status) || tries >= MAX_TRIES) return null;
  const asked = retryAfter(failed.headers?.get('retry-after') ?? null, now);
  const own = 2 ** (tries - 1) * (1 + chance);
  return Math.min(MAX_WAIT_SECONDS, Math.ceil(asked ?? own));
}

/** Seconds or a date, as the header allows; null when it says nothing sensible. */
function retryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  if (/^\d{1,9}(?:\.\d+)?$/.test(header.trim())) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, (at - now) / 1000);
}

export function busyWords(secondsLeft: number, tries: number): string {
  return `The model server is busy. Trying again in ${secondsLeft} s (try ${tries + 1} of ${MAX_TRIES}).`;
}
