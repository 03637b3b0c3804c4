import type { AgentDeps, Pages } from '../../agent/deps';
import { createAgent } from '../../agent/index';
import { undoable } from '../../agent/undoable';
import type { FromPage, ToPage } from '../../bridge/messages';
import type { Article } from '../../core/article';
import type { EntryKind, Fact } from '../../core/entry';
import { foldActions } from '../../core/fold';
import type { Macro } from '../../core/macro';
import type { ActOutcome } from '../../core/outcome';
import { ok, type Result, refuse } from '../../core/result';
import { DEFAULT_SETTINGS } from '../../core/settings';
import { isEffect } from '../../core/tool';
import type { Store } from '../../storage/store';
import { act, prove } from '../../tools/parts/act';
import { TOOLS } from '../../tools/registry';
import { newProfile, openPanel } from '../storage/harness';
import { effectTool, type FakeDesk, fakeDesk, QUICK, ticket } from '../tools/support';

/** A tool call as a model would make it. */
export type Asked = { name: string; arguments: Record<string, unknown> };

/** A step after which nothing of the panel runs any more, as when it is closed. */
export type Death = `${'before' | 'after'} ${EntryKind | 'dispatch'}`;

/** One tab with one ticket, one log, any number of panels; what only a browser has is played here. */
export interface World {
  store: Store;
  desk: FakeDesk;
  /** Milliseconds on every panel's clock. */
  clock: { at: number };
  badges: string[];
  /** Keys of the acts that reached the page, once each time they did. */
  dispatched: string[];
  /** How the page answers an act from now on. */
  answers: 'all' | 'nothing' | 'never';
  /** What the page says, once, of a draft that it was given a moment before. */
  stays: () => Promise<boolean>;
  /** Macros of the helpdesk, and the person's own. */
  macros: Macro[];
  ownMacros: Macro[];
  articles: Article[];
  /** Since when the page’s ledger is kept; 0 is since ever, so that what is not in it never arrived. */
  since: number;
  /** The browser takes the locks of panels that are gone. */
  release(): void;
  /** The tab loads its page anew: the ledger of the old document is gone. */
  reload(): void;
  panel(options?: { calls?: Asked[]; dies?: Death }): Promise<Panel>;
  /** Kinds of all facts about actions, in the order in which they were written. */
  kinds(actionId?: string): Promise<string[]>;
}

export type Panel = Awaited<ReturnType<typeof openAgent>>;

let worlds = 0;

/** @param channel of everything but drafts, which go through the page in any case */
export async function newWorld(channel: 'session' | 'page' = 'session'): Promise<World> {
  const start = ticket();
  // A record of its own: actions of one record wait for each other, and those of a dead panel never end.
  worlds += 1;
  const record = { ...start.record, site: `fake-${worlds}` };
  const store = await openPanel(newProfile());
  const abilities = TOOLS.filter(isEffect).map((tool) => ({
    tool: tool.name,
    class: tool.class,
    channel: tool.class === 'R1' ? ('page' as const) : channel,
  }));
  const desk = fakeDesk({ ...start, record, abilities });
  const locks = new Map<string, object>();
  let ledger = new Map<string, Promise<ActOutcome>>();
  let document = 1;
  const world: World = {
    store,
    desk,
    clock: { at: 10_000 },
    badges: [],
    dispatched: [],
    answers: 'all',
    stays: async () => true,
    macros: [],
    ownMacros: [],
    articles: [],
    since: Number.MAX_SAFE_INTEGER,
    release: () => locks.clear(),
    reload: () => {
      document += 1;
      ledger = new Map();
      desk.now = { ...desk.now, documentId: `doc-${document}` };
    },
    panel: (options = {}) => openAgent(world, pages, locks, options),
    kinds: async (actionId) =>
      (await store.entries())
        .filter((e) => (actionId ? e.data.actionId === actionId : e.data.actionId !== undefined))
        .map((e) => e.kind),
  };
  const pages: Pages = {
    attach: async (tabId) => ok({ tabId, documentId: `doc-${document}` }),
    watch: () => () => undefined,
    ask: async (page, message) => {
      if (page.documentId !== `doc-${document}`) return refuse('no-page');
      return await answer(message);
    },
  };
  async function answer(message: ToPage): Promise<Result<FromPage>> {
    switch (message.type) {
      case 'look': {
        const seen = await desk.ports.reader.look();
        return seen.ok ? ok({ type: 'seen', seen: seen.value, sessionPossible: true }) : seen;
      }
      case 'open-composer':
        return ok({ type: 'opened', navigates: null });
      case 'macros':
        return ok({ type: 'macros', macros: world.macros });
      case 'outcome':
        return ok({
          type: 'outcome',
          outcome: (await ledger.get(message.key)) ?? null,
          since: world.since,
        });
      case 'act': {
        world.dispatched.push(message.key);
        if (world.answers === 'never') return refuse('no-answer');
        const known = ledger.get(message.key);
        const outcome =
          known ?? act({ ...callOf(message), binding: message.binding, ports: desk.ports, patience: QUICK });
        ledger.set(message.key, outcome);
        const done = await outcome;
        return world.answers === 'all'
          ? ok({ type: 'outcome', outcome: done, since: 0 })
          : refuse('no-answer');
      }
      case 'stays':
        return ok({ type: 'stays', stays: await world.stays() });
      case 'prove': {
        const { before, changes } = message;
        const lost = { outcome: 'unknown', refusal: { code: 'no-answer' } } as const;
        const all = { ...callOf(message), before, changes, answer: lost, ports: desk.ports, patience: QUICK };
        return ok({ type: 'outcome', outcome: await prove(all), since: 0 });
      }
    }
  }
  return world;
}

