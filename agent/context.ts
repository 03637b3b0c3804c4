import { createStore, type StoreApi } from 'zustand/vanilla';
import { recordKey } from '../core/record';
import type { Refusal } from '../core/result';
import { neverWriteWords } from '../policy/warnings';
import { type Card, noticeOf, viewOf } from './card';
import type { AgentDeps } from './deps';
import type { Desk } from './look';
import type { RunRecord } from './run-record';
import type { BindingView, DraftView, PanelState, RunView, SuggestionView } from './view';

/** What the panel holds about one record while it is open. Going to another record and back finds it again. */
export interface Workspace {
  key: string;
  draft: Omit<DraftView, 'warnings'>;
  /** Phrases that the note of this site says are never written. */
  neverWrite: string[];
  /** What an engine wrote last; a draft that equals it is not the person's own. */
  written: string;
  suggestions: SuggestionView[];
  cards: Card[];
  run: RunView;
  instructions: string;
}

const SETTLED = new Set<Card['status']>(['done', 'failed', 'unknown', 'cancelled', 'rejected']);

const EMPTY_DRAFT: Workspace['draft'] = {
  text: '',
  by: '',
  sources: [],
  incomplete: false,
  insertedBy: null,
};

/** What the parts of the agent share: the present desk, the workspaces, and the state that is shown. */
export interface Context {
  readonly deps: AgentDeps;
  readonly store: StoreApi<PanelState>;
  tabId: number | null;
  /** Runs that are not finished, by id. */
  readonly runs: Map<string, RunRecord>;
  /** Records that hold an action of which it is not known whether it happened, as far as was looked. */
  readonly unsettled: Set<string>;
  /** Called when a card has reached its end. */
  onSettled: (card: Card) => void;
  /** Called when a draft or instructions were changed. */
  onWritten: (workspace: Workspace) => void;
  desk: Desk | null;
  workspaces: Map<string, Workspace>;
  /** The workspace of the record on the screen. */
  workspace(): Workspace;
  findCard(cardId: string): { card: Card; workspace: Workspace } | null;
  change(card: Card, part: Partial<Card>): void;
  changeDraft(workspace: Workspace, part: Partial<Workspace['draft']>): void;
  changeRun(workspace: Workspace, run: RunView): void;
  setBinding(binding: BindingView): void;
  alert(refusal: Refusal | string | null): void;
  redraw(): void;
}

export function createContext(deps: AgentDeps): Context {
  const workspaces = new Map<string, Workspace>();
  const store = createStore<PanelState>(() => ({
    binding: { status: 'looking' },
    mode: 'Draft',
    instructions: '',
    run: { status: 'idle', words: '' },
    draft: { ...EMPTY_DRAFT, warnings: [] },
    suggestions: [],
    cards: [],
    alert: null,
    unsent: null,
  }));
  const context: Context = {
    deps,
    store,
    tabId: null,
    runs: new Map(),
    unsettled: new Set(),
    onSettled: () => undefined,
    onWritten: () => undefined,
    desk: null,
    workspaces,
    workspace: () => workspaceOf(workspaces, context.desk ? recordKey(context.desk.seen.record) : ''),
    findCard: (cardId) => {
      for (const workspace of workspaces.values()) {
        const card = workspace.cards.find((c) => c.actionId === cardId);
        if (card) return { card, workspace };
      }
      return null;
    },
    change: (card, part) => {
      Object.assign(card, part);
      context.redraw();
      if (part.status && SETTLED.has(part.status)) context.onSettled(card);
    },
    changeDraft: (workspace, part) => {
      workspace.draft = { ...workspace.draft, ...part };
      context.redraw();
      context.onWritten(workspace);
    },
    changeRun: (workspace, run) => {
      workspace.run = run;
      context.redraw();
    },
    setBinding: (binding) => store.setState({ binding }),
    alert: (said) => {
      const alert = said === null || typeof said === 'string' ? said : noticeOf(said);
      // What is drawn for nothing stands in the way of the click that comes with it.
      if (alert !== store.getState().alert) store.setState({ alert });
    },
    redraw: () => store.setState(project(context)),
  };
  return context;
}

function workspaceOf(workspaces: Map<string, Workspace>, key: string): Workspace {
  const known = workspaces.get(key);
  if (known) return known;
  const fresh: Workspace = {
    key,
    draft: EMPTY_DRAFT,
    neverWrite: [],
    written: '',
    suggestions: [],
    cards: [],
    run: { status: 'idle', words: '' },
    instructions: '',
  };
  workspaces.set(key, fresh);
  return fresh;
}

/** Cards of another record are shown only while a send of theirs is not over. */
function project(context: Context): Partial<PanelState> {
  const here = context.workspace();
  const away = [...context.workspaces.values()]
    .filter((w) => w !== here)
    .flatMap((w) =>
      w.cards.filter((c) => c.status === 'held' || c.status === 'paused' || c.status === 'running'),
    );
  const paused = away.find((c) => c.status === 'paused');
  return {
    draft: { ...here.draft, warnings: neverWriteWords(here.draft.text, here.neverWrite) },
    suggestions: here.suggestions,
    run: here.run,
    instructions: here.instructions,
    cards: [...away, ...here.cards].map(viewOf),
    unsent: paused
      ? { cardId: paused.actionId, words: `Not sent: your reply on ${viewOf(paused).recordWords}.` }
      : null,
  };
}
