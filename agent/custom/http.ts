import type { Http, HttpAnswer, HttpRequest } from '../../core/ports';
import { refusalOf } from '../../sites/api/refusal';

/** How a request of a tool leaves the panel. */
export interface Way {
  /** The one server it may go to. */
  origin: string;
  /** The header that proves who asks; null where the tool has no key. */
  auth: { header: string; value: string } | null;
  key: string;
  signed: string | null;
  fetch(url: string, init: RequestInit): Promise<Response>;
}

/** Longest wait for an answer. Ms. */
const PATIENCE_MS = 20_000;
/** Longest answer that is read, in characters. */
const LONGEST = 400_000;

/** Asks one server, and no other: no cookie goes along, no redirect is followed, nothing is tried twice. */
export function createHttp({ origin, auth, key, signed, fetch: send }: Way): Http {
  return {
    key,
    signed,
    ask: async (request) => {
      const url = new URL(request.url);
      if (url.origin !== origin || url.username !== '' || url.password !== '')
        return no({ code: 'not-supported', detail: `${url.host} is not the server of this tool.` });
      let response: Response;
      try {
        response = await send(url.href, initOf(request, auth));
      } catch (error) {
        // nothing is known of a write; nothing happened by a read
        const detail = /abort|timed? ?out/i.test(String(error))
          ? 'It took too long.'
          : 'The connection failed.';
        return no({ code: 'no-answer', detail: `${url.host}: ${detail}` }, request.method !== 'GET');
      }
      return await judge(request, response, auth !== null);
    },
  };
}

const no = (
  refusal: (HttpAnswer & { ok: false })['refusal'],
  dispatched = false,
  status: number | null = null,
): HttpAnswer => ({ ok: false, refusal, dispatched, status });

function initOf(request: HttpRequest, auth: Way['auth']): RequestInit {
  return {
    method: request.method,
    headers: {
      Accept: 'application/json',
      ...request.headers,
      ...(auth ? { [auth.header]: auth.value } : {}),
    },
    ...(request.body === null ? {} : { body: request.body }),
    credentials: 'omit',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    signal: AbortSignal.timeout(PATIENCE_MS),
  };
}

async function judge(request: HttpRequest, response: Response, byToken: boolean): Promise<HttpAnswer> {
  const writes = request.method !== 'GET';
  const { status } = response;
  let text: string;
  try {
    text = await response.text();
  } catch (error) {
    // the answer broke off: of a yes the words are lost, of a no not even that
    return no({ code: 'no-answer', detail: String(error) }, writes, status);
  }
  const header = (name: string) => response.headers.get(name) ?? '';
  if (text.length > LONGEST)
    return no({ code: 'not-proved', detail: 'The answer is too long.' }, writes && response.ok, status);
  const json = parse(text);
  if (request.ok.includes(status)) {
    // a page instead of an answer: a log-in page, a proxy
    if (json === undefined && !(writes && text.trim() === ''))
      return no({ code: 'not-proved', detail: 'The answer is no JSON.' }, writes, status);
    return { ok: true, json: json ?? null, etag: header('etag') };
  }
  if (response.ok) return no({ code: 'not-proved', detail: `Answer ${status}.` }, writes, status);
  const refusal = refusalOf({ status, json: json ?? null, text, header, byToken });
  return no(refusal, writes && (status >= 500 || status === 408), status);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no JSON; the caller says what that means
  }
}
