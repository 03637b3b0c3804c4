/** A demo helpdesk in memory, on loopback: the page, its JSON API and a ledger of every effect. */

/** One effect. The tests' oracle: what is not in here did not happen. */
export interface LedgerRow {
  seq: number;
  at: string;
  /** `agent`: somebody signed in. `rule`: the desk's own automation, or a step of a macro. */
  by: 'agent' | 'rule' | 'customer';
  /** Name of the agent, the rule, the macro or the customer. */
  who: string;
  /** The request's `X-Channel` header; `ui` when the desk's own page sent it, `colleague` for `colleague()`. */
  channel: string | null;
  method: string;
  path: string;
  /** `ticket:1042` or `contact:31`. */
  record: string;
  operation:
    | 'status'
    | 'priority'
    | 'assignee'
    | 'add-tag'
    | 'remove-tag'
    | 'field'
    | 'contact'
    | 'reply'
    | 'note'
    | 'remove-note'
    | 'macro'
    | 'snooze'
    | 'task'
    | 'remove-task'
    | 'call'
    | 'remove-call'
    | 'mail';
  /** Label of the field, for `field` and `contact`. */
  field: string | null;
  before: unknown;
  after: unknown;
}

export interface DeskMessage {
  id: string;
  role: 'customer' | 'agent' | 'note' | 'task' | 'call';
  author: { id?: string; name: string; email: string };
  at: string;
  to: string[];
  cc: string[];
  html: string;
  attachments: { id: string; name: string; type: string; content: string }[];
}

export interface DeskTicket {
  id: number;
  requesterId: number;
  subject: string;
  status: string;
  priority: string;
  assignee: string;
  tags: string[];
  cc: string[];
  /** ISO time, or empty. */
  snoozedUntil: string;
  fields: Record<string, string>;
  messages: DeskMessage[];
}

export interface DeskContact {
  id: number;
  fields: Record<string, string>;
}

export interface DeskState {
  tickets: Record<string, DeskTicket>;
  contacts: Record<string, DeskContact>;
}

/** What the next matching request to `/api/…` meets. Faults are used in the order in which they were made. */
export interface Fault {
  /** Default: every method but GET. */
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Part of the path, such as `/messages`. */
  path?: string;
  /** How many requests meet it; 1 when left out. */
  times?: number;
  /** Answered instead of carrying the request out: 401, 403, 409, 422, 429 (with Retry-After) or 500. */
  status?: number;
  delayMs?: number;
  /** Cuts the connection without an answer. */
  drop?: boolean;
  /** Delivers the request a second time, as something on the way may. */
  twice?: boolean;
  /** On which side of the commit the delay or the cut happens: `after` for a cut, else `before`. */
  when?: 'before' | 'after';
}

/** What a colleague (or, with visibility `customer`, the requester) does behind the agent's back. */
export interface ColleagueWrite {
  ticket: number;
  /** Id of the agent; `omar` when left out. */
  as?: string;
  /** Values as on the wire: `on-hold`, `urgent`, `Omar Haddad`. */
  status?: string;
  priority?: string;
  assignee?: string;
  addTag?: string;
  removeTag?: string;
  fields?: Record<string, string>;
  contact?: Record<string, string>;
  message?: { visibility: 'public' | 'internal' | 'customer'; html: string };
}

export interface DeskSeed {
  agents: { id: string; name: string; email: string; team: string }[];
  contacts: DeskContact[];
  tickets: DeskTicket[];
  macros: {
    id: string;
    name: string;
    description: string;
    text: string;
    steps: { operation: string; value: string }[];
  }[];
}

export interface Desk {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  url: string;
  port: number;
  ledger(): LedgerRow[];
  /** Everything but versions and times of change, so that two states can be compared. */
  state(): DeskState;
  /** Seeds anew, empties the ledger, disarms the faults. Sessions stay. */
  reset(): void;
  fault(options: Fault): void;
  /** How many requests have met a fault so far. */
  met(): number;
  colleague(write: ColleagueWrite): void;
  close(): Promise<void>;
}

/** A request to `/api/…` as it arrives, before anything is done about it. */
export interface Heard {
  method: string;
  path: string;
  /** As in the ledger. */
  channel: string | null;
}

export interface DeskOptions {
  port?: number;
  /** Replaces whole parts of the bundled data. */
  seed?: Partial<DeskSeed>;
  /**
   * Connections are used again, as most servers do. When one of those breaks without an answer, Chromium sends the
   * request once more by itself. False when left out: each request has a connection of its own.
   */
  keepAlive?: boolean;
  /** False: a second request with the same key posts a second message. True when left out. */
  honoursKeys?: boolean;
  hear?: (request: Heard) => void;
}

/**
 * Starts Harbor Desk on 127.0.0.1.
 * Over HTTP too: GET `/__ledger`, `/__state`, `/__login?as=omar`; POST `/__reset`, `/__fault`, `/__colleague`,
 * `/__logout`. Throws when the port is taken.
 */
export function createDesk(options?: DeskOptions): Promise<Desk>;
