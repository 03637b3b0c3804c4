import { defineSite, type Probe, type RecordPage, type RequestDescriptor } from '../core/site';

const STATUS = { Active: 1, Pending: 2, Closed: 3, Spam: 4 };
const STATUS_NOW: Probe = { selector: '#conv-status li.active a[data-status]', attribute: 'data-status' };
const USER_NOW: Probe = { selector: '#conv-assignee li.active a[data-user_id]', attribute: 'data-user_id' };

/** Every write of the page's own scripts goes to one address; what it does stands in `action`. */
const ajax = (more: Partial<RequestDescriptor>): RequestDescriptor => ({
  method: 'POST',
  path: '/conversation/ajax',
  encoding: 'form',
  headers: { 'X-Requested-With': 'XMLHttpRequest' },
  ok: [200],
  // a refusal comes with the status 200 too
  says: { path: 'status', yes: ['success'], words: 'msg', noRight: /^Not enough permissions/ },
  ...more,
});

/**
 * A message goes out through the form of the reply box, which knows the mailbox and the addresses. Status and assignee
 * are sent as they are, since the helpdesk takes those of the form over.
 */
const message = (isNote: '' | '1'): RequestDescriptor =>
  ajax({
    form: {
      form: 'form.form-reply',
      set: [
        { control: '[name="is_note"]', to: isNote },
        { control: '[name="body"]', to: '{html}' },
        { control: '[name="thread_id"]', to: '' },
      ],
      add: [
        { name: 'status', read: STATUS_NOW },
        { name: 'user_id', read: USER_NOW },
      ],
      also: { action: 'send_reply' },
      ...(isNote
        ? {}
        : {
            not: {
              selector: 'form.form-reply :is([name="cc[]"], [name="bcc[]"]) option[selected]',
              words: 'This conversation has Cc or Bcc: send the reply in the reply box.',
            },
          }),
    },
  });

const page: RecordPage = {
  type: 'ticket',
  url: /^\/conversation\/(?<id>\d+)(?:[/?#]|$)/,
  id: { selector: 'body[data-conversation_id]', attribute: 'data-conversation_id' },
  subject: { selector: '.conv-subjtext > span, .conv-subjtext:not(:has(> span))' },
  requester: {
    name: { selector: '#conv-layout-customer .customer-name' },
    // the first address is the one that this conversation is held with
    email: {
      selector: '#conv-layout-customer .customer-email:first-child',
      pattern: /[^\s<>]+@[^\s<>]+/,
    },
  },
  account: { selector: '.nav-user' },
  accountId: { selector: 'body[data-auth_user_id]', attribute: 'data-auth_user_id' },
  messages: {
    // drafts and the lines about changes are no messages
    item: '.thread[data-thread_id]:not(.thread-type-draft, .thread-type-lineitem)',
    key: 'data-thread_id',
    order: 'newest-first',
    author: { selector: '.thread-person strong' },
    at: { selector: '.thread-date' },
    body: { selector: '.thread-content' },
    attachments: { selector: '.thread-attachments .attachment-link, .thread-attachments li > a' },
    roles: [
      { role: 'note', selector: '.thread-type-note' },
      { role: 'agent', selector: '.thread-type-message' },
      { role: 'customer', selector: '.thread-type-customer' },
    ],
  },
  fields: [
    {
      name: 'status',
      label: 'Status',
      kind: 'choice',
      read: { selector: '#conv-status .conv-info-val > span:first-child' },
      edit: {
        by: 'menu',
        open: '#conv-status .conv-info-val',
        // out of Spam the menu leads to “Not Spam” alone, so by the menu nothing goes in either
        item: '#conv-status li a[data-status]:not([data-status="4"], [data-status="not_spam"])',
      },
    },
    {
      name: 'assignee',
      label: 'Assignee',
      kind: 'choice',
      read: { selector: '#conv-assignee .conv-info-val > span:first-child' },
      edit: { by: 'menu', open: '#conv-assignee .conv-info-val', item: '#conv-assignee li a[data-user_id]' },
    },
  ],
  composer: {
    // forwarding turns the same box to somebody else: then there is no box for a reply
    editor: [
      '.conv-reply-block:not(.conv-forward-block) .note-editable[contenteditable="true"]',
      '.conv-reply-block:not(.conv-forward-block) textarea#body',
    ],
    open: {
      public: { by: 'click', selector: '#conv-toolbar .conv-reply' },
      internal: { by: 'click', selector: '#conv-toolbar .conv-add-note' },
    },
    visibility: [
      { selector: '.conv-reply-block form.form-reply [name="is_note"]', public: /^$/, internal: /^1$/ },
      {
        // which of its buttons is shown
        selector: '.conv-reply-block .btn-reply-submit',
        attribute: 'class',
        public: /(?:^|\s)btn-send-text(?:\s|$)/,
        internal: /(?:^|\s)btn-add-note-text(?:\s|$)/,
      },
      {
        selector: '.conv-reply-block',
        attribute: 'class',
        public: /^(?!.*conv-(?:note|forward)-block)/,
        internal: /(?:^|\s)conv-note-block(?:\s|$)/,
      },
    ],
    recipients: [
      { selector: '.conv-reply-block:not(.conv-note-block) [name="to"]' },
      { selector: '.conv-reply-block:not(.conv-note-block) [name="cc[]"]' },
      { selector: '.conv-reply-block:not(.conv-note-block) [name="bcc[]"]' },
    ],
    send: {
      public: '.conv-reply-block .btn-reply-submit.btn-send-text',
      internal: '.conv-reply-block .btn-reply-submit.btn-add-note-text',
      // the form also holds a status and an assignee of the mailbox's own choice, and where to go next
      steady: [
        { control: '.conv-reply-block [name="status"]', to: STATUS_NOW },
        { control: '.conv-reply-block [name="user_id"]', to: USER_NOW },
        { control: '.conv-reply-block [name="after_send"]', to: '1' },
      ],
    },
  },
  grades: { composer: 'source' },
};

/**
 * FreeScout 1.8 in English. Its pages are made by the server and it has no API to read, so a look over the session
 * fetches the conversation's page. It knows no versions: what stands there is read right before a write.
 */
export default defineSite({
  id: 'freescout',
  name: 'FreeScout',
  confidence: 'seen-live',
  detect: { selectors: ['body[data-conversation_id][data-auth_user_id]', '#conv-layout', '.form-reply'] },
  pages: [page],
  api: {
    session: {
      look: 'page',
      path: '/conversation/{id}',
      page,
      csrf: { selector: 'meta[name="csrf-token"]', attribute: 'content', header: 'X-CSRF-TOKEN' },
      write: {
        status: ajax({
          body: { action: 'conversation_change_status', conversation_id: '{id}', status: '{value}' },
          labels: STATUS,
        }),
        assignee: ajax({
          body: { action: 'conversation_change_user', conversation_id: '{id}', user_id: '{value}' },
          wire: { item: '#conv-assignee li a[data-user_id]', attribute: 'data-user_id' },
        }),
        note: message('1'),
        reply: message(''),
        'remove-note': ajax({ body: { action: 'delete_thread', thread_id: '{messageKey}' } }),
      },
    },
  },
});
