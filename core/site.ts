import type * as z from 'zod/mini';
import type { MessageRole } from './observation';
import type { ApiDescriptor, WriteOperation } from './site-api';
import type { EffectClass } from './words';

export type * from './site-api';

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
  /** All selectors must match, and the host of a product that has hosts of its own, or this is another product. */
  detect: { selectors: string[]; hosts?: RegExp };
  pages: RecordPage[];
  /** Pages of the product on which nobody works on a record: read as plain text, with the words that say why. */
  apart?: ApartPage[];
  api?: { session?: ApiDescriptor; token?: ApiDescriptor };
  /** Where this site makes an effect harder to take back than the tool's own class says. */
  raises?: Record<string, EffectClass>;
}

/** `unverified`: put together from what is known of the product, and seen to hold nowhere yet. */
export type Confidence = 'seen-live' | 'source' | 'documentation' | 'third-party-code' | 'unverified';

/** Where a text is. `attribute` instead of the visible text; group 1 of `pattern` instead of all of it. */
export interface Probe {
  selector: string;
  attribute?: string;
  pattern?: RegExp;
  /** Only where the `label` in the same `row` says so: tables whose cells have no name of their own. */
  beside?: { row: string; label: string; text: RegExp };
}

/** A kind of page that shows one record. */
/** By its address (path + search + hash), or by a sign of its own whatever its address. */
export type ApartPage = ({ url: RegExp } | { sign: string }) & { words: string };

export interface RecordPage {
  type: 'ticket' | 'contact';
  /** On path + search + hash; the named group `id` is the record's id. */
  url: RegExp;
  /** A second, independent sign of the id, in one or several places. All must agree, or there is no record. */
  id: Probe | Probe[];
  /**
   * The address of a record that became part of another shows that other one. Where two of the places above name it,
   * it is the record; the address then only says how the person came here.
   */
  merges?: true;
  subject: Probe;
  requester?: { name: Probe; email: Probe };
  /** Who is signed in. */
  account: Probe;
  /** The helpdesk's own number of that person, where two people may share the name that is shown. */
  accountId?: Probe;
  messages?: MessagesDescriptor;
  fields: FieldDescriptor[];
  ownFields?: OwnFields;
  composer?: ComposerDescriptor;
  /** What can be done here with the page's own forms beside fields and messages. */
  operations?: Partial<Record<WriteOperation, PageOperation>>;
  /** What this page shows only to those who may; asked where `in` is on the page. */
  rights?: { in: string; signs: RightSign[] };
  /** Where a page that a form has loaded says what came of it, and how it says that a right was missing. */
  answers?: { selector: string; denied: RegExp };
  /**
   * For a page that does not follow what colleagues do: where its fields and its messages are read once more, right
   * before something is saved or sent. Asking for them must change nothing.
   */
  fresh?: { fields: string; messages: string };
  /** How sure we are of single parts, where that is not what the site says of itself. */
  grades?: Partial<Record<PagePart, Confidence>>;
}

/** A small form: its inputs are filled with what the operation is given by name, then its button is pressed. */
export interface PageOperation {
  /** Pressed first where the form is hidden until asked. */
  open?: string;
  fill: { control: string; with: string }[];
  /** `{messageKey}` in it is filled in. */
  submit: string;
}

/** Without the sign, the account lacks the right, and these cannot be done. */
export interface RightSign {
  right: string;
  operations: WriteOperation[];
  sign: string;
}

export type PagePart = 'record' | 'requester' | 'conversation' | 'fields' | 'composer';

