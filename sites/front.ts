import { defineSite, type RequestDescriptor, type WireLookup } from '../core/site';

const CONVERSATION = '/conversations/{id}';
const get = (path: string): RequestDescriptor => ({ method: 'GET', path, ok: [200] });
const patch = (body: RequestDescriptor['body'], more: Partial<RequestDescriptor>): RequestDescriptor => ({
  method: 'PATCH',
  path: CONVERSATION,
  body,
  ok: [200, 204],
  ...more,
});
const tags: WireLookup = { request: get('/tags?limit=100'), list: '_results', label: 'name', value: 'id' };
const tag = (method: 'POST' | 'DELETE'): RequestDescriptor => ({
  method,
  path: `${CONVERSATION}/tags`,
  body: { tag_ids: ['{value}'] },
  ok: [200, 204],
  wire: tags,
});
/** Front. Little is known of its pages; replies and comments have boxes of their own. */
export default defineSite({
  id: 'front',
  name: 'Front',
  confidence: 'unverified',
  detect: { hosts: /^app\.frontapp\.com$/, selectors: ['body'] },
  raises: { add_note: 'R3' },
  pages: [
    {
      type: 'ticket',
      url: /\/(?<id>cnv_[a-z0-9]+)(?:[/?#]|$)/,
      id: { selector: '[data-conversation-id]', attribute: 'data-conversation-id' },
      subject: { selector: '[data-test-id="conversation-subject"]' },
      requester: {
        name: { selector: '[data-test-id="contact-name"]' },
        email: { selector: '[data-test-id="contact-handle"]' },
      },
      account: { selector: '[data-test-id="current-teammate"]', attribute: 'aria-label' },
      messages: {
        item: '[data-timeline-item]',
        key: 'data-timeline-item',
        order: 'by-time',
        author: { selector: '[data-author]' },
        at: { selector: 'time', attribute: 'datetime' },
        body: { selector: '[data-message-body]' },
        roles: [
          { role: 'note', selector: '[data-kind="comment"]' },
          { role: 'customer', selector: '[data-kind="inbound"]' },
          { role: 'agent', selector: '[data-kind="outbound"]' },
        ],
      },
      fields: [],
      composer: {
        editor: [
          '[data-composer="message"] [contenteditable="true"]',
          '[data-composer="comment"] [contenteditable="true"]',
        ],
        open: {
          public: { by: 'click', selector: '[data-test-id="reply-button"]' },
          internal: { by: 'click', selector: '[data-test-id="comment-button"]' },
        },
        visibility: [
          {
            selector: '[data-composer]',
            attribute: 'data-composer',
            public: /^message$/,
            internal: /^comment$/,
          },
          { selector: '[data-composer] [data-send]', public: /^Send/, internal: /^Comment/ },
        ],
        recipients: [{ selector: '[data-composer="message"] [data-recipient]' }],
        otherwiseAny: true,
      },
    },
  ],
  api: {
    token: {
      confidence: 'documentation',
      base: 'https://api2.frontapp.com',
      auth: {
        header: 'Authorization',
        value: 'Bearer {token}',
        hint: 'An API token with the scopes for shared resources (Settings → Developers → API tokens).',
      },
      // a token is the company's: what it writes is nobody's by name
      account: { known: 'Front API token' },
      extra: [{ name: 'comments', request: get(`${CONVERSATION}/comments`) }],
      record: {
        request: get(CONVERSATION),
        map: {
          id: 'id',
          subject: 'subject',
          requesterName: 'recipient.name',
          requesterEmail: 'recipient.handle',
          fields: [
            // that of everybody's inbox: assigned and unassigned are both open
            {
              name: 'status',
              label: 'Status',
              kind: 'choice',
              path: 'status',
              labels: {
                unassigned: 'Open',
                assigned: 'Open',
                archived: 'Archived',
                deleted: 'Deleted',
                spam: 'Spam',
              },
            },
            { name: 'assignee', label: 'Assignee', kind: 'choice', path: 'assignee.email' },
            { name: 'tags', label: 'Tags', kind: 'tags', path: 'tags.*.name' },
          ],
        },
      },
      messages: {
        request: get(`${CONVERSATION}/messages?limit=100`),
        map: {
          list: ['_results', '$comments._results'],
          key: 'id',
          author: ['author.email', 'recipients.[role=from].handle'],
          at: ['created_at', 'posted_at'],
          body: 'body',
          // a comment has no direction: it stays among colleagues
          role: { path: 'is_inbound', customer: ['true'], agent: ['false'], otherwise: 'note' },
          except: { path: 'is_draft', values: ['true'] },
          order: 'by-time',
          seconds: true,
        },
      },
      write: {
        status: patch(
          { status: '{value}' },
          { labels: { Open: 'open', Archived: 'archived', Spam: 'spam' } },
        ),
        assignee: patch(
          { assignee_id: '{value}' },
          {
            wire: { request: get('/teammates'), list: '_results', label: 'email', value: 'id' },
            instead: { '-': patch({ assignee_id: null }, {}) },
          },
        ),
        'add-tag': tag('POST'),
        'remove-tag': tag('DELETE'),
        note: {
          method: 'POST',
          path: `${CONVERSATION}/comments`,
          body: { body: '{text}' },
          ok: [200, 201],
          messageKey: 'id',
        },
        // taken in at once, and sent a little later
        reply: {
          method: 'POST',
          path: `${CONVERSATION}/messages`,
          body: { body: '{html}', type: 'email' },
          ok: [202],
        },
      },
    },
  },
});
