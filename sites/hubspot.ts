import { defineSite, type RequestDescriptor } from '../core/site';

const PROPERTIES = 'subject,hs_pipeline_stage,hs_ticket_priority,hubspot_owner_id';
const TICKET = '/crm/v3/objects/tickets/{id}';
const PRIORITY = { LOW: 'Low', MEDIUM: 'Medium', HIGH: 'High', URGENT: 'Urgent' };
const get = (path: string): RequestDescriptor => ({ method: 'GET', path, ok: [200] });
const patch = (property: string, more: Partial<RequestDescriptor>): RequestDescriptor => ({
  method: 'PATCH',
  path: TICKET,
  body: { properties: { [property]: '{value}' } },
  ok: [200],
  ...more,
});
const THREAD = '/conversations/v3/conversations/threads/{thread}/messages';

/**
 * HubSpot tickets with their conversation. The conversation is found by the ticket's thread; a reply would also need
 * channel and sender, which differ with every channel, so replies go through the page and notes over the API.
 */
export default defineSite({
  id: 'hubspot',
  name: 'HubSpot',
  confidence: 'unverified',
  detect: { hosts: /^app(?:-\w+)?\.hubspot\.com$/, selectors: ['body'] },
  raises: { add_note: 'R3' },
  pages: [
    {
      type: 'ticket',
      url: /^\/(?:contacts|help-desk)\/\d+\/(?:record\/0-5|ticket|view\/[^/]+\/ticket)\/(?<id>\d+)(?:[/?#]|$)/,
      id: { selector: '[data-test-id="record-id"], [data-object-id]', attribute: 'data-object-id' },
      subject: { selector: '[data-selenium-test="highlightTitle"], h2[data-test-id="ticket-subject"]' },
      requester: {
        name: {
          selector: '[data-test-id="contact-card-name"], [data-selenium-test="contact-chicklet-title-link"]',
        },
        email: {
          selector: '[data-test-id="contact-card-email"], [data-selenium-test="contact-chicklet-email"]',
        },
      },
      account: { selector: '#hs-nav-v4 .user-info-email, [data-test-id="nav-account-email"]' },
      messages: {
        item: '[data-test-id="thread-message"]',
        key: 'data-message-id',
        order: 'oldest-first',
        author: { selector: '[data-test-id="message-sender"]' },
        at: { selector: 'time', attribute: 'datetime' },
        body: { selector: '[data-test-id="message-body"]' },
        roles: [
          { role: 'note', selector: '[data-message-type="COMMENT"]' },
          { role: 'customer', selector: '[data-direction="INCOMING"]' },
          { role: 'agent', selector: '[data-direction="OUTGOING"]' },
        ],
      },
      fields: [],
      composer: {
        editor: [
          '[data-test-id="composer"] .ProseMirror',
          '[data-test-id="composer"] [contenteditable="true"]',
        ],
        open: {
          public: { by: 'click', selector: '[data-test-id="composer-tab-email"]' },
          internal: { by: 'click', selector: '[data-test-id="composer-tab-comment"]' },
        },
        visibility: [
          { selector: '', address: true, public: /^#(?:email|live-chat)\b/, internal: /^#comment\b/ },
          {
            selector: '[data-test-id^="composer-tab-"][aria-selected="true"]',
            attribute: 'data-test-id',
            public: /-(?:email|live-chat)$/,
            internal: /-comment$/,
          },
          {
            selector: '[data-test-id="composer"]',
            attribute: 'data-composer-type',
            public: /^(?:email|live-chat)$/,
            internal: /^comment$/,
          },
        ],
        recipients: [{ selector: '[data-test-id="composer"] [data-test-id="recipient-pill"]' }],
        otherwiseAny: true,
      },
      grades: { composer: 'third-party-code' },
    },
  ],
  api: {
    token: {
      confidence: 'documentation',
      base: 'https://api.hubapi.com',
      auth: {
        header: 'Authorization',
        value: 'Bearer {token}',
        hint: 'The access token of a private app with the scopes tickets, crm.objects.contacts.read, crm.objects.owners.read and conversations.read/write.',
      },
      extra: [
        {
          name: 'links',
          request: get(`${TICKET}?associations=contacts`),
          facts: { contact: 'associations.contacts.results.0.id' },
        },
        {
          name: 'contact',
          request: get('/crm/v3/objects/contacts/{contact}?properties=firstname,lastname,email'),
        },
        {
          name: 'threads',
          request: get('/conversations/v3/conversations/threads?associatedTicketId={id}'),
          facts: { thread: 'results.0.id' },
        },
        { name: 'owners', request: get('/crm/v3/owners?limit=500') },
        {
          name: 'stages',
          request: get('/crm/v3/pipelines/tickets'),
        },
      ],
      account: { known: 'Private app' },
      record: {
        request: get(`${TICKET}?properties=${PROPERTIES}`),
        map: {
          id: 'id',
          subject: 'properties.subject',
          requesterName: ['$contact.properties.firstname', '$contact.properties.lastname'],
          requesterEmail: '$contact.properties.email',
          fields: [
            {
              name: 'status',
              label: 'Ticket status',
              kind: 'choice',
              path: '$stages.results.*.stages.[id=$properties.hs_pipeline_stage].label',
            },
            {
              name: 'priority',
              label: 'Priority',
              kind: 'choice',
              path: 'properties.hs_ticket_priority',
              labels: PRIORITY,
            },
            {
              name: 'assignee',
              label: 'Ticket owner',
              kind: 'choice',
              path: '$owners.results.[id=$properties.hubspot_owner_id].email',
            },
          ],
        },
      },
      messages: {
        request: get(`${THREAD}?limit=100`),
        map: {
          list: 'results',
          key: 'id',
          author: 'senders.0.name',
          at: 'createdAt',
          body: 'text',
          role: {
            path: 'type',
            agent: ['MESSAGE', 'WELCOME_MESSAGE'],
            note: ['COMMENT'],
            customerWhen: { path: 'direction', values: ['INCOMING'] },
          },
          order: 'newest-first',
        },
      },
      write: {
        status: patch('hs_pipeline_stage', {
          wire: {
            request: get('/crm/v3/pipelines/tickets'),
            list: 'results.*.stages',
            label: 'label',
            value: 'id',
          },
        }),
        priority: patch('hs_ticket_priority', {
          labels: Object.fromEntries(Object.entries(PRIORITY).map(([wire, label]) => [label, wire])),
        }),
        assignee: patch('hubspot_owner_id', {
          wire: { request: get('/crm/v3/owners?limit=500'), list: 'results', label: 'email', value: 'id' },
        }),
        note: {
          method: 'POST',
          path: THREAD,
          // a list of attachments is asked for, also where there are none
          body: { type: 'COMMENT', text: '{text}', richText: '{html}', attachments: [] },
          ok: [200, 201],
          messageKey: 'id',
        },
      },
    },
  },
});
