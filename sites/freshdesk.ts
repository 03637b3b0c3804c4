import { defineSite, type RequestDescriptor } from '../core/site';

const TICKET = '/api/v2/tickets/{id}';
const STATUS = { 2: 'Open', 3: 'Pending', 4: 'Resolved', 5: 'Closed' };
const PRIORITY = { 1: 'Low', 2: 'Medium', 3: 'High', 4: 'Urgent' };
const flip = (labels: Record<string, string>) =>
  Object.fromEntries(Object.entries(labels).map(([wire, label]) => [label, Number(wire)]));
const get = (path: string): RequestDescriptor => ({ method: 'GET', path, ok: [200] });
const put = (body: RequestDescriptor['body'], more: Partial<RequestDescriptor> = {}): RequestDescriptor => ({
  method: 'PUT',
  path: TICKET,
  body,
  ok: [200],
  ...more,
});
const post = (end: string, body: RequestDescriptor['body']): RequestDescriptor => ({
  method: 'POST',
  path: `${TICKET}/${end}`,
  body,
  ok: [200, 201],
  messageKey: 'id',
});
/** Freshdesk. Which editor it uses is told differently by different sources, so all of them are tried and the box that is shown counts. */
export default defineSite({
  id: 'freshdesk',
  name: 'Freshdesk',
  confidence: 'unverified',
  detect: { hosts: /(?:^|\.)freshdesk\.com$/, selectors: ['body'] },
  raises: { add_note: 'R3' },
  pages: [
    {
      type: 'ticket',
      url: /^\/a\/tickets\/(?<id>\d+)(?:[/?#]|$)/,
      id: { selector: '[data-test-id="ticket-details"][data-ticket-id]', attribute: 'data-ticket-id' },
      subject: { selector: '.ticket-subject-heading' },
      requester: {
        name: { selector: '[data-test-id="requester-name"]' },
        email: { selector: '[data-test-id="requester-email"]' },
      },
      account: { selector: '[data-test-id="profile-menu"]', attribute: 'aria-label' },
      messages: {
        item: '[data-test-id="conversation-item"]',
        key: 'data-conversation-id',
        order: 'by-time',
        author: { selector: '.sender-name' },
        at: { selector: 'time', attribute: 'datetime' },
        body: { selector: '.conversation-body' },
        roles: [
          { role: 'note', selector: '[data-conversation-type="note"]' },
          { role: 'customer', selector: '[data-conversation-type="incoming"]' },
          { role: 'agent', selector: '[data-conversation-type="reply"]' },
        ],
      },
      fields: [],
      composer: {
        editor: [
          '[data-test-id="editor"] .fr-element.fr-view',
          '[data-test-id="editor"] .redactor-editor',
          '[data-test-id="editor"] [contenteditable="true"]',
        ],
        open: {
          public: { by: 'click', selector: '[data-test-id="ticket-action-reply"]' },
          internal: { by: 'click', selector: '[data-test-id="ticket-action-note"]' },
        },
        visibility: [
          {
            selector: '[data-test-id="editor"]',
            attribute: 'data-editor-type',
            // a forward is public too, but not to who asks
            public: /^reply$/,
            internal: /^note$/,
          },
          { selector: '[data-test-id="editor-send"]', public: /^(?:Send|Reply)/, internal: /^Add note/i },
        ],
        recipients: [{ selector: '[data-test-id="editor"] [data-test-id="to-email"]' }],
        otherwiseAny: true,
      },
      grades: { record: 'third-party-code' },
    },
  ],
  api: {
    token: {
      confidence: 'documentation',
      auth: {
        header: 'Authorization',
        value: 'Basic {basic}',
        basic: '{token}:X',
        hint: 'Your API key (your picture → Profile settings).',
      },
      account: { request: get('/api/v2/agents/me'), path: 'contact.email' },
      extra: [
        { name: 'ticket', request: get(`${TICKET}?include=requester`) },
        // who may not list agents sees no assignee
        { name: 'agents', request: get('/api/v2/agents?per_page=100'), optional: true },
      ],
      record: {
        request: get(`${TICKET}?include=requester`),
        map: {
          id: 'id',
          subject: 'subject',
          requesterName: 'requester.name',
          requesterEmail: 'requester.email',
          fields: [
            { name: 'status', label: 'Status', kind: 'choice', path: 'status', labels: STATUS },
            { name: 'priority', label: 'Priority', kind: 'choice', path: 'priority', labels: PRIORITY },
            {
              name: 'assignee',
              label: 'Agent',
              kind: 'choice',
              path: '$agents.[id=$responder_id].contact.name',
            },
            // a change of one tag would write the whole list, and a colleague's with it
            { name: 'tags', label: 'Tags', kind: 'tags', path: 'tags' },
          ],
        },
      },
      messages: {
        request: get(`${TICKET}/conversations?per_page=100`),
        map: {
          // what a ticket opened with stands in the ticket, and is its requester's unless it was sent to them
          first: '$ticket',
          list: '',
          key: 'id',
          author: ['requester.name', 'from_email'],
          at: 'created_at',
          body: ['body', 'description'],
          role: {
            path: 'private',
            note: ['true'],
            agent: ['false'],
            otherwise: 'customer',
            customerWhen: { path: 'incoming', values: ['true'] },
          },
          except: { path: 'source', values: ['10'] },
          order: 'oldest-first',
        },
      },
      write: {
        status: put({ status: '{value}' }, { labels: flip(STATUS) }),
        priority: put({ priority: '{value}' }, { labels: flip(PRIORITY) }),
        assignee: put(
          { responder_id: '{value}' },
          {
            wire: {
              request: get('/api/v2/agents?per_page=100'),
              list: '*',
              label: 'contact.name',
              value: 'id',
            },
          },
        ),
        note: post('notes', { body: '{html}', private: true }),
        reply: post('reply', { body: '{html}' }),
      },
    },
  },
});
