import type { ApiDescriptor } from '../../core/site';
import type { Transport } from './send';

/** The page's own session: same origin, the page's cookies, and its CSRF token where the site has one. */
export function sessionTransport(api: ApiDescriptor, doc: Document): Transport {
  return {
    origin: doc.location.origin,
    headers: () => {
      const csrf = api.csrf;
      if (!csrf) return {};
      const token = doc.querySelector(csrf.selector)?.getAttribute(csrf.attribute) ?? '';
      return { [csrf.header]: token };
    },
    fetch: (url, init) => fetch(url, init),
  };
}
