import type { Pages } from '../../agent/deps';
import type { StoreSource } from './lazy-store';

/**
 * Pages that may also be reached with a token. The half that knows APIs is loaded when the store is there and the
 * person has given a token at all; until then, and for everybody else, the page's own ways are all there is.
 */
export function pagesWithTokens(pages: Pages, store: StoreSource): Pages {
  /** As Settings say, in whatever window they are changed; null until they were read. */
  let isGiven: boolean | null = null;
  let reading: Promise<boolean> | null = null;
  /** Kept in memory: no message waits for the disk. Whether a token still holds, the half below asks there each time. */
  const read = (): Promise<boolean> => {
    reading ??= follow(store, (given) => {
      isGiven = given;
    }).catch((error) => {
      reading = null;
      throw error;
    });
    return reading;
  };
  let loaded: Promise<Pages> | null = null;
  const withTokens = async (): Promise<Pages> => {
    loaded ??= import('../../agent/token-desk').then((half) =>
      half.withTokens(pages, {
        of: async (host) => (await store()).secrets.get(`token:${host}`),
        fetch: (url, init) => fetch(url, init),
      }),
    );
    return await loaded;
  };
  return {
    ...pages,
    ask: async (page, message) => {
      const channel = 'channel' in message ? message.channel : null;
      // the first look at the screen does not wait for the store
      if (isGiven === null && message.type === 'look' && channel === 'page') {
        void read();
        return await pages.ask(page, message);
      }
      // what was signed for a token never leaves in another way, also when there is none any more
      const byToken = channel === 'token' || (isGiven ?? (await read()));
      return await (byToken ? await withTokens() : pages).ask(page, message);
    },
  };
}

/** Tells whether any token was given, now and whenever that changes. Resolves with the first answer. */
function follow(store: StoreSource, next: (isGiven: boolean) => void): Promise<boolean> {
  return new Promise((resolve, reject) => {
    store().then(
      ({ settings }) =>
        settings.live().subscribe(({ settings: { sites } }) => {
          const given = sites.some((site) => site.token);
          next(given);
          resolve(given);
        }, reject),
      reject,
    );
  });
}