export interface MessagesDescriptor {
  item: string;
  /** Attribute of the item that holds the message's id. */
  key: string;
  /**
   * `by-time` where each person chooses the order for himself, and `by-number` where the helpdesk also numbers its
   * messages as they come: numbers are the same in every language, and dates are not.
   */
  order: MessageOrder;
  author: Probe;
  at: Probe;
  body: Probe;
  /** Elements inside the body that hold quoted history. */
  quoted?: string;
  attachments?: Probe;
  /** Signs, seen or not, that the page has not loaded all of it, each with the words that say so and what to do. */
  unloaded?: { sign: string; words: string }[];
  /** First rule that holds wins; a message to which none applies has the role `unknown`. */
  roles: RoleRule[];
}

export type MessageOrder = 'oldest-first' | 'newest-first' | 'by-time' | 'by-number';

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
  /** The values of its real options are what the API calls them. */
  wire?: true;
  /** How a person would change it on this page; left out when it cannot be changed here. */
  edit?: FieldEdit;
}

/** Fields that each team makes for itself: a row shows one, with the number by which its form knows it. */
export interface OwnFields {
  row: string;
  /** In the `id` of the row; group 1 is `{number}` in what follows. */
  number: RegExp;
  /** In the row; the colon behind it is left out. */
  label: string;
  /** The first whose sign is on the page. A row without any has nothing to show. */
  kinds: { sign: string; field: Omit<FieldDescriptor, 'name' | 'label'> }[];
}

export type FieldEdit =
  /** A native or styled control that is there, or appears after a click on `open`; `save` when it needs one. */
  | {
      by: 'control';
      open?: string;
      /** Pressed when nothing was saved after all: the page shows its values again. */
      close?: string;
      control: string;
      save?: string;
      /** Which of its options are real choices, where it also offers things like “open (Unchanged)”. */
      options?: string;
      leaveOut?: LeaveOut;
    }
  /** A menu: each `item` is a choice under the label that it shows, done with its click or with that on `save`. */
  | { by: 'menu'; open?: string; item: string; save?: string }
  /** An input that adds a tag and, per tag, a button that removes it (`{tag}` in the selector is the tag). */
  | { by: 'tags'; open?: string; input: string; add: string; remove: string }
  /** A text area with one tag a line. */
  | {
      by: 'lines';
      open?: string;
      close?: string;
      control: string;
      save: string;
      leaveOut?: LeaveOut;
      single?: SingleLine;
    };

/**
 * Where a form also takes one tag by itself, under another name than that of the whole list: the end of that name,
 * and what stands there instead.
 */
export interface SingleLine {
  list: string;
  add: string;
  remove: string;
}

/**
 * The controls that the same form would send along, with values as old as the page. They are left out of what is
 * sent, so that nothing a colleague has changed meanwhile is written over.
 */
export type LeaveOut = string;

export interface ComposerDescriptor {
  /** The editable, in order of preference; inside `frame` when the editor lives in one. */
  editor: string[];
  /** When none of these is found, the box is looked for by general signs: for products whose pages change unseen. */
  otherwiseAny?: true;
  /** How to get to the box when it is not there; `{id}` is the record's id. */
  open: { public: OpenComposer; internal: OpenComposer };
  /** At least two independent signs must agree; otherwise the visibility is unknown. */
  visibility: VisibilitySignal[];
  recipients: Probe[];
  /** The button that sends; only ever clicked by send_reply and add_note through the page. */
  send?: SendButtons;
}

export interface SendButtons {
  public: string;
  internal: string;
  /**
   * Controls of the same form, set right before the click, so that it sends the message and does nothing else.
   * A choice list without that choice is left out of what is sent.
   */
  steady?: { control: string; to: string | Probe }[];
}

export type OpenComposer = { by: 'click'; selector: string } | { by: 'load'; path: string };

export interface VisibilitySignal {
  selector: string;
  /** The part of the address after `#` is the sign; the selector is not asked then. */
  address?: true;
  /** Attribute to read; without it the form value or the visible text. */
  attribute?: string;
  public: RegExp;
  internal: RegExp;
}

/** Identity: gives the types, nothing else. */
export const defineSite = (site: SiteDescriptor): SiteDescriptor => site;