function callOf(message: { tool: string; input: string }) {
  const tool = effectTool(message.tool);
  return { tool, input: tool.input.parse(JSON.parse(message.input)) };
}

async function openAgent(
  world: World,
  pages: Pages,
  locks: Map<string, object>,
  { calls = [], dies }: { calls?: Asked[]; dies?: Death },
) {
  const me = {};
  const forever = new Promise<never>(() => undefined);
  /** The browser takes the locks of a panel that is gone. */
  const die = (): Promise<never> => {
    for (const [name, owner] of locks) if (owner === me) locks.delete(name);
    return forever;
  };
  const { store } = world;
  const dying = async <T>(facts: readonly Fact[], write: () => Promise<T>): Promise<T> => {
    if (facts.some(({ kind }) => dies === `before ${kind}`)) return await die();
    const written = await write();
    return facts.some(({ kind }) => dies === `after ${kind}`) ? await die() : written;
  };
  const deps: AgentDeps = {
    log: {
      ...store,
      append: (fact: Fact) => dying([fact], () => store.append(fact)),
      appendAll: (facts: readonly Fact[]) => dying(facts, () => store.appendAll(facts)),
    },
    reader: store,
    drafts: store.drafts,
    liveEnd: () => store.liveEnd(),
    settings: {
      get: async () => ({
        settings: { ...DEFAULT_SETTINGS, sites: [{ host: 'desk.example', session: true }] },
        words: null,
      }),
      setSession: async () => ok(undefined),
    },
    exportLog: async () => ({ name: 'log', file: new Blob([]) }),
    engine: async () =>
      ok({
        id: 'offline',
        label: 'scripted',
        model: 'scripted',
        async *step() {
          for (const [i, call] of calls.entries())
            yield {
              type: 'call',
              id: `c${i}`,
              name: call.name,
              argumentsText: JSON.stringify(call.arguments),
            };
          yield { type: 'end' };
        },
      }),
    search: async () => [],
    macros: async () => world.ownMacros,
    articles: async () => world.articles,
    knownHosts: async () => [],
    siteNote: async () => null,
    customTools: {
      load: async () => undefined,
      offered: async () => ({ ready: [], waiting: [] }),
      http: async () => refuse('tool-changed'),
    },
    pages: {
      ...pages,
      ask: async (page, message) => {
        if (message.type === 'act' && dies === 'before dispatch') return await die();
        const answered = await pages.ask(page, message);
        return message.type === 'act' && dies === 'after dispatch' ? await die() : answered;
      },
    },
    tabs: {
      urlOf: async () => world.desk.now.url,
      load: async () => undefined,
      settled: async () => true,
    },
    permissions: { has: async () => true, request: async () => true },
    clock: { now: () => world.clock.at, mono: () => world.clock.at },
    newId: () => crypto.randomUUID(),
    badge: (text) => void world.badges.push(text),
    extensionVersion: '0.0.0',
    usable: Promise.resolve(),
    exclusively: async (name, work) => {
      if (locks.has(name)) return null;
      locks.set(name, me);
      try {
        return await work();
      } finally {
        if (locks.get(name) === me) locks.delete(name);
      }
    },
    heldNames: async () => [...locks.keys()],
  };
  const agent = createAgent(deps);
  await agent.follow(1);
  const cards = () => agent.store.getState().cards;
  return {
    ...agent,
    deps,
    cards,
    alert: () => agent.store.getState().alert ?? '',
    /** As the panel's button does: the newest that can be taken back. False when there is none. */
    async undoLast(): Promise<boolean> {
      const action = undoable(foldActions(await store.entries())).at(-1);
      if (action) await agent.actions.undo(action.actionId);
      return action !== undefined;
    },
    /** Runs Review and lets the buttons arm. */
    async review(): Promise<void> {
      agent.actions.setMode('Review');
      await agent.actions.start();
      world.clock.at += 600;
    },
    /** Signs the card at this place, and comes back when all that follows is over (or the panel is gone). */
    async approve(at = 0): Promise<void> {
      const card = cards()[at];
      if (!card) throw new Error(`there is no card ${at}: ${agent.store.getState().alert}`);
      await over(agent.actions.approve(card.id));
    },
  };
}

/** Waits for work that may never end because its panel died: a second is long for a fake. */
export async function over(work: Promise<unknown>): Promise<void> {
  await Promise.race([work, new Promise((resolve) => setTimeout(resolve, 1000))]);
}
