import type { Entry } from '../../../core/entry';
import { faultsOf } from '../real/faults-of';
import type { Effect, Wish } from './stage';

interface Case {
  wish: Wish;
  /** The record for which it was signed. */
  record: string;
  /** What the helpdesk's ledger says was done in this race. */
  effects: readonly Effect[];
  /** For a draft, which reaches no server: how often its words stand in each box. */
  drafts: Record<string, number> | null;
  /** What our own log says. */
  entries: Entry[];
}

/** The helpdesk's ledger against what was signed, and the log against the ledger. */
export function judge({ wish, record, effects, drafts, entries }: Case): { count: number; wrong: string[] } {
  const wrong: string[] = [];
  let count = drafts?.[record] ?? 0;
  for (const effect of effects) {
    const { what, value } = effect;
    if (effect.record !== record) wrong.push(`on another record: ${what} “${value}” on ${effect.record}`);
    else if (what !== wish.what && isMessage(what) && isMessage(wish.what))
      wrong.push(`in the other voice: a ${what} instead of a ${wish.what}`);
    else if (what !== wish.what || !value.includes(wish.value))
      wrong.push(`not asked for: ${what} “${value}”`);
    if (value.split(wish.value).length > 2) wrong.push('its words stand twice in one message');
    count += 1;
  }
  for (const [where, times] of Object.entries(drafts ?? {}))
    if (where !== record && times > 0)
      wrong.push(`on another record: the draft stands in the box of ${where}`);
  // A run that waits for the person is owed nothing.
  wrong.push(...faultsOf(entries, count).filter((fault) => !fault.startsWith('left open: run')));
  return { count, wrong };
}

const isMessage = (what: string): boolean => what === 'reply' || what === 'note';
