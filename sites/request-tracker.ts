import {
  type ComposerDescriptor,
  defineSite,
  type FieldDescriptor,
  type Probe,
  type RecordPage,
  type RightSign,
} from '../core/site';
import { get, rest } from './parts/request-tracker-rest';

/** RT numbers custom fields as they are made, and names the number, not the field, on what edits it. */
const CUSTOM_FIELD_IDS = Array.from({ length: 100 }, (_, i) => i + 1);

/** The part of a custom field's editor with this class, found by the number of the row that shows the field. */
const customEditor = (name: string): string =>
  CUSTOM_FIELD_IDS.map(
    (id) => `.ticket-info-cfs:has(#CF-${id}-ShowRow.custom-field-${name}) .CF-${id}-Edit`,
  ).join();

/** All of that form but the ticket's id and the custom field's own parts. */
const otherCustomFields = (name: string): string =>
  CUSTOM_FIELD_IDS.map(
    (id) =>
      `.ticket-info-cfs:has(#CF-${id}-ShowRow.custom-field-${name}) form.inline-edit [name]:not([name="id"], [name*="-CustomField-${id}-"])`,
  ).join();

/** A box of the page has a pencil that shows its form, and the form a button that loads the page anew. */
const box = (name: string) => ({
  open: `.${name} .inline-edit-toggle.edit`,
  save: `.${name} form.inline-edit input[type="submit"]`,
});

const inBox = (name: string, control: string) => ({
  by: 'control' as const,
  ...box(name),
  control: `.${name} form.inline-edit select[name="${control}"]`,
  leaveOut: `.${name} form.inline-edit [name]:not([name="id"], [name="${control}"])`,
});

/** As shown, and in the form that takes its place while people are edited. */
const REQUESTOR =
  '.ticket-info-people .requestors .value .user, .ticket-info-people label[for*="-Type-Requestor-"] .user';

const account: Probe = { selector: '#preferences .current-user' };
const subjectOf = (pattern: RegExp): Probe => ({ selector: '#header h1', pattern });

/** A ticket that nobody owns shows the owner “Nobody in particular”, which is a choice like any other. */
const shown: FieldDescriptor[] = [
  {
    name: 'status',
    label: 'Status',
    kind: 'choice',
    read: { selector: '.ticket-info-basics .status .current-value' },
    edit: { ...inBox('ticket-info-basics', 'Status'), options: 'option:not([value=""])' },
  },
  {
    name: 'priority',
    label: 'Priority',
    kind: 'choice',
    read: { selector: '.ticket-info-basics .priority .Priority' },
    edit: inBox('ticket-info-basics', 'Priority'),
  },
  {
    name: 'assignee',
    label: 'Owner',
    kind: 'choice',
    read: { selector: '.ticket-info-people .owner .current-value' },
    edit: inBox('ticket-info-people', 'Owner'),
  },
  {
    name: 'tags',
    label: 'Tags',
    kind: 'tags',
    read: {
      selector:
        '.custom-field-Tags .value:not(.no-value) li, .custom-field-Tags .value:not(.no-value) .current-value:not(:has(li))',
    },
    edit: {
      by: 'lines',
      ...box('ticket-info-cfs'),
      control: customEditor('Tags'),
      leaveOut: otherCustomFields('Tags'),
      single: { list: 'Values', add: 'AddValue', remove: 'DeleteValues' },
    },
  },
  {
    name: 'Product',
    label: 'Product',
    kind: 'choice',
    read: { selector: '.custom-field-Product .value:not(.no-value) .current-value' },
    edit: {
      by: 'control',
      ...box('ticket-info-cfs'),
      control: customEditor('Product'),
      options: 'option:not([value=""])',
      leaveOut: otherCustomFields('Product'),
    },
  },
];

/** RT leaves out of its menu what one may not do. Basics and Jumbo stand there for everybody. */
const inMenu: RightSign[] = [
  { right: 'ModifyTicket', operations: ['status', 'priority'], sign: '#page-dates' },
  { right: 'ReassignTicket', operations: ['assignee'], sign: '#page-people' },
  { right: 'ReplyToTicket', operations: ['reply'], sign: '#page-actions-reply' },
  { right: 'CommentOnTicket', operations: ['note'], sign: '#page-actions-comment' },
];
/** The heading of their box leads to their form. */
const onFields: RightSign = {
  right: 'ModifyCustomField',
  operations: ['add-tag', 'remove-tag', 'field'],
  sign: '.ticket-info-cfs .titlebox-title a[href*="Modify"]',
};

/** The page stays as it was loaded. Without an action in the address both only show. */
const fresh: RecordPage['fresh'] = {
  fields: '/Ticket/Display.html?id={id}',
  messages: '/Ticket/History.html?id={id}',
};

