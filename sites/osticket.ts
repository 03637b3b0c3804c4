import {
  defineSite,
  type FieldEdit,
  type Probe,
  type RecordPage,
  type RequestDescriptor,
} from '../core/site';

const TICKET = '/scp/tickets.php?id={id}';
const AJAX = '/scp/ajax.php/tickets/{id}';

/** A cell of the tables above the conversation, by the words beside it. */
const cell = (label: RegExp, pattern?: RegExp): Probe => ({
  selector: '.ticket_info th + td',
  beside: { row: 'tr', label: 'th', text: label },
  ...(pattern ? { pattern } : {}),
});

/** A link in such a cell opens a dialog with one list and one button. */
const inDialog = (link: string): FieldEdit => ({
  by: 'control',
  open: `.ticket_info a[href$="${link}"]`,
  control: '#popup form select',
  save: '#popup form input[type="submit"]',
});

/** A dialog is a form that is fetched and sent back; done is 201, and an error comes as the form again. */
const dialog = (path: string, set: { control: string; to: string }[]): RequestDescriptor => ({
  method: 'POST',
  path: `${AJAX}/${path}`,
  form: { path: `${AJAX}/${path}`, form: 'form', set },
  answer: 'html',
  says: { problem: '#msg_error, .error' },
  ok: [201],
});

/** Writing is guarded by a lock that one agent holds; its code goes along with the message. */
const message = (form: 'reply' | 'note', text: string): RequestDescriptor => ({
  method: 'POST',
  path: TICKET,
  form: {
    form: `form#${form}`,
    set: [
      { control: `textarea[name="${text}"]`, to: '{html}' },
      // to the requester alone, who is whom the card names
      { control: '[name="reply-to"]', to: 'user', by: 'value', optional: true },
    ],
    // no status there means that it stays, whatever it is by now
    without: [form === 'reply' ? 'reply_status_id' : 'note_status_id'],
    first: {
      // 418 where locks are switched off
      request: {
        method: 'POST',
        path: '/scp/ajax.php/lock/ticket/{id}',
        ok: [200, 201, 418],
        answer: 'html',
      },
      control: '[name="lockCode"]',
      path: 'code',
    },
  },
  answer: 'html',
  says: { problem: '#msg_error' },
  ok: [200],
});

const page: RecordPage = {
  type: 'ticket',
  url: /^\/scp\/tickets\.php\?(?:[^#]*&)?id=(?<id>\d+)(?:[&#]|$)/,
  id: [
    { selector: '#response_options form > input[name="id"]', attribute: 'value' },
    { selector: '.sticky.bar h2 a[href*="id="]', attribute: 'href', pattern: /[?&]id=(\d+)/ },
  ],
  subject: { selector: '.tixTitle' },
  requester: {
    name: { selector: '.ticket_info a[href$="/user"]' },
    email: cell(/^Email:?$/),
  },
  account: { selector: '#info strong' },
  messages: {
    item: '[id^="thread-entry-"]:has(> .thread-entry)',
    key: 'id',
    order: 'by-time',
    author: { selector: '.header b' },
    at: { selector: '.header time', attribute: 'datetime' },
    body: { selector: '.thread-body > div:first-child, .thread-body:not(:has(> div))' },
    attachments: { selector: '.thread-body a.filename' },
    roles: [
      { role: 'note', selector: ':has(> .thread-entry.note)' },
      { role: 'agent', selector: ':has(> .thread-entry.response)' },
      { role: 'customer', selector: ':has(> .thread-entry.message)' },
      { role: 'system', selector: ':has(> .thread-entry.system)' },
    ],
  },
  fields: [
    {
      name: 'status',
      label: 'Status',
      kind: 'choice',
      read: cell(/^Status:?$/),
      edit: {
        by: 'menu',
        open: '.sticky.bar [data-dropdown="#action-dropdown-statuses"]',
        item: '#action-dropdown-statuses a[href*="/status/"]',
        save: '#popup form#status input[type="submit"]',
      },
    },
    {
      name: 'priority',
      label: 'Priority',
      kind: 'choice',
      read: cell(/^Priority:?$/),
      edit: inDialog('/field/priority/edit'),
    },
    {
      name: 'assignee',
      label: 'Assigned To',
      kind: 'choice',
      read: cell(/^Assigned To:?$/),
      edit: inDialog('/assign'),
    },
    {
      name: 'SLA Plan',
      label: 'SLA Plan',
      kind: 'choice',
      read: cell(/^SLA Plan:?$/),
      edit: inDialog('/field/sla/edit'),
    },
  ],
  composer: {
    // both are on the page as tabs, and one is shown
    editor: [
      'form#reply .redactor-in[contenteditable]',
      'form#note .redactor-in[contenteditable]',
      'form#reply textarea#response',
      'form#note textarea#internal_note',
    ],
    open: {
      public: { by: 'click', selector: '#post-reply-tab' },
      internal: { by: 'click', selector: '#post-note-tab' },
    },
    visibility: [
      {
        selector: '#response-tabs li.active a',
        attribute: 'href',
        public: /#reply$/,
        internal: /#note$/,
      },
      // of the two forms the one that is shown; what it would do stands in its name
      { selector: '#response_options form', attribute: 'name', public: /^reply$/, internal: /^note$/ },
      {
        selector: '#response_options form input[type="submit"]',
        public: /^Post Reply$/,
        internal: /^Post Note$/,
      },
    ],
    // whom it goes to is chosen from a list: everybody who takes part, the requester alone, or nobody
    recipients: [
      { selector: 'form#reply:not(:has([name="reply-to"] > [value="none"]:checked)) #user-row a' },
      { selector: 'form#reply:not(:has([name="reply-to"] > :checked:not([value="all"]))) #collabselection' },
    ],
    send: {
      public: 'form#reply input[type="submit"]',
      internal: 'form#note input[type="submit"]',
      steady: [{ control: '[name="reply_status_id"], [name="note_status_id"]', to: '' }],
    },
  },
  grades: { fields: 'source' },
};

/**
 * osTicket 1.18 at the root of its host, in English. Its pages are made by the server, its field names are made up
 * for every session, and an entry of a ticket stays for good: a note is answered by another note.
 */
export default defineSite({
  id: 'osticket',
  name: 'osTicket',
  confidence: 'seen-live',
  detect: { selectors: ['meta[name="csrf_token"]', '.tixTitle', '#response_options'] },
  raises: { add_note: 'R3' },
  pages: [page],
  api: {
    session: {
      look: 'page',
      path: TICKET,
      page,
      csrf: { selector: 'meta[name="csrf_token"]', attribute: 'content', header: 'X-CSRFToken' },
      write: {
        status: {
          method: 'POST',
          path: `${AJAX}/status`,
          encoding: 'form',
          body: { status_id: '{value}', comments: '' },
          wire: {
            item: '#action-dropdown-statuses a[href*="/status/"]',
            attribute: 'href',
            pattern: /\/status\/\w+\/(\d+)$/,
          },
          answer: 'html',
          says: { problem: '#msg_error, .error' },
          ok: [201],
        },
        priority: dialog('field/priority/edit', [{ control: 'select', to: '{value}' }]),
        assignee: {
          ...dialog('assign/agents', [{ control: 'select', to: '{value}' }]),
          instead: { '— Unassigned —': dialog('release', []) },
        },
        note: message('note', 'note'),
        reply: message('reply', 'response'),
      },
    },
  },
});
