import { textAt } from '../../core/json-path';
import type { Refusal } from '../../core/result';

/** An answer that is no yes. */
export interface NoAnswer {
  status: number;
  json: unknown;
  text: string;
  header(name: string): string;
  /** A key or token was sent, and no session: what to do about a 401 is another thing then. */
  byToken?: boolean;
}

/** Where servers put the words of a refusal. */
const WORDS = [
  'message',
  'error',
  'error.message',
  'description',
  'errors.*.message',
  'errors.*.detail',
  'error.title',
  'details.base.*.description',
  '0.message',
  'error_human',
  'detail',
];

/** Every status has an outcome of its own, and the server's words go along. */
export function refusalOf(answer: NoAnswer): Refusal {
  const { status, json, text } = answer;
  const words = (WORDS.map((path) => textAt(json, path)).find(Boolean) ?? '').slice(0, 300);
  const detail =
    words || (/</.test(text) ? `Answer ${status}.` : `Answer ${status}. ${text.slice(0, 200)}`.trim());
  switch (status) {
    case 401:
      return { code: answer.byToken ? 'token-refused' : 'signed-out', detail };
    case 419: // the page's own token ran out
      return { code: 'signed-out', detail };
    case 403:
      return { code: 'no-right', detail };
    case 404:
    case 410:
      return { code: 'not-found', detail };
    case 409:
      return { code: 'conflict', detail };
    case 412:
      return { code: 'changed-since', detail };
    case 422:
      return { code: 'not-accepted', detail };
    case 428:
      return { code: 'changed-since', detail };
    case 429:
      return { code: 'rate-limited', detail: [detail, waitWords(answer)].filter(Boolean).join(' ') };
    default:
      return { code: status >= 500 ? 'no-answer' : 'site-refused', detail };
  }
}

/** Longest wait that is told as it was said, in seconds. A server that says more is told as “some minutes”. */
const LONGEST_S = 600;

/** `Try again in 30 seconds.`; empty when the server does not say. A date is read against the server's own clock. */
function waitWords({ header }: NoAnswer): string {
  const seconds = retryAfter(header('retry-after'), header('date'));
  if (seconds === null) return '';
  if (seconds > LONGEST_S) return 'Try again in more than 10 minutes.';
  return seconds === 1 ? 'Try again in 1 second.' : `Try again in ${seconds} seconds.`;
}

/** Whole seconds of a `Retry-After`, at least 1; null when there is none that can be read. */
export function retryAfter(value: string, date: string): number | null {
  if (/^\d{1,9}$/.test(value.trim())) return Math.max(1, Number(value));
  // a weekday in words, or it is no date: browsers read almost anything as one
  if (!/^[a-z]{3}/i.test(value.trim())) return null;
  const [then, now] = [Date.parse(value), Date.parse(date)];
  return Number.isFinite(then) && Number.isFinite(now) ? Math.max(1, Math.ceil((then - now) / 1000)) : null;
}
