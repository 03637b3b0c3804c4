import * as z from 'zod/mini';
import type { Clock } from './clock';
import type { Head } from './database';

/** What was once known about the log and is not there any more. Kept for good. */
export const Loss = z.strictObject({
  noticedAt: z.string(),
  /** The end of the log as it was last seen, and when. */
  was: z.strictObject({ count: z.int(), hash: z.string(), at: z.string() }),
  /** How many entries were found instead. */
  found: z.int(),
});
export type Loss = z.infer<typeof Loss>;

/** The end of the log, remembered in a second place: a chain alone cannot tell that its tail was cut. */
export const Anchor = z.strictObject({
  count: z.int(),
  hash: z.string(),
  at: z.string(),
  installationId: z.string(),
  losses: z.array(Loss),
});
export type Anchor = z.infer<typeof Anchor>;

/** The second place. In the extension: `chrome.storage.local`. */
export interface AnchorPort {
  /** What was written last, unparsed; undefined or null when nothing was. */
  read(): Promise<unknown>;
  write(anchor: Anchor): Promise<void>;
}

/** The part of `chrome.storage.local` that is used here. */
export interface StorageArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

const KEY = 'logAnchor';

/** The port over `chrome.storage.local` (or `browser.storage.local`). */
export function anchorIn(area: StorageArea): AnchorPort {
  return {
    read: async () => (await area.get(KEY))[KEY],
    write: (anchor) => area.set({ [KEY]: anchor }),
  };
}

/**
 * Writes the anchor behind the log, one write at a time, the newest end only: an append does not wait for it.
 * An anchor that lags is harmless (the log is longer than it says), so a failed write is kept as words, not thrown.
 */
export class AnchorKeeper {
  /** Why the anchor could not be kept, in words; null while it can. */
  trouble: string | null = null;

  #next: Head | null = null;
  #writing: Promise<void> | null = null;
  readonly #port: AnchorPort;
  readonly #clock: Clock;
  /** Whose log, and what is known to be lost. Null until the log was looked at: nothing is written before. */
  #owner: Pick<Anchor, 'installationId' | 'losses'> | null = null;

  constructor(port: AnchorPort, clock: Clock) {
    this.#port = port;
    this.#clock = clock;
  }

  /** After the log was looked at. */
  adopt(installationId: string, losses: Loss[]): void {
    this.#owner = { installationId, losses };
  }

  /** What is known to be missing. */
  get losses(): readonly Loss[] {
    return this.#owner?.losses ?? [];
  }

  /** The log ends here now. */
  note(head: Head): void {
    if (!this.#owner) return;
    this.#next = head;
    this.#writing ??= this.#drain(this.#owner);
  }

  /** Resolves when everything noted so far was written, or could not be. */
  async flush(): Promise<void> {
    while (this.#writing) await this.#writing;
  }

  async #drain(owner: Pick<Anchor, 'installationId' | 'losses'>): Promise<void> {
    while (this.#next) {
      const head = this.#next;
      this.#next = null;
      try {
        await this.#port.write({ ...head, at: this.#clock.now().toISOString(), ...owner });
        this.trouble = null;
      } catch (error) {
        this.trouble = `The end of the log could not be remembered outside it: ${String(error)}`;
      }
    }
    this.#writing = null;
  }
}
