import { type AskedApi, defineSite, type RequestDescriptor } from '../core/site';

const STATUS = {
  new: 'New',
  open: 'Open',
  pending: 'Pending',
  hold: 'On-hold',
  solved: 'Solved',
  closed: 'Closed',
};
const PRIORITY = { low: 'Low', normal: 'Normal', high: 'High', urgent: 'Urgent' };
const flip = (labels: Record<string, string>) =>
  Object.fromEntries(Object.entries(labels).map(([wire, label]) => [label, wire]));

const TICKET = '/api/v2/tickets/{id}.json';
const get = (path: string): RequestDescriptor => ({ method: 'GET', path, ok: [200] });
/** Refused with 409 when somebody else has changed the ticket since it was read. */
const put = (change: Record<string, unknown>, more: Partial<RequestDescriptor> = {}): RequestDescriptor => ({
  method: 'PUT',
  path: TICKET,
  body: { ticket: { ...change, safe_update: true, updated_stamp: '{updated}' } } as RequestDescriptor['body'],
  ok: [200],
  ...more,
});

const api: AskedApi = {
  confidence: 'documentation',
  auth: {
    header: 'Authorization',
    value: 'Basic {basic}',
    basic: '{token}',
    hint: 'Your e-mail address, then /token:, then an API token: maya@example.com/token:abc123 (Admin Center → Apps and integrations → APIs).',
  },
  account: { request: get('/api/v2/users/me.json'), path: 'user.email' },
  record: {
    request: get('/api/v2/tickets/{id}.json?include=users'),
    facts: { updated: 'ticket.updated_at' },
    map: {
      id: 'ticket.id',
      subject: 'ticket.subject',
      requesterName: 'users.[id=$ticket.requester_id].name',
      requesterEmail: 'users.[id=$ticket.requester_id].email',
      fields: [
        { name: 'status', label: 'Status', kind: 'choice', path: 'ticket.status', labels: STATUS },
        { name: 'priority', label: 'Priority', kind: 'choice', path: 'ticket.priority', labels: PRIORITY },
        { name: 'assignee', label: 'Assignee', kind: 'choice', path: 'users.[id=$ticket.assignee_id].name' },
        { name: 'tags', label: 'Tags', kind: 'tags', path: 'ticket.tags' },
      ],
    },
  },
  messages: {
    request: get('/api/v2/tickets/{id}/comments.json?include=users'),
    map: {
      list: 'comments',
      key: 'id',
      author: '$author.name',
      at: 'created_at',
      body: 'html_body',
      role: {
        path: 'public',
        agent: ['true'],
        note: ['false'],
        customerWhen: { path: '$author.role', values: ['end-user'] },
      },
      order: 'oldest-first',
      people: { list: 'users', id: 'id', of: 'author_id' },
    },
  },
  write: {
    status: put({ status: '{value}' }, { labels: flip(STATUS) }),
    priority: put({ priority: '{value}' }, { labels: flip(PRIORITY) }),
    assignee: put(
      { assignee_id: '{value}' },
      {
        wire: {
          request: get('/api/v2/users/search.json?role[]=agent&role[]=admin&query={value}'),
          list: 'users',
          label: 'name',
          value: 'id',
        },
      },
    ),
    // one tag at a time: the others are never written
    'add-tag': {
      method: 'PUT',
      path: '/api/v2/tickets/{id}/tags.json',
      body: { tags: ['{value}'] },
      ok: [200],
    },
    'remove-tag': {
      method: 'DELETE',
      path: '/api/v2/tickets/{id}/tags.json',
      body: { tags: ['{value}'] },
      ok: [200],
    },
    note: put({ comment: { html_body: '{html}', public: false } }),
    reply: put({ comment: { html_body: '{html}', public: true } }),
  },
};

/**
 * Zendesk Support. A comment stays for good, and several tickets are open at once as tabs, of which one is shown. By
 * session the same requests go with the page's own token.
 */
export default defineSite({
  id: 'zendesk',
  name: 'Zendesk',
  confidence: 'unverified',
  detect: { hosts: /(?:^|\.)zendesk\.com$/, selectors: ['body'] },
  raises: { add_note: 'R3' },
  pages: [
    {
      type: 'ticket',
      url: /^\/agent\/tickets\/(?<id>\d+)(?:[/?#]|$)/,
      id: [
        {
          selector:
            '[data-test-id="header-tab"]:is([data-selected="true"], [aria-selected="true"])[data-entity-id]',
          attribute: 'data-entity-id',
        },
        {
          selector:
            '[data-test-id="header-tab"]:is([data-selected="true"], [aria-selected="true"]) [data-test-id="header-tab-subtitle"]',
          pattern: /^#(\d+)/,
        },
      ],
      subject: { selector: '[data-test-id="omni-header-subject"]' },
      requester: {
        name: { selector: '[data-test-id="customer-context-user-name"]' },
        email: {
          selector: '[data-test-id="customer-context-user-email"], [data-test-id="email-value-field"]',
        },
      },
      account: { selector: '[data-test-id="toolbar-profile-menu-button"]', attribute: 'aria-label' },
      messages: {
        item: '[data-test-id="omni-log-comment-item"]',
        key: 'data-comment-id',
        order: 'oldest-first',
        author: { selector: '[data-test-id="omni-log-item-sender"]' },
        at: { selector: 'time', attribute: 'datetime' },
        body: { selector: '[data-test-id="omni-log-message-content"], .zd-comment' },
        roles: [
          { role: 'note', selector: ':has([data-test-id="omni-log-internal-note-tag"])' },
          { role: 'customer', selector: ':has([data-test-id="omni-log-avatar-end-user"])' },
          { role: 'agent', selector: ':has([data-test-id="omni-log-avatar-agent"])' },
        ],
      },
      fields: [
        {
          name: 'tags',
          label: 'Tags',
          kind: 'tags',
          read: {
            selector:
              '[data-test-id="ticket-fields-tags"] [data-test-id="ticket-system-field-tags-item-selected"]',
          },
        },
      ],
      composer: {
        editor: [
          '[data-test-id="omnicomposer-rich-text-ckeditor"]',
          '.ck-editor__editable[contenteditable="true"]',
        ],
        open: {
          public: { by: 'click', selector: '[data-test-id="omnichannel-channel-switcher-public"]' },
          internal: { by: 'click', selector: '[data-test-id="omnichannel-channel-switcher-internal"]' },
        },
        visibility: [
          {
            selector: '[data-test-id="omnichannel-channel-switcher-button"]',
            public: /^(?:Public reply|Email|Messaging|Web form)$/,
            internal: /^Internal note$/,
          },
          {
            selector: '[data-test-id="omni-composer-container"]',
            attribute: 'data-visibility',
            public: /^public$/,
            internal: /^internal$/,
          },
        ],
        recipients: [{ selector: '[data-test-id="omnicomposer-recipient-pill"]' }],
        otherwiseAny: true,
      },
      grades: { composer: 'third-party-code' },
    },
  ],
  api: {
    token: api,
    session: {
      ...api,
      confidence: 'third-party-code',
      csrf: { selector: 'meta[name="csrf-token"]', attribute: 'content', header: 'X-CSRF-Token' },
    },
  },
});
