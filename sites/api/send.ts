import { textAt } from '../../core/json-path';
import { ok, type Refusal, type Result } from '../../core/result';
import type { RequestDescriptor } from '../../core/site';
import { type Blanks, fillBody, fillPath } from './fill';
import { problemIn } from './html-text';
import { refusalOf } from './refusal';

/** How a request leaves: the page's session in the content script, a token in the panel. */
export interface Transport {
  /** `https://helpdesk.example`; every path is under it. */
  origin: string;
  /** Headers that prove who asks: the CSRF token of the page, or the API token. */
  headers(): Record<string, string>;
  /** What the token tells by itself. */
  facts?: Record<string, string>;
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** It proves itself by a token, not by somebody's session. */
  byToken?: boolean;
}

export interface Answer {
  json: unknown;
  text: string;
  header(name: string): string;
}

/** Dispatched and unanswered is something else than refused. */
export type SendResult = Result<Answer> & { dispatched: boolean };

/** Sends one request of a descriptor. Never retries. `fields` are those of a form that was filled in before. */
export async function send(
  request: RequestDescriptor,
  blanks: Blanks,
  transport: Transport,
  extraHeaders: Record<string, string> = {},
  fields: [string, string][] | null = null,
): Promise<SendResult> {
  const path = fillPath(request.path, blanks);
  // a value of dots would climb out of its step of the path, encoded or not
  if (CLIMBS.test(path)) return { ok: false, refusal: { code: 'unknown-value' }, dispatched: false };
  const url = new URL(path, transport.origin);
  const init = initOf(request, blanks, { ...transport.headers(), ...extraHeaders });
  if (fields) init.body = new URLSearchParams(fields);
  let response: Response;
  try {
    response = await transport.fetch(url.href, init);
  } catch (error) {
    // The network gave no answer: for a read nothing happened, for a write it is not known.
    return { ok: false, refusal: { code: 'no-answer', detail: String(error) }, dispatched: true };
  }
  const text = await response.text().catch(() => '');
  const json = parse(text);
  const html = /text\/html/.test(response.headers.get('content-type') ?? '');
  const problem = response.ok ? saidNo(request, json, text) : null;
  if (problem) return { ok: false, refusal: problem, dispatched: false };
  if (response.ok && html && request.answer !== 'html') {
    // A log-in page with status 200 is the usual face of a session that ended.
    return { ok: false, refusal: { code: 'signed-out' }, dispatched: false };
  }
  if (!request.ok.includes(response.status)) {
    const { status } = response;
    // a yes of a kind that was not described: something was done, and not what was expected
    if (response.ok && request.method !== 'GET')
      return { ok: false, refusal: { code: 'not-proved', detail: `Answer ${status}.` }, dispatched: true };
    const header = (name: string) => response.headers.get(name) ?? '';
    const refusal = refusalOf({ status, json, text, header, byToken: transport.byToken ?? false });
    return { ok: false, refusal, dispatched: status >= 500 || status === 408 };
  }
  return {
    ...ok({ json, text, header: (name: string) => response.headers.get(name) ?? '' }),
    dispatched: true,
  };
}

const CLIMBS = /\/(?:\.|%2e){1,2}(?=[/?#]|$)/i;

/** What an answer with a good status says against it. */
function saidNo({ says }: RequestDescriptor, json: unknown, text: string): Refusal | null {
  if (!says) return null;
  if ('problem' in says) {
    const words = problemIn(text, says.problem);
    return words === null ? null : { code: 'site-refused', detail: words };
  }
  // no JSON at all is judged by what follows: a log-in page has a reason of its own
  if (json === null || says.yes.includes(textAt(json, says.path))) return null;
  const detail = says.words ? textAt(json, says.words).slice(0, 300) : '';
  return { code: says.noRight?.test(detail) ? 'no-right' : 'site-refused', ...(detail ? { detail } : {}) };
}

function initOf(request: RequestDescriptor, blanks: Blanks, headers: Record<string, string>): RequestInit {
  const init: RequestInit = {
    method: request.method,
    credentials: 'same-origin',
    redirect: 'follow',
    cache: 'no-store',
    headers: {
      Accept: request.answer === 'html' ? 'text/html' : 'application/json',
      ...headers,
      ...filledHeaders(request, blanks),
    },
  };
  if (request.body === undefined) return init;
  const body = fillBody(request.body, blanks);
  if (request.encoding === 'form') {
    const form = new URLSearchParams();
    for (const [key, value] of Object.entries(body as Record<string, unknown>))
      form.append(key, String(value));
    return { ...init, body: form };
  }
  return {
    ...init,
    body: JSON.stringify(body),
    headers: { ...(init.headers as Record<string, string>), 'Content-Type': 'application/json' },
  };
}

function filledHeaders(request: RequestDescriptor, blanks: Blanks): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers ?? {}).map(([name, value]) => [name, String(fillBody(value, blanks))]),
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // an empty or HTML answer; the status has said what it means
  }
}
