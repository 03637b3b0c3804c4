import type { RecordRef } from '../core/record';
import type { Channel, EffectClass, Mode, Visibility } from '../core/words';

/** What policy judges: an action as the gate sees it. No page text, so no page text can talk it round. */
export interface ActionFacts {
  tool: string;
  class: EffectClass;
  channel: Channel;
  mode: Mode;
  /** Who asked: a model's call, a person's own click, or an undo. */
  origin: 'model' | 'person' | 'undo';
  offeredIn: readonly Mode[];
  audience: 'none' | 'team' | 'customer';
  money: boolean;
  held: boolean;
  record: RecordRef['type'];
  /** Of the box the action writes into; null when it writes into none. */
  visibility: Visibility | null;
  /** Recipients that are not the bound requester. */
  newRecipients: number;
  warnings: number;
}

/** From mild to strict. The strictest verdict of all rules wins, so their order never matters. */
export const VERDICTS = ['allow', 'ask', 'hold', 'confirm', 'refuse'] as const;
export type VerdictName = (typeof VERDICTS)[number];

export interface Rule {
  name: string;
  /** For the Settings page: what it does, in one sentence. */
  words: string;
  verdict: VerdictName;
  applies(action: ActionFacts): boolean;
}
