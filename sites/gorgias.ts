import { defineSite, type RequestDescriptor } from '../core/site';

const TICKET = '/api/tickets/{id}';
const STATUS = { open: 'Open', closed: 'Closed' };
const get = (path: string): RequestDescriptor => ({ method: 'GET', path, ok: [200] });
const put = (body: RequestDescriptor['body'], more: Partial<RequestDescriptor>): RequestDescriptor => ({
  method: 'PUT',
  path: TICKET,
  body,
  ok: [200, 202],
  ...more,
});
const tag = (method: 'POST' | 'DELETE'): RequestDescriptor => ({
  method,
  path: `${TICKET}/tags`,
  body: { names: ['{value}'] },
  ok: [200, 201, 204],
});
/** Gorgias. Its editor is believed to be Draft.js, which is found by its own mark or not at all. */
export default defineSite({
  id: 'gorgias',
  name: 'Gorgias',
  confidence: 'unverified',
  detect: { hosts: /(?:^|\.)gorgias\.com$/, selectors: ['body'] },
  raises: { add_note: 'R3' },
  pages: [
    {
      type: 'ticket',
      url: /^\/app\/(?:ticket|views\/\d+)\/(?<id>\d+)(?:[/?#]|$)/,
      id: { selector: '[data-ticket-id]', attribute: 'data-ticket-id' },
      subject: { selector: '[data-testid="ticket-subject"]' },
      requester: {
        name: { selector: '[data-testid="customer-name"]' },
        email: { selector: '[data-testid="customer-email"]' },
      },
      account: { selector: '[data-testid="user-menu"]', attribute: 'aria-label' },
      messages: {
        item: '[data-testid="ticket-message"]',
        key: 'data-message-id',
        order: 'by-time',
        author: { selector: '[data-testid="message-author"]' },
        at: { selector: 'time', attribute: 'datetime' },
        body: { selector: '[data-testid="message-body"]' },
        roles: [
          { role: 'note', selector: '[data-channel="internal-note"]' },
          { role: 'agent', selector: '[data-from-agent="true"]' },
          { role: 'customer', selector: '[data-from-agent="false"]' },
        ],
      },
      fields: [],
      composer: {
        editor: [
          '[data-testid="reply-area"] .public-DraftEditor-content',
          '[data-testid="reply-area"] [contenteditable="true"]',
        ],
        open: {
          public: { by: 'click', selector: '[data-testid="channel-email"]' },
          internal: { by: 'click', selector: '[data-testid="channel-internal-note"]' },
        },
        visibility: [
          {
            selector: '[data-testid="reply-channel"]',
            public: /^(?:Email|Chat|Reply)/,
            internal: /^Internal note/i,
          },
          {
            selector: '[data-testid="reply-area"]',
            attribute: 'data-channel',
            public: /^(?!internal-note$).+/,
            internal: /^internal-note$/,
          },
        ],
        recipients: [{ selector: '[data-testid="reply-area"] [data-recipient]' }],
        otherwiseAny: true,
      },
    },
  ],
  api: {
    token: {
      confidence: 'documentation',
      auth: {
        header: 'Authorization',
        value: 'Basic {basic}',
        basic: '{token}',
        hint: 'Your e-mail address, a colon, then an API key: maya@example.com:abc123 (Settings → REST API).',
        tells: /^(?<me>[^:\s]+@[^:\s]+):/,
      },
      // 0 is whoever asks
      account: { request: get('/api/users/0'), path: 'email' },
      record: {
        request: get(TICKET),
        map: {
          id: 'id',
          subject: 'subject',
          requesterName: 'customer.name',
          requesterEmail: 'customer.email',
          fields: [
            { name: 'status', label: 'Status', kind: 'choice', path: 'status', labels: STATUS },
            { name: 'assignee', label: 'Assignee', kind: 'choice', path: 'assignee_user.email' },
            { name: 'tags', label: 'Tags', kind: 'tags', path: 'tags.*.name' },
          ],
        },
      },
      messages: {
        request: get('/api/messages?ticket_id={id}&limit=100&order_by=created_datetime:desc'),
        map: {
          list: 'data',
          key: 'id',
          author: ['sender.name', 'sender.email'],
          at: 'created_datetime',
          body: ['body_html', 'body_text'],
          role: {
            path: 'public',
            note: ['false'],
            agent: ['true'],
            customerWhen: { path: 'from_agent', values: ['false'] },
          },
          order: 'by-time',
        },
      },
      // a reply needs the address of ours from which it goes out, which nothing here tells for sure
      write: {
        status: put({ status: '{value}' }, { labels: { Open: 'open', Closed: 'closed' } }),
        assignee: put(
          { assignee_user: { id: '{value}' } },
          {
            wire: { request: get('/api/users?limit=100'), list: 'data', label: 'email', value: 'id' },
            instead: { '-': put({ assignee_user: null }, {}) },
          },
        ),
        'add-tag': tag('POST'),
        'remove-tag': tag('DELETE'),
        note: {
          method: 'POST',
          path: `${TICKET}/messages`,
          body: {
            channel: 'internal-note',
            via: 'api',
            from_agent: true,
            public: false,
            sender: { email: '{me}' },
            source: { type: 'internal-note' },
            body_html: '{html}',
            body_text: '{text}',
          },
          ok: [200, 201],
          messageKey: 'id',
        },
      },
    },
  },
});
