import type { AgentDeps, Pages } from '../../agent/deps';
import { type Agent, createAgent } from '../../agent/index';
import type { Engine } from '../../core/engine';
import type { Entry, Fact } from '../../core/entry';
import { ok, type Result, refuse } from '../../core/result';
import type { Store } from '../../storage/store';
import { gone } from './doc';
import { TAB, type World } from './world';

/** A panel of the world. Once it is dead nothing that it began reaches anything, and nothing comes back to it. */
export class Panel {
  alive = true;
  readonly agent: Agent;
  readonly store: Store;
  readonly #world: World;

  constructor(world: World, store: Store, engine: Engine) {
    this.#world = world;
    this.store = store;
    this.agent = createAgent(this.#deps(engine));
  }

  /** Closed or killed: its locks are free, its timers and waits lead nowhere. */
  die(): void {
    this.alive = false;
    for (const [name, owner] of this.#world.locks) if (owner === this) this.#world.locks.delete(name);
  }

  /** Waits a seeded little while, then does `work` if the panel still lives. */
  async #live<T>(work: () => Promise<T>): Promise<T> {
    const pauses = this.#world.random.below(3);
    for (let i = 0; i < pauses; i++) await new Promise((resolve) => setImmediate(resolve));
    this.#world.hooks.step?.();
    if (!this.alive) return gone();
    const value = await work();
    this.#world.hooks.step?.();
    return this.alive ? value : gone();
  }

  async #append(fact: Fact): Promise<Result<Entry>> {
    const written = await this.#appendAll([fact]);
    if (!written.ok) return written;
    const [entry] = written.value;
    if (!entry) throw new Error('one fact went in and no entry came out');
    return ok(entry);
  }

  async #appendAll(facts: readonly Fact[]): Promise<Result<Entry[]>> {
    const { hooks } = this.#world;
    const kinds = new Set<string>(facts.map((fact) => fact.kind));
    const ends = facts.some((fact) => ENDS.has(fact.kind));
    if (kinds.has('action.proposed')) hooks.pass('before proposed is written');
    if (kinds.has('approval.granted')) hooks.pass('clicked, before the signature is written');
    if (ends) hooks.pass('answered, before the outcome is written');
    if (!this.alive) return gone();
    const writing = this.store.appendAll(facts);
    if (kinds.has('action.started')) hooks.pass('started is being written');
    const written = await writing;
    if (kinds.has('action.proposed')) hooks.pass('proposed is written');
    if (kinds.has('action.started')) hooks.pass('started is written, nothing left');
    if (ends) hooks.pass('the outcome is written');
    return this.alive ? written : gone();
  }

  #deps(engine: Engine): AgentDeps {
    const { store } = this;
    const world = this.#world;
    return {
      log: {
        append: (fact) => this.#live(() => this.#append(fact)),
        appendAll: (facts) => this.#live(() => this.#appendAll(facts)),
      },
      reader: store,
      liveEnd: () => ({ subscribe: () => ({ unsubscribe: () => undefined }) }),
      drafts: {
        get: async () => null,
        save: async () => ok(undefined),
        remove: async () => ok(undefined),
      },
      settings: { get: () => store.settings.get(), setSession: async () => ok(undefined) },
      exportLog: async () => ({ name: '', file: new Blob([]) }),
      engine: async () => ok(engine),
      search: async () => [],
      macros: async () => [],
      articles: async () => [],
      knownHosts: async () => [],
      siteNote: async () => null,
      customTools: {
        load: async () => undefined,
        offered: async () => ({ ready: [], waiting: [] }),
        http: async () => refuse('tool-changed'),
      },
      pages: this.#pages(),
      tabs: {
        urlOf: async () => 'https://desk.example/tickets/7',
        load: async () => undefined,
        settled: async () => world.doc !== null,
      },
      permissions: { has: async () => true, request: async () => true },
      clock: { now: () => world.tick(), mono: () => world.now },
      newId: () => crypto.randomUUID(),
      badge: () => undefined,
      extensionVersion: '0.1.0',
      usable: Promise.resolve(),
      exclusively: (name, work) => this.#exclusively(name, work),
      heldNames: async () => [...world.locks.keys()],
    };
  }

  #pages(): Pages {
    const world = this.#world;
    return {
      attach: (tabId) =>
        this.#live(async () => (world.doc ? ok({ tabId, documentId: world.doc.id }) : refuse('no-page'))),
      ask: (page, message) =>
        this.#live(async () =>
          world.doc?.id === page.documentId ? await world.wire(message, world.doc) : refuse('no-page'),
        ),
      watch: () => () => undefined,
    };
  }

  async #exclusively<T>(name: string, work: () => Promise<T>): Promise<T | null> {
    const { locks } = this.#world;
    if (!this.alive) return gone();
    if (locks.has(name)) return null;
    locks.set(name, this);
    try {
      return await work();
    } finally {
      if (locks.get(name) === this) locks.delete(name);
    }
  }
}

const ENDS = new Set<string>(['action.done', 'action.failed', 'action.unknown']);

/** Opens a panel beside the tab, as a person does: it looks at the page and settles what was left. */
export async function openPanel(world: World, engine: Engine): Promise<Panel> {
  const panel = new Panel(world, await world.openStore(), engine);
  await panel.agent.follow(TAB);
  await panel.agent.recover([]);
  return panel;
}
