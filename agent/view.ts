import type { Source } from '../core/engine';
import type { Observation } from '../core/observation';
import type { Change } from '../core/tool';
import type { Channel, EffectClass, Mode, Visibility } from '../core/words';

/** What the panel shows that is not a fact in the log. Facts reach it as `ActivityItem`s. */
export interface PanelState {
  binding: BindingView;
  mode: Mode;
  instructions: string;
  run: RunView;
  draft: DraftView;
  suggestions: SuggestionView[];
  cards: CardView[];
  /** Something the person must know now, with what to do next; null when all is well. */
  alert: string | null;
  /** Not sent, and another record is open: shown in the record region with one button back. */
  unsent: { cardId: string; words: string } | null;
}

/** The tools of an admin's files on the record that is open. */
export interface OwnTools {
  /** What they do, in words with gaps: `Look up order …`. */
  ready: string[];
  /** The same of those that lack the person's leave for their host, or their key. */
  waiting: string[];
}

export type BindingView =
  /** No tab, or a page that no extension may read. */
  | { status: 'none'; words: string }
  /** The site is not granted yet. */
  | { status: 'needs-permission'; origin: string }
  | { status: 'looking' }
  /**
   * A record was found, or a document without one (`seen.record.type === 'document'`); `key` is its `recordKey`.
   * `sessionAllowed` is null until the saved choice was read.
   */
  | {
      status: 'bound';
      seen: Observation;
      key: string;
      sessionAllowed: boolean | null;
      sessionPossible: boolean;
      /** What the tools of an admin's files offer here; null until they were read. */
      ownTools: OwnTools | null;
    };

export interface RunView {
  status: 'idle' | 'running' | 'done' | 'stopped' | 'failed';
  /** Progress or outcome in words, for the status region. */
  words: string;
}

export interface DraftView {
  text: string;
  /** Who wrote it, in words: "Written offline from your macros. No language model was used." */
  by: string;
  sources: Source[];
  /** What it holds and should not, in words. */
  warnings: string[];
  incomplete: boolean;
  /** The action that put it into the box, if it is there now. */
  insertedBy: string | null;
}

export interface SuggestionView {
  id: string;
  title: string;
  text: string;
  source: Source | null;
}

export type CardStatus =
  | 'proposed'
  /** Something it was bound to changed; the change is marked and needs a new click. */
  | 'changed'
  /** Approve all left it out: a second, confirming click that names it. */
  | 'confirm'
  | 'running'
  | 'held'
  /** Held, and the person moved on to another record. */
  | 'paused'
  | 'done'
  | 'failed'
  | 'unknown'
  | 'cancelled'
  | 'rejected';

/** The three values of a field that somebody changed since we did. */
export interface ConflictView {
  id: string;
  field: string;
  before: string | null;
  ours: string | null;
  now: string | null;
  /** Which shall stand when the card is approved. */
  choice: 'before' | 'now';
}

/** One step of a card that has several. */
export type CardPartView = Pick<
  CardView,
  'id' | 'title' | 'changes' | 'body' | 'class' | 'channel' | 'status' | 'notice'
>;

/** One card, one effect; or one macro, whose steps it lists. */
export interface CardView {
  id: string;
  tool: string;
  title: string;
  class: EffectClass;
  channel: Channel;
  account: string;
  recordWords: string;
  changes: Change[];
  /** The text that will be posted, exactly; null when the action posts none. */
  body: string | null;
  visibility: Visibility | null;
  recipients: string[];
  /** The steps of a macro, in order; empty for everything else. */
  parts: CardPartView[];
  /** The part a person may edit, with its choices; null when there is none. */
  editable: { value: string; options: string[] | null; multiline: boolean } | null;
  /** What somebody changed since of the values that this card would put back, one a field. */
  conflicts: ConflictView[];
  /** Undo in words, known before approval: "Undo puts “open” back." */
  undoWords: string;
  /** Where it goes when that is not the helpdesk, and as whom. */
  server: string | null;
  /** The amount in words when it moves money. */
  money: string | null;
  /** It asks for a second, confirming click, and stays out of `Approve all`. */
  confirms: boolean;
  warnings: string[];
  status: CardStatus;
  /** Field names that changed since the card was drawn. */
  marked: string[];
  /** Why it failed, what was noticed, what to do next. */
  notice: string | null;
  /** `performance.now()` from which the buttons may be used: 600 ms after a change. */
  armedAt: number;
  /** Epoch ms at which a held send leaves; null when none is held. */
  holdEndsAt: number | null;
}

