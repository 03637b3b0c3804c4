import { ok, type Refusal, type Result } from '../../core/result';
import type { RequestDescriptor } from '../../core/site';
import { type Blanks, fillBody, fillPath } from './fill';
import { textAt } from './json-path';

/** How a request leaves: the page's session in the content script, a token in the panel. */
export interface Transport {
  /** `https://helpdesk.example`; every path is under it. */
  origin: string;
  /** Headers that prove who asks: the CSRF token of the page, or the API token. */
  headers(): Record<string, string>;
  fetch(url: string, init: RequestInit): Promise<Response>;
}

export interface Answer {
  json: unknown;
  text: string;
  header(name: string): string;
}

/** Dispatched and unanswered is something else than refused. */
export type SendResult = Result<Answer> & { dispatched: boolean };

/** Sends one request of a descriptor. Never retries. */
export async function send(
  request: RequestDescriptor,
  blanks: Blanks,
  transport: Transport,
  extraHeaders: Record<string, string> = {},
): Promise<SendResult> {
  const url = new URL(fillPath(request.path, blanks), transport.origin);
  const init = initOf(request, blanks, { ...transport.headers(), ...extraHeaders });
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
  if (response.ok && html && request.answer !== 'html') {
    // A log-in page with status 200 is the usual face of a session that ended.
    return { ok: false, refusal: { code: 'signed-out' }, dispatched: false };
  }
  if (!request.ok.includes(response.status)) {
    return { ok: false, refusal: refusalOf(response.status, json, text), dispatched: response.status >= 500 };
  }
  return {
    ...ok({ json, text, header: (name: string) => response.headers.get(name) ?? '' }),
    dispatched: true,
  };
}

function initOf(request: RequestDescriptor, blanks: Blanks, headers: Record<string, string>): RequestInit {
  const init: RequestInit = {
    method: request.method,
    credentials: 'same-origin',
    redirect: 'follow',
    cache: 'no-store',
    headers: { Accept: 'application/json', ...headers, ...filledHeaders(request, blanks) },
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

/** Every status has an outcome of its own, and the site's words go along. */
function refusalOf(status: number, json: unknown, text: string): Refusal {
  const words = (textAt(json, 'message') || textAt(json, 'error') || textAt(json, 'error.message')).slice(
    0,
    300,
  );
  const detail =
    words || (/</.test(text) ? `Answer ${status}.` : `Answer ${status}. ${text.slice(0, 200)}`.trim());
  if (status === 401) return { code: 'signed-out', detail };
  if (status === 403) return { code: 'no-right', detail };
  if (status === 404) return { code: 'no-record', detail };
  if (status === 409 || status === 412) return { code: 'changed-since', detail };
  if (status === 429) return { code: 'rate-limited', detail };
  if (status >= 500) return { code: 'no-answer', detail };
  return { code: 'site-refused', detail };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // an empty or HTML answer; the status has said what it means
  }
}
