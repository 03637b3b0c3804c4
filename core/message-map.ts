import type { JsonPath, RequestDescriptor } from './site-api';

/** Where a site's answer holds the conversation, and which of its rows are whose. */
export interface MessageMap {
  /** Several lists are one conversation; one that begins with `$` stands in an answer of `extra`. */
  list: JsonPath | JsonPath[];
  key: JsonPath;
  /** Of several the first that is there. */
  author: JsonPath | JsonPath[];
  at: JsonPath | JsonPath[];
  /** Text or HTML; tags are stripped. Left out when a message must be asked for by itself. */
  body?: JsonPath | JsonPath[];
  bodyRequest?: { request: RequestDescriptor; path: JsonPath };
  /** All bodies in one answer: a list of parts, each naming its message and its media type. */
  bodies?: { request: RequestDescriptor; list: JsonPath; key: JsonPath; text: JsonPath; mediaType: JsonPath };
  role: {
    path: JsonPath;
    customer?: string[];
    agent?: string[];
    note?: string[];
    task?: string[];
    call?: string[];
    /** The role of a message that says none. */
    otherwise?: 'agent' | 'customer' | 'note';
    /** What would be an agent's is a note when this of it is one of these. */
    noteWhen?: { path: JsonPath; values: string[] };
    /** A public message is the customer's when this of it is one of these. */
    customerWhen?: { path: JsonPath; values: string[] };
    /** A public message is the customer's when its author is among these people of the record. */
    requester?: { author: JsonPath; record: JsonPath };
  };
  order: 'oldest-first' | 'newest-first' | 'by-time';
  /** Rows that are no message of this conversation: drafts, and what was hidden. */
  except?: { path: JsonPath; values: string[] };
  /** People stand in a list of their own: the one whose `id` is the message's `of` is its `$author`. */
  people?: { list: JsonPath; id: JsonPath; of: JsonPath };
  /** The first message stands apart from the list. */
  first?: JsonPath;
  /** Times are seconds since 1970. */
  seconds?: true;
}
