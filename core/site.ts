import type * as z from 'zod/mini';
import type { MessageRole } from './observation';
import type { EffectClass } from './words';

/**
 * A site is data: where things are on the pages of one helpdesk or CRM, and how its API is asked.
 * No logic. The page layer reads it, the request runner sends it.
 */
export interface SiteDescriptor {
  /** Equal to the file's name: `sites/request-tracker.ts` is `request-tracker`. */
  id: string;
  /** The product's name, for the record region. */
  name: string;
  /** How sure we are of the selectors below. */
  confidence: Confidence;
  /** All selectors must match, or this is another product. */
  detect: { selectors: string[] };
  pages: RecordPage[];
  api?: { session?: ApiDescriptor; token?: ApiDescriptor };
  /** Where this site makes an effect harder to take back than the tool's own class says. */
  raises?: Record<string, EffectClass>;
}

export type Confidence = 'seen-live' | 'source' | 'documentation' | 'third-party-code';

/** Where a text is. `attribute` instead of the visible text; group 1 of `pattern` instead of all of it. */
export interface Probe {
  selector: string;
  attribute?: string;
  pattern?: RegExp;
}

/** A kind of page that shows one record. */
export interface RecordPage {
  type: 'ticket' | 'contact';
  /** On path + search + hash; the named group `id` is the record's id. */
  url: RegExp;
  /** A second, independent sign of the id. Both must agree, or there is no record. */
  id: Probe;
  subject: Probe;
  requester?: { name: Probe; email: Probe };
  /** Who is signed in. */
  account: Probe;
  messages?: MessagesDescriptor;
  fields: FieldDescriptor[];
  composer?: ComposerDescriptor;
}

export interface MessagesDescriptor {
  item: string;
  /** Attribute of the item that holds the message's id. */
  key: string;
  order: 'oldest-first' | 'newest-first';
  author: Probe;
  at: Probe;
  body: Probe;
  /** Elements inside the body that hold quoted history. */
  quoted?: string;
  attachments?: Probe;
  /** First rule that holds wins; a message to which none applies has the role `unknown`. */
  roles: RoleRule[];
}

export interface RoleRule {
  role: z.infer<typeof MessageRole>;
  /** Matches the item itself … */
  selector?: string;
  /** … or the text of a probe inside it. */
  probe?: Probe;
  /** And one text of `item` (inside the message) is also one of `page`: its author is the page's requester. */
  equals?: { item: Probe; page: Probe };
}

export interface FieldDescriptor {
  /** `status`, `priority`, `assignee`, `tags`, or the label of a custom field. */
  name: string;
  label: string;
  scope?: 'record' | 'contact';
  kind: 'choice' | 'text' | 'tags' | 'flag';
  /** The shown value; for tags, every match is one tag. */
  read: Probe;
  /** How a person would change it on this page; left out when it cannot be changed here. */
  edit?: FieldEdit;
}

export type FieldEdit =
  /** A native or styled control that is there, or appears after a click on `open`; `save` when it needs one. */
  | {
      by: 'control';
      open?: string;
      control: string;
      save?: string;
      /** Which of its options are real choices, where it also offers things like “open (Unchanged)”. */
      options?: string;
    }
  /** An input that adds a tag and, per tag, a button that removes it (`{tag}` in the selector is the tag). */
  | { by: 'tags'; open?: string; input: string; add: string; remove: string }
  /** A text area with one tag a line. */
  | { by: 'lines'; open?: string; control: string; save: string };

export interface ComposerDescriptor {
  /** The editable, in order of preference; inside `frame` when the editor lives in one. */
  editor: string[];
  /** How to get to the box when it is not there; `{id}` is the record's id. */
  open: { public: OpenComposer; internal: OpenComposer };
  /** At least two independent signs must agree; otherwise the visibility is unknown. */
  visibility: VisibilitySignal[];
  recipients: Probe[];
  /** The button that sends; only ever clicked by send_reply and add_note through the page. */
  send: { public: string; internal: string };
}

export type OpenComposer = { by: 'click'; selector: string } | { by: 'load'; path: string };

export interface VisibilitySignal {
  selector: string;
  /** Attribute to read; without it the form value or the visible text. */
  attribute?: string;
  public: RegExp;
  internal: RegExp;
}

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
  | 'remove-note';

/**
 * A path into a JSON answer: `ticket.requester.email`; `*` walks a list (`tags.*.name`), and `[name=Tags]` picks
 * those of its items whose `name` is `Tags`.
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
  /** Where the answer names the id of the message that was made. */
  messageKey?: JsonPath;
  /** The answer is a page of the helpdesk, not JSON. */
  answer?: 'html';
  /** The record's version is not sent along: this request refuses it. */
  unguarded?: true;
}

export type JsonTemplate =
  | string
  | number
  | boolean
  | null
  | JsonTemplate[]
  | { [key: string]: JsonTemplate };

export interface ApiDescriptor {
  /** A token that the page shows its own scripts, sent back in a header. */
  csrf?: { selector: string; attribute: string; header: string };
  /** Where the version of the record stands, and how it guards a write. */
  version?: { header: string; guard: string };
  record: { request: RequestDescriptor; map: RecordMap };
  messages: { request: RequestDescriptor; map: MessageMap };
  /** Who is signed in: `path` in the answer, or group 1 of `pattern` where the answer is a page. */
  account: { request: RequestDescriptor; path: JsonPath; pattern?: RegExp };
  write: Partial<Record<WriteOperation, RequestDescriptor>>;
}

export interface RecordMap {
  id: JsonPath;
  subject: JsonPath;
  requesterName: JsonPath;
  requesterEmail: JsonPath;
  fields: ApiField[];
}

export interface ApiField {
  name: string;
  label: string;
  scope?: 'record' | 'contact';
  kind: 'choice' | 'text' | 'tags' | 'flag';
  path: JsonPath;
  /** From the value on the wire to the label that people see. */
  labels?: Record<string, string>;
}

export interface MessageMap {
  list: JsonPath;
  key: JsonPath;
  author: JsonPath;
  at: JsonPath;
  /** Text or HTML; tags are stripped. Left out when a message must be asked for by itself. */
  body?: JsonPath;
  bodyRequest?: { request: RequestDescriptor; path: JsonPath };
  /** All bodies in one answer: a list of parts, each naming its message and its media type. */
  bodies?: { request: RequestDescriptor; list: JsonPath; key: JsonPath; text: JsonPath; mediaType: JsonPath };
  role: {
    path: JsonPath;
    customer?: string[];
    agent?: string[];
    note?: string[];
    /** A public message is the customer's when its author is among these people of the record. */
    requester?: { author: JsonPath; record: JsonPath };
  };
  order: 'oldest-first' | 'newest-first';
}

/** Identity: gives the types, nothing else. */
export const defineSite = (site: SiteDescriptor): SiteDescriptor => site;
