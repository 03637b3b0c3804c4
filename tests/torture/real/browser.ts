import { mkdtemp, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Launched, launchWithExtension } from '../../../scripts/browser/launch.mjs';

/** A browser whose profile outlives it, and which can be killed as by a power cut. */
export class Mortal {
  readonly profile: string;
  readonly #build: string;
  #launched: Launched | null = null;

  private constructor(profile: string, build: string) {
    this.profile = profile;
    this.#build = build;
  }

  static async create(build: string): Promise<Mortal> {
    return new Mortal(await mkdtemp(join(tmpdir(), 'countersign-torture-')), build);
  }

  get running(): boolean {
    return this.#launched !== null;
  }

  get now(): Launched {
    if (!this.#launched) throw new Error('the browser is not running');
    return this.#launched;
  }

  async start(): Promise<Launched> {
    if (this.#launched) return this.#launched;
    const launched = await launchWithExtension({
      extensionDir: this.#build,
      userDataDir: this.profile,
      log: () => undefined,
    });
    this.#launched = launched;
    // However it ends: what is gone is not closed once more.
    launched.context.once('close', () => {
      this.#launched = null;
    });
    return launched;
  }

  /** `kill -9` of the very process that holds this profile, and of nothing else. Resolves when it is gone. */
  async kill(): Promise<void> {
    const pid = Number((await readlink(join(this.profile, 'SingletonLock'))).split('-').at(-1));
    if (!Number.isInteger(pid) || pid < 2) throw new Error('nobody holds this profile');
    const gone = new Promise<void>((resolve) => this.now.context.once('close', () => resolve()));
    process.kill(pid, 'SIGKILL');
    await gone;
    this.#launched = null;
  }

  async close(): Promise<void> {
    await this.#launched?.close();
    this.#launched = null;
  }

  async discard(): Promise<void> {
    await this.close();
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
