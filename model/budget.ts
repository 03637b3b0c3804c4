import { isLocalAddress } from '../core/local-address';
import { ok, type Refusal, type Result, refuse } from '../core/result';
import type { Settings } from '../core/settings';

/** Micro-USD per million tokens. */
export interface Price {
  in: number;
  out: number;
}

export interface Caps {
  spendingMicroUsd: number;
  calls: number;
  ms: number;
}

/** Of one task, beside the spending limit that the person sets. */
export const TASK_CAPS = { calls: 20, ms: 10 * 60_000 };

export interface Budget {
  /** Before a request: may it be sent at all? Counts it when it may. */
  admit(inputTokens: number): Refusal | null;
  /** While the answer streams: is what it costs so far still within the limit? */
  allows(inputTokens: number, outputTokens: number): Refusal | null;
  /** After the answer. Returns its cost in micro-USD. */
  settle(inputTokens: number, outputTokens: number): number;
  /** Milliseconds left for this task. */
  timeLeft(): number;
}

/** What the configured model costs: nothing on this machine or network, else what Settings say. */
export function priceOf(settings: Pick<Settings, 'serverUrl' | 'priceIn' | 'priceOut'>): Result<Price> {
  const { serverUrl, priceIn, priceOut } = settings;
  if (URL.canParse(serverUrl.trim()) && isLocalAddress(new URL(serverUrl.trim()).hostname))
    return ok({ in: 0, out: 0 });
  if (priceIn === null || priceOut === null) return refuse('price-unknown');
  return ok({ in: priceIn, out: priceOut });
}

/** Rounded up, so that many small answers never look free. */
function costOf(price: Price, inputTokens: number, outputTokens: number): number {
  return Math.min(
    Number.MAX_SAFE_INTEGER,
    Math.ceil((inputTokens * price.in + outputTokens * price.out) / 1_000_000),
  );
}

/**
 * Tokens of a text without a tokenizer. English has about four bytes to a token, other scripts fewer letters but more
 * bytes; three is on the dear side for nearly all, which is the right side for a limit.
 */
export function estimateTokens(text: string): number {
  return Math.ceil(new TextEncoder().encode(text).length / 3);
}

/** The limits of one task: money, calls, time. `now` in milliseconds. */
export function createBudget(caps: Caps, price: Price, now: () => number): Budget {
  const startedAt = now();
  let spent = 0;
  let calls = 0;
  const over = (inputTokens: number, outputTokens: number) =>
    spent + costOf(price, inputTokens, outputTokens) > caps.spendingMicroUsd;
  return {
    admit(inputTokens) {
      if (calls >= caps.calls)
        return {
          code: 'over-budget',
          detail: `${caps.calls} answers of the model are the most for one task.`,
        };
      if (now() - startedAt >= caps.ms) return timeIsUp(caps.ms);
      if (over(inputTokens, 0)) return { code: 'over-budget' };
      calls += 1;
      return null;
    },
    allows: (inputTokens, outputTokens) => (over(inputTokens, outputTokens) ? { code: 'over-budget' } : null),
    settle(inputTokens, outputTokens) {
      const cost = costOf(price, inputTokens, outputTokens);
      spent += cost;
      return cost;
    },
    timeLeft: () => Math.max(0, caps.ms - (now() - startedAt)),
  };
}

export function timeIsUp(ms: number): Refusal {
  return { code: 'over-budget', detail: `One task may take ${Math.round(ms / 60_000)} minutes at most.` };
}
