/** What helpdesks and CRMs call things, in the languages we know: data for reading a page never seen before. */
export interface GenericWords {
  /** A number after one of these in a heading is the record's id: `Ticket #12`, `Case 00012`. */
  record: RegExp;
  /** The same in an address: the group `id`. First that matches wins. */
  url: RegExp[];
  /** Addresses of people rather than tickets. */
  contactUrl: RegExp;
  /** Words in class names, ids, data attributes and labels that tell who wrote a message. */
  customer: RegExp;
  agent: RegExp;
  note: RegExp;
  system: RegExp;
  /** Labels of the person who asked. */
  requester: RegExp;
  /** What says that a box goes out, or stays inside. */
  publicReply: RegExp;
  internalNote: RegExp;
  /** Buttons that send. Never clicked by a guess: only used to tell a box's purpose. */
  send: RegExp;
  /** Labels of the fields that have a name of their own here. */
  fields: { name: string; label: RegExp }[];
  /** Labels that are no fields of a record: search boxes, page size and the like. */
  notField: RegExp;
  /** Where the page says who is signed in. */
  account: RegExp;
}
