import { createBook } from './activity-book';
import type { AgentDeps } from './deps';
import type { ActivitySource, ActivityView } from './view';

type Next = (view: ActivityView) => void;
type Failed = (reason: unknown) => void;

/** While something is looked for, what was found further back is shown this often. Ms. */
const TELL_EVERY_MS = 150;

/** The facts of one click come close together, and reading and drawing them must not stand in its way. Ms. */
const GATHER_MS = 60;

/**
 * The actions of the log, newest first, folded and in words; again whenever the log grows, in any panel. What is
 * held here is a copy that can be thrown away: all of it is read from the log.
 */
export function activityOf(deps: AgentDeps): ActivitySource {
  const book = createBook(deps.reader);
  const listeners = new Set<{ next: Next; failed: Failed }>();
  let find = '';
  let looking = false;
  let watching: { unsubscribe(): void } | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let newest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tell = (): void => {
    const view = book.view(find);
    for (const { next } of listeners) next(view);
  };
  const fail = (reason: unknown): void => {
    for (const { failed } of listeners) failed(reason);
  };
  /** One thing after the other: a page further back and what is new are put into one book. */
  const inTurn = (work: () => Promise<boolean>): Promise<void> => {
    const mine = turn.then(async () => {
      if (await work()) tell();
    });
    turn = mine.catch(fail);
    return mine;
  };

  /** Reads on, back to the first entry, for as long as something is looked for. */
  async function lookBack(): Promise<void> {
    if (looking) return;
    looking = true;
    let told = deps.clock.mono();
    while (find !== '' && !book.complete()) {
      await inTurn(async () => {
        await book.further();
        const due = book.complete() || deps.clock.mono() - told >= TELL_EVERY_MS;
        if (due) told = deps.clock.mono();
        return due;
      });
    }
    looking = false;
    book.rest();
  }

  const readOn = (): void => {
    timer = undefined;
    void inTurn(() => book.upTo(newest)).catch(fail);
  };
  /** The log has grown. The first page is read at once. */
  const grown = (end: number): void => {
    newest = end;
    if (!book.begun()) readOn();
    else timer ??= setTimeout(readOn, GATHER_MS);
  };

  return {
    subscribe: (next, failed = () => undefined) => {
      const listener = { next, failed };
      listeners.add(listener);
      if (book.begun()) next(book.view(find));
      watching ??= deps.liveEnd().subscribe(grown, fail);
      return {
        unsubscribe: () => {
          listeners.delete(listener);
          if (listeners.size > 0) return;
          clearTimeout(timer);
          timer = undefined;
          watching?.unsubscribe();
          watching = null;
        },
      };
    },
    older: () => inTurn(() => book.older()),
    find: (words) => {
      find = words;
      if (book.begun()) tell();
      lookBack().catch(fail);
    },
  };
}
