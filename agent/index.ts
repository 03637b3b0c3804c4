import { type Activity, activityOf } from './activity';
import { approve, approveAll } from './approve';
import { actionData, noticeOf } from './card';
import { type Context, createContext } from './context';
import type { AgentDeps } from './deps';
import { editCard } from './edit';
import { createFollower } from './follow';
import { cancelSend, sendNow } from './hold';
import { insertDraft } from './insert';
import { recover } from './recover';
import { close, start, stop } from './run';
import { undo, undoLast } from './undo';
import { approvable, type PanelActions } from './view';

export interface Agent {
  store: Context['store'];
  actions: PanelActions;
  activity: Activity;
  /** Follows a tab from now on; null for none. */
  follow(tabId: number | null): Promise<void>;
  /** Settles what an earlier panel left open, and says it, after what the store itself noticed. */
  recover(findings: readonly string[]): Promise<void>;
}

/** The headless agent of one panel. */
export function createAgent(deps: AgentDeps): Agent {
  const context = createContext(deps);
  const follower = createFollower(context);
  context.onSettled = (card) => void endRunOf(context, card.runId, card.tool.name, card.status);
  const { store } = context;
  const actions: PanelActions = {
    setMode: (mode) => store.setState({ mode }),
    setInstructions: (text) => {
      context.workspace().instructions = text;
      store.setState({ instructions: text });
    },
    setDraft: (text) =>
      context.changeDraft(context.workspace(), { text, incomplete: false, insertedBy: null }),
    start: () => start(context),
    stop: () => stop(context),
    insertDraft: () => insertDraft(context),
    approve: (cardId) => approve(context, cardId),
    approveAll: () =>
      approveAll(
        context,
        approvable(store.getState().cards).map((card) => card.id),
      ),
    edit: (cardId, value) => void editCard(context, cardId, value),
    reject: (cardId, reason) => reject(context, cardId, reason),
    cancelSend: (cardId) => cancelSend(context, cardId),
    sendNow: (cardId) => sendNow(context, cardId),
    returnToUnsent: () => returnToUnsent(context),
    undo: (actionId) => undo(context, actionId),
    undoLast: () => undoLast(context),
    exportLog: async () => {
      const file = await deps.exportLog();
      await deps.log.append({
        kind: 'log.exported',
        runId: null,
        actor: { kind: 'user' },
        data: { name: file.name },
      });
      return file;
    },
    grantSite: async (origin) => {
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
  return {
    store,
    actions,
    activity: activityOf(deps),
    follow: follower.follow,
    recover: async (findings) => {
      const words = [...findings, await recover(context)].filter(Boolean).join(' ');
      if (words) context.alert(words);
    },
  };
}

async function reject(context: Context, cardId: string, reason: string): Promise<void> {
  const card = context.findCard(cardId)?.card;
  if (!card || card.status === 'running' || card.status === 'held' || card.status === 'done') return;
  context.change(card, { status: 'rejected' });
  await context.deps.log.append({
    kind: 'action.rejected',
    runId: card.runId,
    actor: { kind: 'user' },
    data: actionData(card),
    ...(reason ? { contents: { reason: { mediaType: 'text/plain', text: reason } } } : {}),
  });
  const found = context.findCard(cardId);
  if (found) found.workspace.cards = found.workspace.cards.filter((c) => c !== card);
  context.redraw();
}

/** A run ends when the engine's turn and all its cards have. */
async function endRunOf(context: Context, runId: string, tool: string, status: string): Promise<void> {
  const run = context.runs.get(runId);
  if (!run) return;
  const latencyMs = Math.round(context.deps.clock.now() - run.startedAt);
  run.steps.push({ type: 'action', tool, status, latencyMs, sources: [] });
  const open = [...context.workspaces.values()]
    .flatMap((w) => w.cards)
    .some(
      (c) =>
        c.runId === runId &&
        ['proposed', 'changed', 'confirm', 'running', 'held', 'paused'].includes(c.status),
    );
  if (!open && run.turnEnded) await close(context, run, status);
}

/** One click back to the ticket whose reply was not sent. */
async function returnToUnsent(context: Context): Promise<void> {
  const unsent = context.store.getState().unsent;
  const card = unsent ? context.findCard(unsent.cardId)?.card : undefined;
  if (!card) return;
  if (card.seen.url === '') return context.alert(noticeOf({ code: 'no-page' }));
  await context.deps.tabs.load(card.page.tabId, card.seen.url);
}
