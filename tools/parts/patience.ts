/** How long the record is read back until the effect shows. Milliseconds. */
export interface Patience {
  proofMs: number;
  pollMs: number;
  /** After the proof: how long the helpdesk's own rules are given to fire. */
  rulesMs: number;
}

export const PATIENCE: Patience = { proofMs: 10_000, pollMs: 250, rulesMs: 1_500 };

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
