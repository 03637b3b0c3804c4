import type { ApiDescriptor, TokenAuth } from '../../core/site';
import type { Transport } from './send';

/** Where the API of a helpdesk is: on its own host, or where the site says. */
export function apiOrigin(api: ApiDescriptor, origin: string): string {
  if (typeof api.base === 'string') return api.base;
  return api.base ? origin.replace(api.base.from, api.base.to) : origin;
}

/**
 * Asks with a token that the person gave, from the extension's own page. No cookie goes along, and no redirect is
 * followed: it could carry the token to another host.
 */
export function tokenTransport(
  api: ApiDescriptor,
  origin: string,
  token: string,
  ask: (url: string, init: RequestInit) => Promise<Response> = (url, init) => fetch(url, init),
): Transport {
  const { auth } = api;
  return {
    origin: apiOrigin(api, origin),
    byToken: true,
    facts: { ...auth?.tells?.exec(token)?.groups },
    headers: () => (auth ? { [auth.header]: authValue(auth, token) } : {}),
    fetch: (url, init) =>
      ask(url, { ...init, credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer' }),
  };
}

function authValue(auth: TokenAuth, token: string): string {
  const basic = auth.basic ? base64(auth.basic.replace('{token}', () => token)) : '';
  return auth.value.replace('{token}', () => token).replace('{basic}', () => basic);
}

/** Base 64 of the UTF-8 bytes: an address or a key may hold any letter. */
function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
