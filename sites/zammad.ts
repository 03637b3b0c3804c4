import { defineSite, type RequestDescriptor, type WireLookup } from '../core/site';

const TICKET = '/api/v1/tickets/{id}';
const get = (path: string): RequestDescriptor => ({ method: 'GET', path, ok: [200] });
const put = (body: RequestDescriptor['body'], wire: WireLookup): RequestDescriptor => ({
  method: 'PUT',
  path: TICKET,
  body,
  ok: [200],
  wire,
});
/** The name itself stands on the wire; asked for all the same, since a name that is not there is no choice. */
const named = (path: string): WireLookup => ({ request: get(path), list: '*', label: 'name', value: 'name' });
const tag = (method: 'POST' | 'DELETE', path: string): RequestDescriptor => ({
  method,
  path,
  body: { item: '{value}', object: 'Ticket', o_id: '{id}' },
  ok: [200, 201],
});
const article = (body: { [key: string]: string | boolean }): RequestDescriptor => ({
  method: 'POST',
  path: '/api/v1/ticket_articles',
  body: { ticket_id: '{id}', body: '{html}', content_type: 'text/html', ...body },
  ok: [200, 201],
  messageKey: 'id',
});

/** Zammad’s desktop view, on any host. Several tickets stay mounted as tasks; the active one counts. */
export default defineSite({
  id: 'zammad',
  name: 'Zammad',
  confidence: 'unverified',
  detect: { selectors: ['#app, .app', '.ticketZoom', '.article-add'] },
  raises: { add_note: 'R3' },
  pages: [
    {
      type: 'ticket',
      url: /#ticket\/zoom\/(?<id>\d+)(?:[/?]|$)/,
      id: {
        selector: '.content.active .ticketZoom[data-id], .content.active .ticketZoom-header[data-id]',
        attribute: 'data-id',
      },
      subject: { selector: '.content.active .ticket-title .js-objectTitle, .content.active .ticket-title' },
      requester: {
        name: { selector: '.content.active .sidebar[data-tab="customer"] .user-name' },
        email: { selector: '.content.active .sidebar[data-tab="customer"] a[href^="mailto:"]' },
      },
      account: { selector: '.user-menu .user > a', attribute: 'title' },
      messages: {
        item: '.content.active .ticket-article-item',
        key: 'data-id',
        order: 'by-time',
        author: { selector: '.article-meta-key--from + .article-meta-value, .article-meta .article-from' },
        at: { selector: 'time', attribute: 'datetime' },
        body: { selector: '.article-content .textBubble-content, .article-content .textBubble' },
        roles: [
          { role: 'note', selector: '.is-internal' },
          { role: 'customer', selector: '.customer' },
          { role: 'agent', selector: '.agent' },
        ],
      },
      fields: [],
      composer: {
        editor: [
          '.content.active .article-add [data-name="body"][contenteditable="true"]',
          '.content.active .article-add .js-textarea',
        ],
        open: {
          public: { by: 'click', selector: '.content.active .article-add .js-openPublic' },
          internal: { by: 'click', selector: '.content.active .article-add .js-openInternal' },
        },
        visibility: [
          {
            selector: '.content.active .article-add',
            attribute: 'class',
            public: /(?:^|\s)is-public(?:\s|$)/,
            internal: /(?:^|\s)is-internal(?:\s|$)/,
          },
          {
            selector: '.content.active .article-add [name="internal"]',
            public: /^(?:false|0|)$/,
            internal: /^(?:true|1)$/,
          },
        ],
        recipients: [
          { selector: '.content.active .article-add [name="to"]' },
          { selector: '.content.active .article-add [name="cc"]' },
        ],
        otherwiseAny: true,
      },
      grades: { composer: 'source' },
    },
  ],
  api: {
    token: {
      confidence: 'documentation',
      auth: {
        header: 'Authorization',
        value: 'Token token={token}',
        hint: 'An access token with the right ticket.agent (your avatar → Profile → Token Access).',
      },
      account: { request: get('/api/v1/users/me'), path: 'login' },
      extra: [
        { name: 'ticket', request: get(TICKET), facts: { customer: 'customer_id' } },
        { name: 'customer', request: get('/api/v1/users/{customer}'), facts: { to: 'email' } },
        { name: 'tagged', request: get('/api/v1/tags?object=Ticket&o_id={id}') },
      ],
      record: {
        request: get(`${TICKET}?expand=true`),
        map: {
          id: 'id',
          subject: 'title',
          requesterName: ['$customer.firstname', '$customer.lastname'],
          requesterEmail: '$customer.email',
          fields: [
            { name: 'status', label: 'State', kind: 'choice', path: 'state' },
            { name: 'priority', label: 'Priority', kind: 'choice', path: 'priority' },
            // a person is called by the login here
            { name: 'assignee', label: 'Owner', kind: 'choice', path: 'owner' },
            { name: 'tags', label: 'Tags', kind: 'tags', path: '$tagged.tags' },
          ],
        },
      },
      messages: {
        request: get('/api/v1/ticket_articles/by_ticket/{id}?expand=true'),
        map: {
          list: '*',
          key: 'id',
          author: 'from',
          at: 'created_at',
          body: 'body',
          role: {
            path: 'internal',
            note: ['true'],
            agent: ['false'],
            customerWhen: { path: 'sender', values: ['Customer'] },
          },
          order: 'oldest-first',
        },
      },
      write: {
        status: put({ state: '{value}' }, named('/api/v1/ticket_states')),
        priority: put({ priority: '{value}' }, named('/api/v1/ticket_priorities')),
        assignee: {
          ...put(
            { owner_id: '{value}' },
            {
              request: get('/api/v1/users/search?query={value}'),
              list: '*',
              label: 'login',
              value: 'id',
            },
          ),
          // the user that stands for nobody
          instead: { '-': { method: 'PUT', path: TICKET, body: { owner_id: 1 }, ok: [200] } },
        },
        'add-tag': tag('POST', '/api/v1/tags/add'),
        'remove-tag': tag('DELETE', '/api/v1/tags/remove'),
        note: article({ type: 'note', internal: true }),
        reply: article({ type: 'email', to: '{to}', internal: false, sender: 'Agent' }),
      },
    },
  },
});
