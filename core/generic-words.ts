/** What helpdesks and CRMs call things: data for reading a page that no site file knows. All are tested without case. */
export interface GenericWords {
  /** What a record is called before its number in a heading. */
  record: RegExp;
  /** An address of one record; the group `id` is what identifies it. First that matches wins. */
  url: RegExp[];
  /** An address that says of itself that it is one of a record. */
  namesRecord: RegExp;
  /** The part of an address before an id that is no record: articles, settings, lists. */
  notRecord: RegExp;
  /** Labels of a record's own number. */
  number: RegExp;
  /** Addresses of people and companies rather than of tickets. */
  contactUrl: RegExp;
  /** Class, id and role words of the element around one message. */
  message: RegExp;
  /** Class words of a message's own text, of its author and of its time. */
  body: RegExp;
  /** Names of what a ticket opened with, where it stands apart from the conversation. */
  opening: RegExp;
  author: RegExp;
  /** Class words of the line that says who opened a ticket. */
  opener: RegExp;
  /** A short text that is a time and nothing else. */
  time: RegExp;
  /** A time in a short line that says more: who did what. */
  timeWithin: RegExp;
  /** Words in class names, data attributes and badges that tell who wrote a message. */
  customer: RegExp;
  agent: RegExp;
  note: RegExp;
  system: RegExp;
  /** Words that mean an internal note wherever they stand, also in the name of a message that stands alone. */
  clearNote: RegExp;
  /** Labels of the person who asked. */
  requester: RegExp;
  /** Those of them that can mean nobody else. */
  clearRequester: RegExp;
  /** What a tab, a button, a label or a field says about a box that goes out, or that stays inside. */
  publicReply: RegExp;
  internalNote: RegExp;
  /** A switch with one of these labels makes a message internal when it is on. */
  internalSwitch: RegExp;
  /** A switch with one of these labels lets the customer read a message when it is on, and nobody else when it is off. */
  publicSwitch: RegExp;
  /** A switch with one of these labels sends a message to the customer when it is on; off, it says nothing. */
  sendSwitch: RegExp;
  /** How a line above a box begins that says what is written there: `Add a note`, `Compose an answer`. */
  writing: RegExp;
  /** Buttons that send or save a message: they stand beside a reply box. Only read, never clicked. */
  send: RegExp;
  /** Labels of fields that have a name of their own here. */
  fields: { name: string; label: RegExp }[];
  /** Labels of controls that are no fields of a record: search, page size, language. */
  notField: RegExp;
  /** Class words of the place that says who is signed in, and words that stand before the name. */
  account: RegExp;
  accountPrefix: RegExp;
  /** A sentence anywhere in a label that says it; the group `name` is who. */
  accountTold: RegExp;
}
