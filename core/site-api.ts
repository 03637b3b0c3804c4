import type { MessageMap } from './message-map';
import type { Confidence, Probe, RecordPage } from './site';

/** What can be written, in the words of an API. */
export type WriteOperation =
  | 'status'
  | 'priority'
  | 'assignee'
  | 'add-tag'
  | 'remove-tag'
  | 'field'
  | 'contact'
  | 'note'
  | 'reply'
  | 'remove-note'
  | 'snooze'
  | 'task'
  | 'remove-task'
  | 'call'
  | 'remove-call';

/**
 * A path into a JSON answer: `ticket.requester.email`; `*` walks a list (`tags.*.name`), `[name=Tags]` picks those of
 * its items whose `name` is `Tags`, and `[id=$ticket.owner]` those whose `id` stands at `ticket.owner`.
 */
export type JsonPath = string;

export interface RequestDescriptor {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `{id}`, `{messageKey}`, `{field}` and `{value}` are filled in, percent-encoded. */
  path: string;
  encoding?: 'json' | 'form';
  /**
   * The body. A string that is exactly `{value}`, `{values}` (a list), `{field}`, `{html}`, `{text}`, `{key}`
   * (the idempotency key), or holds them among other text, is filled in. An object key may be `{field}`.
   */
  body?: JsonTemplate;
  /** Sent with every request. */
  headers?: Record<string, string>;
  /** Answers that mean yes. */
  ok: number[];
  /** From the label that people see to the value on the wire. */
  labels?: Record<string, string | number>;
  /** Group 1 of it is the part of the label that stands on the wire; a label without it is not sent. */
  part?: RegExp;
  /** Where the answer names the id of the message that was made. */
  messageKey?: JsonPath;
  /** The answer is a page of the helpdesk, not JSON. */
  answer?: 'html';
  /** A good status is no yes yet: the answer itself says whether it was done, and why not. */
  says?: { path: JsonPath; yes: string[]; words?: JsonPath; noRight?: RegExp } | { problem: string };
  /** What stands on the wire for the label that people see, where only the helpdesk knows it. */
  wire?: WireLookup;
  /** The body is a form of the helpdesk, fetched, filled in and sent back: names and values that only it knows. */
  form?: FormSource;
  /** Another request for some labels, such as that of an assignee called “nobody”. */
  instead?: Record<string, RequestDescriptor>;
  /** The record's version is not sent along: this request refuses it. */
  unguarded?: true;
  /** What the account needs for it. */
  right?: NeededRight;
}

/** A right by the helpdesk's own name for it, so that whoever gives rights there can find it. */
export interface NeededRight {
  name: string;
  /** Where the record's answer shows that the account has it. With none of these there, it has not. */
  signs?: JsonPath[];
  /** What an answer says to those who lack it, where its status does not. */
  denied?: RegExp;
}

/** Exactly one entry must have the label; several or none refuse the write. */
export type WireLookup =
  /** On the record's own page: the text of `item` is the label, its attribute the value. */
  | { item: string; attribute: string; pattern?: RegExp }
  /** In an answer: the entries of `list`. */
  | { request: RequestDescriptor; list: JsonPath; label: JsonPath; value: JsonPath };

export interface FormSource {
  /** Where the form is fetched from; left out when it stands on the record's own page. */
  path?: string;
  form: string;
  /** Controls by selector. A string of a list of choices is the label of one of them, unless `by` says value. */
  set: { control: string; to: string; by?: 'value'; optional?: true }[];
  /** Added to what the form sends: read off the page that holds the form, or as it stands. */
  add?: { name: string; read: Probe }[];
  also?: Record<string, string>;
  /** Names of controls that are not sent: what they hold would change more than what was signed. */
  without?: string[];
  /** Asked right before; what it answers goes into a control. */
  first?: { request: RequestDescriptor; control: string; path: JsonPath };
  /** When this is in the form, the request would do more than what was signed. */
  not?: { selector: string; words: string };
}

export type JsonTemplate =
  | string
  | number
  | boolean
  | null
  | JsonTemplate[]
  | { [key: string]: JsonTemplate };

