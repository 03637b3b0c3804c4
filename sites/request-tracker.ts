import {
  type ComposerDescriptor,
  defineSite,
  type Probe,
  type RecordPage,
  type RightSign,
} from '../core/site';
import { ownFields, shown } from './parts/request-tracker-fields';
import { get, rest } from './parts/request-tracker-rest';
import { apart, unloaded } from './parts/request-tracker-told';
import { IS_COMMENT, IS_DENIED, IS_PUBLIC } from './parts/request-tracker-words';

/** As shown, and in the form that takes its place while people are edited. */
const REQUESTOR =
  '.ticket-info-people .requestors .value .user, .ticket-info-people label[for*="-Type-Requestor-"] .user';

const account: Probe = { selector: '#preferences .current-user' };

/** `#5: Where is it?`, in French `n°5 : …`: the first number is the ticket's in every language. */
const heading = (pattern: RegExp): Probe => ({ selector: '#header h1', pattern });
const inHeading = heading(/^\D*(\d+)\s?:/);
const subject = heading(/^\D*\d+\s?:\s?(.*)$/s);
/** The forms of the page name the ticket that they change; who may change nothing has none. */
const inForms = (form: string): Probe => ({ selector: `${form} input[name="id"]`, attribute: 'value' });

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
    // What a person reads on that button in English; in other languages the other two must do.
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
 * Request Tracker 5 at the root of its host, in each of its languages. A message once written can never be taken away, so a note
 * is answered by another note. The session is the surer way: there a version guards the write.
 */
export default defineSite({
  id: 'request-tracker',
  name: 'Request Tracker',
  confidence: 'seen-live',
  // or, on the pages for telephones, which name nobody: their way home
  detect: {
    selectors: [
      'body[id^="comp-"], #gohome',
      '#rt-header-container, #gohome',
      '#preferences .current-user, #gohome [href$="/m/"]',
    ],
  },
  apart,
  raises: { add_note: 'R3' },
  pages: [
    {
      type: 'ticket',
      url: /^\/Ticket\/Display\.html\?(?:[^#]*[&;])?id=(?<id>\d+)(?:[&;#]|$)/,
      id: [inHeading, inForms('form.inline-edit')],
      merges: true,
      subject,
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
        order: 'by-number',
        unloaded,
        author: { selector: '.description .user' },
        at: { selector: '.metadata .date' },
        body: { selector: '.messagebody .message-stanza' },
        quoted: '.message-stanza .message-stanza, .message-stanza-folder',
        attachments: { selector: '.downloadfilename' },
        roles: [
          { role: 'note', probe: { selector: '.description', pattern: IS_COMMENT } },
          {
            role: 'customer',
            probe: { selector: '.description', pattern: IS_PUBLIC },
            equals: {
              item: { selector: '.description .user', attribute: 'data-user-id' },
              page: { selector: REQUESTOR, attribute: 'data-user-id' },
            },
          },
          {
            role: 'agent',
            probe: { selector: '.description', pattern: IS_PUBLIC },
          },
        ],
      },
      fields: shown,
      ownFields,
      composer,
      rights: { in: '#page-menu', signs: [...inMenu, onFields] },
      answers: { selector: '.results .action-results li', denied: IS_DENIED },
      fresh,
    },
    {
      type: 'ticket',
      url: /^\/Ticket\/Update\.html\?(?:[^#]*[&;])?id=(?<id>\d+)(?:[&;#]|$)/,
      id: [inHeading, inForms('form[name="TicketUpdate"]')],
      merges: true,
      subject,
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
