import { choose } from './choose';
import { type Context, createContext } from './context';
import type { AgentDeps } from './deps';
import { createFollower } from './follow';
import { keepDrafts } from './kept-draft';
import { type ActivitySource, approvable, type PanelActions } from './view';

export interface Agent {
  store: Context['store'];
  actions: PanelActions;
  activity: ActivitySource;
  /** Follows a tab from now on; null for none. */
  follow(tabId: number | null): Promise<void>;
  /** Keeps at once what is being written: the panel may be gone in a moment. */
  keep(): Promise<void>;
  /**
   * Settles what an earlier panel left open, and says it, after what the store itself noticed.
   * @param isReadable false when the log cannot be read at all, so that there is nothing to settle
   */
  recover(findings: readonly string[], isReadable?: boolean): Promise<void>;
}

const READING = 'Reading the ticket…';

let heavyHalf: Promise<typeof import('./walk')> | null = null;

/** Kept: even a module that is there is handed out by the browser a task later, and that task may wait for a redraw. */
function walk(): Promise<typeof import('./walk')> {
  heavyHalf ??= import('./walk').catch((error) => {
    heavyHalf = null;
    throw error;
  });
  return heavyHalf;
}

/** The headless agent of one panel. */
export function createAgent(deps: AgentDeps): Agent {
  const context = createContext(deps);
  const keeper = keepDrafts(context);
  context.onWritten = keeper.written;
  const follower = createFollower(context, {
    recordChanged: (key) => {
      void walk().then((w) => w.recordChanged(context, key));
      void keeper.restore(context.workspace());
      // Nothing of the log is read before the panel can be used.
      void deps.usable.then(walk).then((w) => w.lookAgain(context));
    },
    looked: (key) => {
      if (context.unsettled.has(key)) void walk().then((w) => w.lookAgain(context));
    },
  });
  context.onSettled = (card) => {
    const there = context.findCard(card.actionId)?.workspace;
    // The answer is given: what was written for it is not to come back.
    if (there && card.status === 'done' && card.tool.name === 'send_reply') void keeper.used(there);
    void walk().then(async (w) => {
      await w.endRunOf(context, card);
      if (card.status === 'unknown') await w.lookAgain(context);
    });
  };
  return {
    store: context.store,
    actions: actionsOf(context, follower),
    activity: lateActivity(deps),
    follow: follower.follow,
    keep: keeper.flush,
    recover: async (findings, isReadable = true) => {
      // Said before anything is read: where the log cannot be, reading it would only end this.
      if (findings.length > 0) context.alert(findings.join(' '));
      if (!isReadable) return;
      const { lookAgain, recover } = await walk();
      const words = [...findings, await recover(context)].filter(Boolean).join(' ');
      if (words) context.alert(words);
      await lookAgain(context);
    },
  };
}

function actionsOf(context: Context, follower: ReturnType<typeof createFollower>): PanelActions {
  const { deps, store } = context;
  return {
    setMode: (mode) => store.setState({ mode }),
    setInstructions: (text) => {
      const here = context.workspace();
      here.instructions = text;
      store.setState({ instructions: text });
      context.onWritten(here);
    },
    setDraft: (text) =>
      context.changeDraft(context.workspace(), { text, incomplete: false, insertedBy: null }),
    start: async () => {
      // Said at once: the first run of a panel loads the heavy half before it reads.
      const early = context.workspace();
      context.changeRun(early, { status: 'running', words: READING });
      await firstLook(context);
      const here = context.workspace();
      // Asked before it was known which record is open: the run is that record's.
      if (here !== early) {
        here.instructions ||= early.instructions;
        context.changeRun(early, { status: 'idle', words: '' });
      }
      if (!context.desk) return context.changeRun(early, { status: 'idle', words: '' });
      await (await walk()).start(context);
    },
    stop: () => void walk().then((w) => w.stop(context)),
    pressInsert: () => void walk().then((w) => w.press(context)),
    insertDraft: async () => (await walk()).insertDraft(context),
    approve: async (cardId) => (await walk()).approve(context, cardId),
    approveAll: async () => {
      const ids = approvable(store.getState().cards).map((card) => card.id);
      await (await walk()).approveAll(context, ids);
    },
    edit: (cardId, value) => void walk().then((w) => w.editCard(context, cardId, value)),
    reject: async (cardId, reason) => (await walk()).reject(context, cardId, reason),
    cancelSend: async (cardId) => (await walk()).cancelSend(context, cardId),
    sendNow: async (cardId) => (await walk()).sendNow(context, cardId),
    returnToUnsent: async () => (await walk()).returnToUnsent(context),
    undo: async (actionId) => (await walk()).undo(context, actionId),
    settle: async (actionId, wasDone) => (await walk()).settleByPerson(context, actionId, wasDone),
    undoRun: async (runId) => (await walk()).undoRun(context, runId),
    choose: (cardId, conflictId, choice) => choose(context, cardId, conflictId, choice),
    correct: async (actionId) => (await walk()).correct(context, actionId),
    exportLog: async () => {
      const file = await deps.exportLog();
      const data = { name: file.name };
      await deps.log.append({ kind: 'log.exported', runId: null, actor: { kind: 'user' }, data });
      return file;
    },
    grantSite: async (origin) => {
      // Nothing may come before this call: the browser asks only inside a click.
      if (!(await deps.permissions.request(origin))) return;
      await deps.log.append({ kind: 'site.granted', runId: null, actor: { kind: 'user' }, data: { origin } });
      await follower.follow(context.tabId);
    },
    allowSession: async (host, allowed) => {
      const saved = await deps.settings.setSession(host, allowed);
      if (!saved.ok) context.alert(saved.refusal);
      await follower.refresh();
    },
    dismissAlert: () => context.alert(null),
  };
}

/** Resolves when the panel knows what is open, or that nothing can be read. */
function firstLook({ store }: Context): Promise<void> {
  return new Promise((resolve) => {
    const done = (): boolean => store.getState().binding.status !== 'looking';
    if (done()) return resolve();
    const stop = store.subscribe(() => {
      if (!done()) return;
      stop();
      resolve();
    });
  });
}

/** The list of receipts, whose reading comes with the heavy half. Unsubscribing before it is there is heeded. */
function lateActivity(deps: AgentDeps): ActivitySource {
  let source: Promise<ActivitySource> | null = null;
  const ready = (): Promise<ActivitySource> => {
    source ??= deps.usable.then(walk).then(({ activityOf }) => activityOf(deps));
    return source;
  };
  return {
    subscribe: (next, failed) => {
      let over = false;
      let inner: { unsubscribe(): void } | null = null;
      ready().then((activity) => {
        if (!over) inner = activity.subscribe(next, failed);
      }, failed);
      return {
        unsubscribe: () => {
          over = true;
          inner?.unsubscribe();
        },
      };
    },
    older: async () => (await ready()).older(),
    find: (words) => void ready().then((activity) => activity.find(words)),
  };
}