/** Where the helpdesk's own macros are listed, and which tools their steps come to. */
export interface MacrosWay {
  request: RequestDescriptor;
  list: JsonPath;
  label: JsonPath;
  /** Text or HTML that it puts into the reply box. */
  text?: JsonPath;
  /** In an entry of `list`. */
  steps: JsonPath;
  /** In a step: what it does, and with which value. */
  operation: JsonPath;
  value: JsonPath;
  /** From the operation to the tool, the argument that takes the value, and the labels of the values on the wire. */
  tools: Record<string, { tool: string; argument: string; labels?: Record<string, string> }>;
}

interface ApiWays {
  /** How sure we are of the requests below. */
  confidence?: Confidence;
  /** A token that the page shows its own scripts, sent back in a header. */
  csrf?: { selector: string; attribute: string; header: string };
  /**
   * Where the version of the record stands, and how it guards a write. With `moves`, every change makes a new one: an
   * answer of yes after which it is the same has changed nothing, and its words, a list, say why.
   */
  version?: { header: string; guard: string; moves?: true };
  write: Partial<Record<WriteOperation, RequestDescriptor>>;
  macros?: MacrosWay;
  /** For a token that the person gave: how it is sent, and where a person gets one. */
  auth?: TokenAuth;
  /** Where the API is, when it is not on the helpdesk's own host; `from` and `to` make it out of that host. */
  base?: string | { from: RegExp; to: string };
}

export interface TokenAuth {
  header: string;
  /** `Bearer {token}`, or `Basic {basic}` with `basic` in base 64. */
  value: string;
  /** What stands before it is encoded: `{token}:X`. */
  basic?: string;
  /** In words: what to paste, and where the helpdesk shows it. */
  hint: string;
  /** Named groups are facts that the token itself tells, such as whose it is. */
  tells?: RegExp;
}

/** A helpdesk whose record is read by asking its API. */
export interface AskedApi extends ApiWays {
  look?: 'api';
  /** `facts` of the record fill further blanks of a write. */
  record: { request: RequestDescriptor; map: RecordMap; facts?: Record<string, JsonPath> };
  messages: { request: RequestDescriptor; map: MessageMap };
  /**
   * Who is signed in: `path` in the answer, or group 1 of `pattern` where the answer is a page. An API that cannot
   * say it is `known` under a name of ours.
   */
  account: { request: RequestDescriptor; path: JsonPath; pattern?: RegExp } | { known: string };
  /**
   * Asked before everything else, in order. The answers stand in that of the record as `$name`, and `facts` of them
   * fill further blanks. What lacks a fact that it needs is left out.
   */
  extra?: ExtraAnswer[];
  /** Where it says who changed what, oldest first. `fields` come from its names to those of the record's map. */
  history?: {
    request: RequestDescriptor;
    list: JsonPath;
    who: JsonPath;
    field: JsonPath;
    fields: Record<string, string>;
    before: JsonPath;
    after: JsonPath;
  };
}

export interface ExtraAnswer {
  name: string;
  request: RequestDescriptor;
  facts?: Record<string, JsonPath>;
  /** An account without the right to ask for it can still do the rest. */
  optional?: true;
  /** When something stands there, nobody knows which record is meant, and nothing is read. */
  not?: { path: JsonPath; words: string };
}

/** A helpdesk without an API to read: the record's own page is fetched anew, and read by the site's probes. */
export interface PageReadApi extends ApiWays {
  look: 'page';
  /** Where the record's page is; `{id}` is filled in. */
  path: string;
  page: RecordPage;
}

export type ApiDescriptor = AskedApi | PageReadApi;

export interface RecordMap {
  id: JsonPath;
  subject: JsonPath;
  /** Several are the parts of one name. */
  requesterName: JsonPath | JsonPath[];
  /** Of several people none is assumed. */
  requesterEmail: JsonPath;
  /** Everybody whom the helpdesk sends a public reply to: all these people by their names, but its author. */
  reaches?: { people: JsonPath[]; name: JsonPath; nobody: string };
  fields: ApiField[];
  /** Fields that each team makes for itself; one that `fields` names already is not among them. */
  ownFields?: { list: JsonPath; name: JsonPath; values: JsonPath };
}

export interface ApiField {
  name: string;
  label: string;
  scope?: 'record' | 'contact';
  kind: 'choice' | 'text' | 'tags' | 'flag';
  path: JsonPath;
  /** Put together of several: `{Owner.Name} ({Owner.RealName})`. `path` is what must be there. */
  as?: string;
  /** From the value on the wire to the label that people see. */
  labels?: Record<string, string>;
}
