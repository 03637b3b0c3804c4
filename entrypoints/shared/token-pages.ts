import type { Pages } from '../../agent/deps';
import type { StoreSource } from './lazy-store';

/**
 * Pages that may also be reached with a token. The half that knows APIs is loaded when the store is there and the
 * person has given a token at all; until then, and for everybody else, the page's own ways are all there is.
 */
export function pagesWithTokens(pages: Pages, store: StoreSource): Pages {
  let loaded: Promise<Pages> | null = null;
  const load = async (): Promise<Pages> => {
    const { settings } = await (await store()).settings.get();
    if (!settings.sites.some((site) => site.token)) return pages;
    loaded ??= import('../../agent/token-desk').then(({ withTokens }) =>
      withTokens(pages, {
        of: async (host) => (await store()).secrets.get(`token:${host}`),
        fetch: (url, init) => fetch(url, init),
      }),
    );
    return await loaded;
  };
  let ready = false;
  return {
    ...pages,
    ask: async (page, message) => {
      // the first look at the screen does not wait for the store
      if (!ready && message.type === 'look' && message.channel === 'page') {
        void store().then(() => {
          ready = true;
        });
        return await pages.ask(page, message);
      }
      return await (await load()).ask(page, message);
    },
  };
}
