import canonicalize from 'canonicalize';

// Written from docs/log-format.md ("The projection") alone, and shares nothing with the panel's own fold: when the two
// disagree about a log, one of them is wrong, and the tests say so.

const CLASSES = ['R0', 'R1', 'R2', 'R3', 'R4'];
const CHANNELS = ['token', 'session', 'page'];
const RECORD_TYPES = ['ticket', 'contact', 'document'];
const RECORD_KEYS = 'host,id,site,type';

/** Kind → the status it asks for and how far along that is. @type {Map<string, [string, number]>} */
const STEPS = new Map([
  ['action.proposed', ['proposed', 0]],
  ['approval.granted', ['approved', 1]],
  ['policy.granted', ['approved', 1]],
  ['action.rejected', ['rejected', 2]],
  ['policy.refused', ['rejected', 2]],
  ['action.cancelled', ['cancelled', 2]],
  ['action.started', ['started', 3]],
  ['action.unknown', ['unknown', 4]],
  ['action.failed', ['failed', 5]],
  ['action.done', ['done', 5]],
]);

/** What is taken away again: the status before, and the one after with its step. @type {Map<string, [string, string, number]>} */
const BACK = new Map([
  ['approval.voided', ['approved', 'proposed', 0]],
  ['action.reverted', ['done', 'failed', 5]],
]);

/** The state of every action of a log, gathered entry by entry; little more than that state is kept. */
export class Projection {
  /** @type {Map<string, Action>} in the order of their first entries */
  #actions = new Map();

  /** @param {Record<string, any>} entry in the order of seq */
  add(entry) {
    const id = entry.data.actionId;
    if (typeof id !== 'string') return;
    const action = this.#actions.get(id) ?? new Action(id, entry);
    this.#actions.set(id, action);
    action.take(entry);
  }

  /** Their states, oldest first. */
  actions() {
    const actions = [...this.#actions.values()];
    /** The newest standing undo of each action. @type {Map<string, Action>} */
    const takenBack = new Map();
    for (let i = actions.length - 1; i >= 0; i--) {
      const one = actions[i];
      const { undoes, status } = one.state;
      one.state.undoneBy = takenBack.get(one.state.actionId)?.state.actionId ?? null;
      // From the newest to the oldest: whether an undo stands is known before it is asked what it took back.
      if (undoes !== null && status === 'done' && one.state.undoneBy === null && !takenBack.has(undoes))
        takenBack.set(undoes, one);
    }
    return actions.map(({ state }) => state);
  }

  /** The canonical line, without its LF. @returns {string} */
  text() {
    return canonicalize({ type: 'projection', version: 1, actions: this.actions() });
  }
}

class Action {
  #step = 0;

  constructor(actionId, { runId, at, seq }) {
    this.state = {
      actionId,
      runId,
      at,
      seq,
      lastSeq: seq,
      tool: '',
      account: '',
      class: null,
      channel: null,
      record: null,
      status: 'proposed',
      reason: null,
      undoes: null,
      undoneBy: null,
      contents: {},
      data: {},
    };
  }

  take({ seq, kind, data, contents }) {
    const { state } = this;
    state.lastSeq = seq;
    Object.assign(state.contents, contents);
    Object.assign(state.data, data);
    for (const key of ['tool', 'account', 'undoes'])
      if (typeof data[key] === 'string') state[key] = data[key];
    if (CLASSES.includes(data.class)) state.class = data.class;
    if (CHANNELS.includes(data.channel)) state.channel = data.channel;
    if (isRecord(data.record)) state.record = data.record;
    if (!this.#moves(kind)) return;
    state.reason = typeof data.reason === 'string' ? data.reason : null;
  }

  /** @param {string} kind @returns {boolean} the status is another one now */
  #moves(kind) {
    const back = BACK.get(kind);
    if (back) {
      const [from, ...to] = back;
      if (this.state.status !== from) return false;
      [this.state.status, this.#step] = to;
      return true;
    }
    const [status, step] = STEPS.get(kind) ?? ['', -1];
    if (step <= this.#step) return false;
    [this.state.status, this.#step] = [status, step];
    return true;
  }
}

/** @param {unknown} value */
function isRecord(value) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const isPlain = Object.keys(value).sort().join() === RECORD_KEYS;
  return (
    isPlain && Object.values(value).every((v) => typeof v === 'string') && RECORD_TYPES.includes(value.type)
  );
}
