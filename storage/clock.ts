/** What the store takes from outside, so that a test can hold it still. */
export interface Clock {
  now(): Date;
  /** Unpredictable bytes: salts. */
  random(length: number): Uint8Array;
}

export const systemClock: Clock = {
  now: () => new Date(),
  random: (length) => crypto.getRandomValues(new Uint8Array(length)),
};