/** On a page of its own; the ticket's page knows how to get there. */
const composer: ComposerDescriptor = {
  // The body has its class once the editor has filled it. A plain text area is the whole editor of those who chose so.
  editor: ['body.cke_editable', 'textarea#UpdateContent:not(.richtext)'],
  open: {
    public: { by: 'load', path: '/Ticket/Update.html?Action=Respond&id={id}' },
    internal: { by: 'load', path: '/Ticket/Update.html?Action=Comment&id={id}' },
  },
  visibility: [
    // What the form will send; the select itself lies under a drawn button.
    {
      selector: 'select#UpdateType option:checked',
      attribute: 'value',
      public: /^response$/,
      internal: /^private$/,
    },
    // What a person reads on that button, in English.
    {
      selector: 'select#UpdateType + button .filter-option-inner-inner',
      public: /^Reply to requestors$/,
      internal: /^Comments \(Not sent to requestors\)$/,
    },
    {
      selector: '.messagebox-container',
      attribute: 'class',
      public: /(?:^| )action-response(?: |$)/,
      internal: /(?:^| )action-private(?: |$)/,
    },
  ],
  recipients: [
    { selector: '#previewscrips input[name="TxnSendMailTo"]:checked', attribute: 'value' },
    { selector: '#UpdateCc' },
    { selector: '#UpdateBcc' },
  ],
  send: {
    public: 'form[name="TicketUpdate"] input[name="SubmitTicket"]',
    internal: 'form[name="TicketUpdate"] input[name="SubmitTicket"]',
  },
};

/**
 * Request Tracker 5 at the root of its host, in English. A message once written can never be taken away, so a note
 * is answered by another note. The session is the surer way: there a version guards the write.
 */
export default defineSite({
  id: 'request-tracker',
  name: 'Request Tracker',
  confidence: 'seen-live',
  detect: { selectors: ['body[id^="comp-"]', '#rt-header-container', '#preferences .current-user'] },
  raises: { add_note: 'R3' },
  pages: [
    {
      type: 'ticket',
      url: /^\/Ticket\/Display\.html\?(?:[^#]*[&;])?id=(?<id>\d+)(?:[&;#]|$)/,
      id: subjectOf(/^#(\d+):/),
      subject: subjectOf(/^#\d+: (.*)$/s),
      requester: {
        name: { selector: REQUESTOR, pattern: /^([^<]*?)\s*(?:<|$)/ },
        email: {
          selector: REQUESTOR,
          pattern: /<([^<>\s]+@[^<>\s]+)>$/,
        },
      },
      account,
      messages: {
        item: '.transaction.Ticket-transaction.message',
        key: 'data-transaction-id',
        order: 'oldest-first',
        author: { selector: '.description .user' },
        at: { selector: '.metadata .date' },
        body: { selector: '.messagebody .message-stanza' },
        quoted: '.message-stanza .message-stanza, .message-stanza-folder',
        attachments: { selector: '.downloadfilename' },
        roles: [
          { role: 'note', probe: { selector: '.description', pattern: / - Comments added$/ } },
          {
            role: 'customer',
            probe: { selector: '.description', pattern: / - (?:Ticket created|Correspondence added)$/ },
            equals: {
              item: { selector: '.description .user', attribute: 'data-user-id' },
              page: { selector: REQUESTOR, attribute: 'data-user-id' },
            },
          },
          {
            role: 'agent',
            probe: { selector: '.description', pattern: / - (?:Ticket created|Correspondence added)$/ },
          },
        ],
      },
      fields: shown,
      composer,
      rights: { in: '#page-menu', signs: [...inMenu, onFields] },
      fresh,
    },
    {
      type: 'ticket',
      url: /^\/Ticket\/Update\.html\?(?:[^#]*[&;])?id=(?<id>\d+)(?:[&;#]|$)/,
      id: subjectOf(/#(\d+):/),
      subject: subjectOf(/#\d+: (.*)$/s),
      account,
      fields: [],
      composer,
      rights: { in: '#page-menu', signs: inMenu },
      fresh,
    },
  ],
  api: {
    session: {
      ...rest,
      // No answer of the API says who asks; of all pages this is among the shortest.
      account: {
        request: { ...get('/Tools/index.html'), answer: 'html' },
        path: '',
        pattern: /class="current-user">([^<]+)</,
      },
    },
    token: {
      ...rest,
      // a token names the number of its person, who may always read about himself
      account: { request: get('/REST/2.0/user/{user}'), path: 'Name' },
      auth: {
        tells: /^\d+-(?<user>\d+)-/,
        header: 'Authorization',
        value: 'token {token}',
        hint: 'In Request Tracker: Logged in as … → Settings → Auth Tokens.',
      },
    },
  },
});
