import type { Entry, JsonValue } from './entry';
import { RecordRef } from './record';
import { Channel, EffectClass } from './words';

export type ActionStatus =
  | 'proposed'
  /** Signed, and not begun: "not sent", unless a hold is counting down. */
  | 'approved'
  /** Begun without an answer yet; after a crash this is settled by looking, never by trying again. */
  | 'started'
  | 'done'
  | 'failed'
  | 'unknown'
  | 'rejected'
  | 'cancelled';

/** What the entries of one action add up to. */
export interface ActionState {
  actionId: string;
  runId: string | null;
  tool: string;
  /** Null where the entries do not say, or say something unheard of; likewise `channel` and `record`. */
  class: EffectClass | null;
  channel: Channel | null;
  account: string;
  record: RecordRef | null;
  /** When it was proposed. */
  at: string;
  /** Seqs of its first and last entry: the order of things is theirs, not the clock's. */
  seq: number;
  lastSeq: number;
  status: ActionStatus;
  /** `data.reason` of the entry that gave it its status. */
  reason: string | null;
  /** The action that this one takes back. */
  undoes: string | null;
  /** The action that took this one back, and was not taken back itself. */
  undoneBy: string | null;
  /** Content hashes by name (`before`, `after`, `input`, …); a later entry's stands over an earlier one's. */
  contents: Record<string, string>;
  /** The `data` of its entries, merged in their order. */
  data: { [key: string]: JsonValue };
}

/** What each kind makes of an action. */
const STATUS_OF: ReadonlyMap<string, ActionStatus> = new Map([
  ['action.proposed', 'proposed'],
  ['approval.granted', 'approved'],
  ['policy.granted', 'approved'],
  ['action.rejected', 'rejected'],
  ['policy.refused', 'rejected'],
  ['action.cancelled', 'cancelled'],
  ['action.started', 'started'],
  ['action.unknown', 'unknown'],
  ['action.failed', 'failed'],
  ['action.done', 'done'],
]);

/**
 * How far along a status is. An action never goes back: a late "approved" does not undo a "done", and the first of
 * `done` and `failed` stands. `unknown` stays open to either.
 */
const RANK: Record<ActionStatus, number> = {
  proposed: 0,
  approved: 1,
  rejected: 2,
  cancelled: 2,
  started: 3,
  unknown: 4,
  failed: 5,
  done: 5,
};

/** The state of every action that the entries tell of, oldest first. Entries must stand in the order of their seq. */
export function foldActions(entries: Iterable<Entry>): ActionState[] {
  const fold = createFold();
  for (const entry of entries) fold.add(entry);
  return fold.actions();
}

export interface Fold {
  /** The entries of one action must come in the order of their seq; those of different actions in any. */
  add(entry: Entry): void;
  /** All, oldest first. */
  actions(): ActionState[];
  /** One of them; its cost does not depend on how many there are. */
  get(actionId: string): ActionState | undefined;
}

/** The same, entry by entry, for a log that does not fit into memory. */
export function createFold(): Fold {
  const states = new Map<string, ActionState>();
  const takers = new Map<string, ActionState[]>();
  // Only a later one takes back an earlier one, so this comes to an end whatever the entries say.
  const undoneBy = ({ actionId, seq }: ActionState): string | null => {
    const later = (takers.get(actionId) ?? []).filter((taker) => taker.seq > seq);
    const standing = later.filter((taker) => taker.status === 'done' && undoneBy(taker) === null);
    return standing.sort((a, b) => b.seq - a.seq)[0]?.actionId ?? null;
  };
  return {
    add(entry) {
      const { actionId } = entry.data;
      if (typeof actionId !== 'string') return;
      const state = states.get(actionId) ?? begin(entry, actionId);
      states.set(actionId, state);
      const { undoes } = state;
      advance(state, entry);
      if (undoes === null && state.undoes !== null)
        takers.set(state.undoes, [...(takers.get(state.undoes) ?? []), state]);
    },
    get(actionId) {
      const state = states.get(actionId);
      if (state) state.undoneBy = undoneBy(state);
      return state;
    },
    actions() {
      const list = [...states.values()].sort((a, b) => a.seq - b.seq);
      markUndone(list);
      return list;
    },
  };
}

function begin(entry: Entry, actionId: string): ActionState {
  return {
    actionId,
    runId: entry.runId,
    tool: '',
    class: null,
    channel: null,
    account: '',
    record: null,
    at: entry.at,
    seq: entry.seq,
    lastSeq: entry.seq,
    status: 'proposed',
    reason: null,
    undoes: null,
    undoneBy: null,
    contents: {},
    data: {},
  };
}

function advance(state: ActionState, entry: Entry): void {
  const { data } = entry;
  state.lastSeq = entry.seq;
  state.contents = { ...state.contents, ...entry.contents };
  state.data = { ...state.data, ...data };
  state.tool = textOf(data.tool) ?? state.tool;
  state.account = textOf(data.account) ?? state.account;
  state.undoes = textOf(data.undoes) ?? state.undoes;
  state.class = EffectClass.safeParse(data.class).data ?? state.class;
  state.channel = Channel.safeParse(data.channel).data ?? state.channel;
  state.record = RecordRef.safeParse(data.record).data ?? state.record;
  const next = nextStatus(state.status, entry.kind);
  if (next === null) return;
  state.status = next;
  state.reason = textOf(data.reason);
}

/** Null when this kind does not change the status. */
function nextStatus(status: ActionStatus, kind: string): ActionStatus | null {
  // A voided approval is no approval: the card stands there to be signed again.
  if (kind === 'approval.voided') return status === 'approved' ? 'proposed' : null;
  // The page took it out again after it was proved: it does not stand, and there is nothing to take back.
  if (kind === 'action.reverted') return status === 'done' ? 'failed' : null;
  const next = STATUS_OF.get(kind);
  return next !== undefined && RANK[next] > RANK[status] ? next : null;
}

/** Newest first, so that when an undo is looked at it is already known whether it was taken back itself (a redo). */
function markUndone(oldestFirst: ActionState[]): void {
  const undoneBy = new Map<string, string>();
  for (const state of oldestFirst.toReversed()) {
    state.undoneBy = undoneBy.get(state.actionId) ?? null;
    const takesBack = state.status === 'done' && state.undoneBy === null ? state.undoes : null;
    if (takesBack !== null && !undoneBy.has(takesBack)) undoneBy.set(takesBack, state.actionId);
  }
}

function textOf(value: JsonValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
