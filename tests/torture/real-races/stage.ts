import type { Page } from 'playwright';
import type { RacePlan, RaceTool } from './plan';
import type { Way } from './turns';

/** One thing that a helpdesk did on a request of this browser. */
export interface Effect {
  record: string;
  /** `reply`, `note`, or the name of what changed. */
  what: string;
  /** Of a message its text. */
  value: string;
  /** Epoch ms; null where the helpdesk does not say. */
  at: number | null;
}

/** What is asked for in one race, and what the helpdesk's ledger must say of it. */
export interface Wish {
  tool: RaceTool;
  arguments: Record<string, string>;
  what: string;
  /** Of a message, words that stand in it and in no other. */
  value: string;
}

/** A helpdesk with a record in it, as the races need it. Its own ledger is what judges. */
export interface Stage {
  readonly host: string;
  readonly record: string;
  /** Address of the record's page. */
  readonly url: string;
  /** How the panel names it. */
  readonly shownAs: string;
  /** The page's own reply box. */
  readonly box: string;
  wayOf(plan: RacePlan): Way;
  wish(plan: RacePlan): Wish;
  /** What the desk does with the request that acts. */
  spoil(plan: RacePlan): void;
  /** Of all effects since the start: what is in here is the ledger, in the order in which it was done. */
  effects(): Effect[];
  /** How many requests that write have come since the start. */
  writes(): number;
  /** True for a request by which the extension looks at the record, or asks before it writes. */
  looks(request: { method: string; type: string; headers: Record<string, string> }): boolean;
  /** Starts over: seeds, ledger and faults. */
  reset(): void;
  /** The page can be used. */
  drawn(tab: Page): Promise<void>;
  close(): Promise<void>;
}