/** One action of the log, folded to its present state. */
export interface ActivityItem {
  actionId: string;
  runId: string | null;
  at: string;
  title: string;
  tool: string;
  class: EffectClass;
  channel: Channel;
  account: string;
  recordWords: string;
  /** `recordKey` of the record. */
  recordKey: string;
  status: 'proposed' | 'running' | 'done' | 'failed' | 'unknown' | 'not-sent' | 'rejected' | 'undone';
  changes: Change[];
  /** What the helpdesk's own rules did after our write. */
  observed: string[];
  /** Why it failed or cannot be taken back, in words. */
  words: string | null;
  /** Not certain, and only a person can say: what was looked for and found, as a question. */
  question: string | null;
  undo: 'possible' | 'redo' | 'done' | 'no';
  /** What the Undo button does: "Undo" or "Add a “please disregard” note". */
  undoLabel: string;
  /** The action it takes back, when it is an undo itself, and that action's title. */
  undoes: string | null;
  /** The macro that it is a step of. */
  partOf: string | null;
  tookBack: string | null;
  /** What can be done about an action that cannot be taken back; null where nothing is offered. */
  repair: 'correction' | null;
}

/** The part of the activity that was read, newest first. */
export interface ActivityView {
  all: ActivityItem[];
  /** Those that match what is looked for; all of them otherwise. */
  items: ActivityItem[];
  /** The words that these were found by; empty for all. */
  find: string;
  /** Nothing older is left to read. */
  complete: boolean;
}

/** Where the activity comes from: the log. */
export interface ActivitySource {
  /** Calls `next` with what was read so far, and again whenever it changes. */
  subscribe(next: (view: ActivityView) => void, failed?: (reason: unknown) => void): { unsubscribe(): void };
  /** Reads one page further back. */
  older(): Promise<void>;
  /** Shows only what holds these words, back to the first entry; empty words end it. */
  find(words: string): void;
}

/** Everything a person can do in the panel. All clicks must be trusted ones; the components check that. */
export interface PanelActions {
  setMode(mode: Mode): void;
  setInstructions(text: string): void;
  setDraft(text: string): void;
  /** The mode's main action. */
  start(): Promise<void>;
  stop(): void;
  /** The button for the next one goes down: what its click will wait for is asked for. Changes nothing. */
  pressInsert(): void;
  insertDraft(): Promise<void>;
  approve(cardId: string): Promise<void>;
  approveAll(): Promise<void>;
  edit(cardId: string, value: string): void;
  reject(cardId: string, reason: string): Promise<void>;
  cancelSend(cardId: string): Promise<void>;
  sendNow(cardId: string): Promise<void>;
  /** Brings the tab back to the record of an unsent card. */
  returnToUnsent(): Promise<void>;
  undo(actionId: string): Promise<void>;
  /** The person looked and says whether an action that is not certain was done. Nothing is done. */
  settle(actionId: string, wasDone: boolean): Promise<void>;
  /** Takes back everything of one run that can be taken back, the last first. */
  undoRun(runId: string): Promise<void>;
  /** Which value shall stand where somebody changed ours since. */
  choose(cardId: string, conflictId: string, choice: ConflictView['choice']): void;
  /** Makes ready to write a correction of a reply that was sent. Sends nothing. */
  correct(actionId: string): Promise<void>;
  /** The whole log as a file. */
  exportLog(): Promise<{ name: string; file: Blob }>;
  /** Asks the browser for this site; must be called inside the click. */
  grantSite(origin: string): Promise<void>;
  allowSession(host: string, allowed: boolean): Promise<void>;
  dismissAlert(): void;
}

/** How many cards `Approve all (n)` would sign now. */
export function approvable(cards: readonly CardView[]): CardView[] {
  return cards.filter((c) => c.status === 'proposed' && c.warnings.length === 0 && !c.confirms);
}
