import type { Entry } from '../core/entry';
import type { LogReader } from '../storage/read';

/** Entries in a read: a few milliseconds of work, so that no frame is lost to one. */
const STRETCH = 100;

/** Actions in a read where proposals are far apart. */
const PAGE = 25;

/** After so many entries without a proposal it is looked up where the next one is: a list as long as the log. */
const BARE = 2 * STRETCH;

/** So many entries without a proposal are read through to the next one; more are left out. */
const GAP = 5 * STRETCH;

/** The log from one end back to its first entry, an action at a time and each of them whole. */
export interface Back {
  /** All entries of some more actions, each action's by seq; none left when `complete`. Reads about so many. */
  next(entries?: number): Promise<Entry[]>;
  /** Nothing older is left to read. */
  complete(): boolean;
  /** How far back it came: seq of the oldest proposal that was read, or may have been. */
  at(): number;
}

/**
 * One request for a stretch of the log is many times quicker than one for each action in it. What became of an action
 * stands after its proposal, so whoever has read everything from there on has the whole of it. Once a long stretch
 * without proposals is left out that holds no longer, and actions are asked for one by one.
 */
export function readBack(reader: LogReader, end: number): Back {
  let at = end;
  let isWhole = true;
  /** Seqs of the proposals that were not read yet, rising; null for as long as they lie close together. */
  let unread: number[] | null = null;
  /** Entries that were read since a proposal was met. */
  let bare = 0;
  /** What became of actions whose proposals lie further back. */
  const later = new Map<string, Entry[]>();

  async function stretch(from: number): Promise<Entry[]> {
    const entries = await reader.entries({ from, to: at - 1 });
    const isBare = entries.every(({ kind }) => kind !== 'action.proposed');
    bare = isBare ? bare + at - from : 0;
    at = from;
    const whole: Entry[] = [];
    for (const [id, own] of byAction(entries)) {
      const all = [...own, ...(later.get(id) ?? [])];
      if (own.some(({ kind }) => kind === 'action.proposed')) {
        later.delete(id);
        whole.push(...all);
      } else later.set(id, all);
    }
    return whole;
  }

  async function page(seqs: readonly number[]): Promise<Entry[]> {
    const entries = await reader.entriesOfProposals(seqs);
    at = seqs[0] ?? 0;
    later.clear();
    return entries.filter((entry) => entry.seq < end);
  }

  return {
    async next(entries = STRETCH) {
      if (bare < BARE) return await stretch(Math.max(0, at - entries));
      unread ??= await reader.proposals();
      while ((unread.at(-1) ?? -1) >= at) unread.pop();
      const newest = unread.at(-1);
      if (newest === undefined) {
        at = 0;
        return [];
      }
      isWhole &&= at + bare - newest <= GAP;
      return isWhole
        ? await stretch(Math.max(0, Math.min(newest, at - entries)))
        : await page(unread.slice(-PAGE));
    },
    complete: () => at === 0,
    at: () => at,
  };
}

function byAction(entries: readonly Entry[]): Map<string, Entry[]> {
  const actions = new Map<string, Entry[]>();
  for (const entry of entries) {
    const { actionId } = entry.data;
    if (typeof actionId !== 'string') continue;
    const known = actions.get(actionId);
    if (known) known.push(entry);
    else actions.set(actionId, [entry]);
  }
  return actions;
}
