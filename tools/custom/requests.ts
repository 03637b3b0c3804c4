import { CLIMBS } from '../../core/custom/address';
import type { Call } from '../../core/custom/format';
import { type Blanks, fillBody, fillText } from '../../core/custom/template';
import { textAt, valuesAt } from '../../core/json-path';
import type { Http, HttpAnswer, HttpRequest } from '../../core/ports';
import { ok, type Result, refuse } from '../../core/result';

/** An address with its blanks filled in, each percent-encoded: a value never becomes a path or a query of its own. */
export function addressOf(template: string, blanks: Blanks): Result<string> {
  const url = fillText(template, blanks, encodeURIComponent);
  if (!url.ok) return url;
  const [path = ''] = url.value.split('?');
  if (CLIMBS.test(path)) return refuse('unknown-value', 'A value of dots cannot be a part of an address.');
  return url;
}

function headersOf(headers: Record<string, string>, blanks: Blanks): Result<Record<string, string>> {
  const out: Record<string, string> = {};
  for (const [name, template] of Object.entries(headers)) {
    const value = fillText(template, blanks);
    if (!value.ok) return value;
    // a header takes plain letters only; what is more is written as in an address
    out[name] = /^[\x20-\x7e]*$/.test(value.value) ? value.value : encodeURIComponent(value.value);
  }
  return ok(out);
}

/** A GET, and its answer. */
export async function read(
  template: string,
  blanks: Blanks,
  http: Http,
  headers: Record<string, string> = {},
): Promise<Result<HttpAnswer & { ok: true }> & { status?: number | null }> {
  const url = addressOf(template, blanks);
  const filled = headersOf(headers, blanks);
  if (!url.ok) return url;
  if (!filled.ok) return filled;
  const answer = await http.ask({
    method: 'GET',
    url: url.value,
    headers: filled.value,
    body: null,
    ok: [200],
  });
  return answer.ok ? ok(answer) : { ok: false, refusal: answer.refusal, status: answer.status };
}

/** The one request that changes something, ready to be sent. */
export function sendRequest({ send }: Call, blanks: Blanks, etag: string): Result<HttpRequest> {
  const url = addressOf(send.url, blanks);
  if (!url.ok) return url;
  const headers = headersOf(send.headers ?? {}, blanks);
  if (!headers.ok) return headers;
  if (send.idempotencyHeader) headers.value[send.idempotencyHeader] = blanks.key;
  if (etag !== '') headers.value['If-Match'] = etag;
  const request = {
    method: send.method,
    url: url.value,
    headers: headers.value,
    ok: send.ok ?? [200, 201, 204],
  };
  if (send.body === undefined) return ok({ ...request, body: null });
  const body = fillBody(send.body, blanks);
  if (!body.ok) return body;
  if (send.encoding !== 'form') {
    headers.value['Content-Type'] = 'application/json';
    return ok({ ...request, body: JSON.stringify(body.value) });
  }
  headers.value['Content-Type'] = 'application/x-www-form-urlencoded';
  const fields = Object.entries(body.value as Record<string, unknown>).map(([name, value]) => [
    name,
    String(value),
  ]);
  return ok({ ...request, body: new URLSearchParams(fields).toString() });
}

/** What stands at the server before: asked, and compared with what must hold. */
export async function before(
  { before: asks }: Call,
  blanks: Blanks,
  http: Http,
): Promise<Result<{ json: unknown; etag: string }>> {
  if (!asks) return ok({ json: null, etag: '' });
  const answer = await read(asks.url, blanks, http);
  if (!answer.ok) return answer;
  const { json, etag } = answer.value;
  for (const one of asks.require ?? []) {
    const is = textAt(json, one.path);
    for (const [template, wanted] of [
      [one.is, true],
      [one.isNot, false],
    ] as const) {
      if (template === undefined) continue;
      const filled = template === '' ? ok('') : fillText(template, { ...blanks, before: json });
      if (!filled.ok) return filled;
      if (same(is, filled.value) !== wanted) return refuse('not-fitting', one.words);
    }
  }
  if (asks.version !== 'etag') return ok({ json, etag: '' });
  return etag === ''
    ? refuse(
        'not-fitting',
        'The server names no version, so it could not be noticed if somebody changed it meanwhile.',
      )
    : ok({ json, etag });
}

/** The ids of what was made already, by this action or an earlier one; empty when there is none. */
export async function find({ find: asks }: Call, blanks: Blanks, http: Http): Promise<Result<string[]>> {
  if (!asks) return ok([]);
  const answer = await read(asks.url, blanks, http);
  if (!answer.ok) return answer;
  const wanted = fillText(asks.where.is, blanks);
  if (!wanted.ok) return wanted;
  const list = valuesAt(answer.value.json, asks.list ?? '').flatMap((one) =>
    Array.isArray(one) ? one : [one],
  );
  const hits = list.filter((one) => textAt(one, asks.where.path) === wanted.value);
  return ok(hits.map((one) => textAt(one, asks.id)).filter(Boolean));
}

/** Whether the server shows what was done. */
export async function readBack(
  call: Call,
  blanks: Blanks,
  http: Http,
): Promise<'confirmed' | 'not-found' | 'unknown'> {
  const { url, is = {}, gone } = call.readBack;
  const answer = await read(url, blanks, http);
  if (!answer.ok) {
    const isGone = answer.status === 404 || answer.status === 410;
    return isGone ? (gone ? 'confirmed' : 'not-found') : 'unknown';
  }
  if (gone) return 'not-found';
  for (const [path, template] of Object.entries(is)) {
    const wanted = fillText(template, blanks);
    if (!wanted.ok) return 'unknown';
    if (!same(textAt(answer.value.json, path), wanted.value)) return 'not-found';
  }
  return 'confirmed';
}

/** Addresses of people are compared as mail servers do; all else letter by letter. */
function same(a: string, b: string): boolean {
  return a === b || (a.includes('@') && a.trim().toLowerCase() === b.trim().toLowerCase());
}

export const needsMade = ({ readBack: { url, is = {} } }: Call): boolean =>
  [url, ...Object.values(is)].some((text) => text.includes('{made}'));

/** A marker that is the same for every action of one tool on one record. */
export const markerText = (hash: string): string => `cs-${hash.slice(0, 20)}`;
