import type { Observation } from './observation';
import type { Refusal, Result } from './result';
import type { WriteOperation } from './site-api';
import type { Channel } from './words';

/**
 * Called in the same task as the act, right before it: looks once more and says why not, or null to go on.
 * A writer that cannot look synchronously (an API) is called with the look it has just taken.
 */
export type Guard = (live: Observation) => Refusal | null;

export interface Reader {
  /** A fresh look at the bound record. */
  look(): Promise<Result<Observation>>;
  /** What the page has said against it since these eyes were opened; null when nothing. Only a page has words. */
  complaint?(touched: { what: string; operation?: string }): string | null;
  /**
   * Whose change of a field, as an account is named in a look, the newest one is by the helpdesk's own history, if it
   * is this one. Of tags only the lines about this tag count. Null when it is another, or there is no history.
   */
  changedBy?(field: string, change: { before: string | null; after: string | null }): Promise<string | null>;
  /** No more looks are wanted. */
  close?(): void;
}

/** What a writer knows after acting. `unknown` means: it was dispatched, and there is no answer. */
export type WriteAnswer =
  | {
      outcome: 'accepted';
      /** Id of the message that was made, where the site names it. */
      messageKey?: string;
      /** What undo needs beyond the values (an editor's exact content and selection), as JSON text. */
      restore?: string;
      /** Exact before and after of an editor, as a person would read them. */
      before?: string;
      after?: string;
    }
  | {
      outcome: 'refused';
      refusal: Refusal;
      /**
       * It was sent, and the helpdesk says no. A browser repeats a request by itself when a connection that was used
       * before breaks without an answer: then this no may be to the repetition of what was done.
       */
      sent?: true;
    }
  | { outcome: 'unknown'; refusal: Refusal };

export interface FieldAddress {
  scope: 'record' | 'contact';
  name: string;
}

/** The hand that writes: over the page, its session or a token. It never decides whether. */
export interface Writer {
  readonly channel: Channel;
  setField(field: FieldAddress, value: string, guard: Guard): Promise<WriteAnswer>;
  addTag(tag: string, guard: Guard): Promise<WriteAnswer>;
  removeTag(tag: string, guard: Guard): Promise<WriteAnswer>;
  /** Puts a message on the record. `body` is the contract's small markup. */
  post(visibility: 'public' | 'internal', body: string, guard: Guard): Promise<WriteAnswer>;
  /** Does something that the site's file describes, filled in with what it is given by name. */
  operate(
    operation: WriteOperation,
    given: Record<string, string | null>,
    guard: Guard,
  ): Promise<WriteAnswer>;
  removeMessage(messageKey: string, guard: Guard): Promise<WriteAnswer>;
  /** Puts a draft above what is in the box. Sends nothing. */
  insertDraft(body: string, guard: Guard): Promise<WriteAnswer>;
  /** Puts the box back as `restore` says, if it still holds what the insert left there. */
  restoreDraft(restore: string, guard: Guard): Promise<WriteAnswer>;
}

/** One request of a tool that an admin described, filled in. */
export interface HttpRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  headers: Record<string, string>;
  body: string | null;
  ok: readonly number[];
}

export type HttpAnswer =
  | { ok: true; json: unknown; etag: string }
  /** `dispatched`: it may have been carried out all the same. */
  | { ok: false; refusal: Refusal; dispatched: boolean; status: number | null };

/** The way to the server of a tool that an admin described: for one action, with the key that was kept for the tool. */
export interface Http {
  /** The action's id: sent as the idempotency key where the server takes one. */
  readonly key: string;
  /** What the signed card said of the server's own values; null where nothing is signed yet. */
  readonly signed: string | null;
  /** What the send made, as the server calls it: set when it was found. */
  made?: string;
  /** More than one of it was found. */
  twice?: string[];
  /** Asks once. Never tries again, follows no redirect, sends no cookie. */
  ask(request: HttpRequest): Promise<HttpAnswer>;
}

export interface Ports {
  reader: Reader;
  writer: Writer;
  /** For the tools of files alone. */
  http?: Http;
}
