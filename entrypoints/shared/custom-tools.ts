import type { CustomTools, Pages } from '../../agent/deps';
import type { StoreSource } from './lazy-store';

/** The tools of files in the panel. What makes them is loaded when there is one at all. */
export function panelTools(store: StoreSource): CustomTools {
  const half = () => import('./custom-half');
  return {
    load: async () => {
      const kept = await (await store()).customTools.all();
      if (kept.length > 0 || loadedBefore) await (await half()).putAmongTools(kept);
      loadedBefore ||= kept.length > 0;
    },
    offered: async (seen) => {
      const kept = await (await store()).customTools.all();
      return kept.length === 0
        ? { ready: [], waiting: [] }
        : (await half()).offeredOn(await store(), kept, seen);
    },
    http: async (tool, key, signed) => (await half()).wayTo(await store(), tool, key, signed),
  };
}

let loadedBefore = false;

/** Pages whose panel also acts by tools of files; everything else goes on as it came. */
export function pagesWithTools(pages: Pages, tools: CustomTools): Pages {
  let loaded: Promise<Pages> | null = null;
  return {
    ...pages,
    ask: async (page, message) => {
      // a look is the page's own in any case
      if (message.type === 'look' || message.type === 'open-composer') return await pages.ask(page, message);
      // before a file was loaded nothing here can be about a tool of one
      if (!loadedBefore) return await pages.ask(page, message);
      loaded ??= import('../../agent/custom/desk').then(({ withCustomTools }) =>
        withCustomTools(pages, tools),
      );
      return await (await loaded).ask(page, message);
    },
  };
}
