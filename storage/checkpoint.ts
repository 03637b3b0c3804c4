import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Entry } from '../core/entry';
import type { AnchorKeeper } from './anchor';
import { base64url, fromBase64url } from './base64url';
import type { Clock } from './clock';
import type { Database } from './database';
import { inChain } from './log';
import { readHead, readInstallation, writeFacts } from './write';

/** An entry is signed at least this often: someone who writes the chain anew needs the key, and not only the time. */
const CHECKPOINT_EVERY = 200;

/** A checkpoint stands at most so many entries behind what it signs; a reader refuses one that lags more. */
const FURTHEST = 1000;

const ALGORITHM = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** What a checkpoint's signature stands under. */
function signedText(installationId: string, seq: number, hash: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(utf8ToBytes(`countersign-checkpoint\n1\n${installationId}\n${seq}\n${hash}`));
}

/** Signs the end of the chain every so often, behind the appends: no effect waits for it. */
export class Checkpoints {
  #due: Entry | null = null;
  #writing: Promise<void> | null = null;
  readonly #db: Database;
  readonly #anchor: AnchorKeeper;
  readonly #clock: Clock;
  readonly #every: number;

  constructor(db: Database, anchor: AnchorKeeper, clock: Clock, every = CHECKPOINT_EVERY) {
    this.#db = db;
    this.#anchor = anchor;
    this.#clock = clock;
    this.#every = every;
  }

  /** To be called with what was written. The panel whose write passes the mark makes the checkpoint. */
  note(written: readonly Entry[]): void {
    const mark = written.findLast((entry) => (entry.seq + 1) % this.#every === 0);
    if (!mark) return;
    // One at a time, and the newest: while many are written, those in between would come too late to say anything.
    this.#due = mark;
    this.#writing ??= this.#drain();
  }

  /** Resolves when those that were due are written, or could not be. */
  async flush(): Promise<void> {
    await this.#writing;
  }

  async #drain(): Promise<void> {
    while (this.#due) {
      const mark = this.#due;
      this.#due = null;
      await this.#sign(mark);
    }
    this.#writing = null;
  }

  async #sign({ seq, hash }: Entry): Promise<void> {
    const { privateKey, id } = (await readInstallation(this.#db)) ?? {};
    if (!privateKey || id === undefined) return;
    const signature = await crypto.subtle.sign(ALGORITHM, privateKey, signedText(id, seq, hash));
    const data = { seq, hash, signature: base64url(new Uint8Array(signature)) };
    // Refused (no room, a newer version): then this one is not made. The chain holds without it.
    await inChain(this.#db, this.#anchor, async () => {
      const head = await readHead(this.#db);
      if (head === null || head.count - seq > FURTHEST) return [];
      return await writeFacts(
        this.#db,
        [{ kind: 'log.checkpoint', runId: null, actor: { kind: 'system' }, data }],
        this.#clock,
      );
    });
  }
}

/** Does a checkpoint's signature hold under this key? */
export async function checkpointHolds(
  publicKey: JsonWebKey,
  installationId: string,
  { seq, hash, signature }: { seq: number; hash: string; signature: string },
): Promise<boolean> {
  const key = await crypto.subtle.importKey('jwk', publicKey, { name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'verify',
  ]);
  const bytes = fromBase64url(signature);
  return bytes !== null && crypto.subtle.verify(ALGORITHM, key, bytes, signedText(installationId, seq, hash));
}
