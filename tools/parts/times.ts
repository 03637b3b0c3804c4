import { ok, type Result, refuse } from '../../core/result';

const ZONED = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;
const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

/** Epoch ms of an ISO time that names its zone; null for anything else, a day that there is not among it. */
export function instantOf(text: string): number | null {
  const match = ZONED.exec(text);
  const at = match ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) || !isDay(match) ? null : at;
}

/** A time with its zone that is still to come. */
export function checkAhead(text: string): Result<number> {
  const at = instantOf(text);
  return at !== null && at > Date.now() ? ok(at) : refuse('bad-time', `It says “${text}”.`);
}

/** A day of the calendar. */
export function checkDay(text: string): Result<string> {
  return isDay(DAY.exec(text)) ? ok(text) : refuse('bad-time', `It says “${text}”.`);
}

/** For people: `2026-12-01, 09:00 (UTC+01:00)`. What is no such time stands as it is. */
export function momentWords(text: string): string {
  const [, year, month, day, hour, minute, zone] = ZONED.exec(text) ?? [];
  if (zone === undefined) return text;
  return `${year}-${month}-${day}, ${hour}:${minute} (UTC${zone === 'Z' ? '' : zone})`;
}

/** 30 February is none, though a browser would take it for a day of March. */
function isDay(match: RegExpExecArray | null): boolean {
  if (!match) return false;
  const [year, month, day] = match.slice(1, 4).map(Number);
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day));
  return date.getUTCMonth() + 1 === month && date.getUTCDate() === day;
}
