import { defineSite, type RequestDescriptor, type WireLookup } from '../core/site';

const CONVERSATION = '/v2/conversations/{id}';
const STATUS = { active: 'Active', pending: 'Pending', closed: 'Closed', spam: 'Spam' };
const get = (path: string): RequestDescriptor => ({ method: 'GET', path, ok: [200] });
const patch = (
  op: 'replace' | 'remove',
  path: string,
  more: Partial<RequestDescriptor> = {},
): RequestDescriptor => ({
  method: 'PATCH',
  path: CONVERSATION,
  body: op === 'remove' ? { op, path } : { op, path, value: '{value}' },
  ok: [204],
  ...more,
});
// a person is called by the address here
const people: WireLookup = {
  request: get('/v2/users?email={value}'),
  list: '_embedded.users',
  label: 'email',
  value: 'id',
};
const post = (
  end: 'notes' | 'reply',
  body: { [key: string]: RequestDescriptor['body'] },
): RequestDescriptor => ({
  method: 'POST',
  path: `${CONVERSATION}/${end}`,
  body: body as RequestDescriptor['body'],
  ok: [201],
});
/** Help Scout. The box is Slate of an early version, or Redactor in the older page. */
export default defineSite({
  id: 'help-scout',
  name: 'Help Scout',
  confidence: 'unverified',
  detect: { hosts: /^secure\.helpscout\.net$/, selectors: ['body'] },
  raises: { add_note: 'R3' },
  pages: [
    {
      type: 'ticket',
      url: /^\/conversation\/(?<id>\d+)\/\d+(?:[/?#]|$)/,
      id: { selector: '[data-conversation-id]', attribute: 'data-conversation-id' },
      subject: { selector: '#subjectLine, [data-testid="conversation-subject"]' },
      requester: {
        name: { selector: '.c-CustomerName, [data-testid="customer-name"]' },
        email: { selector: '.c-CustomerEmail, [data-testid="customer-email"]' },
      },
      account: { selector: '#account-menu, [data-testid="account-menu"]', attribute: 'aria-label' },
      messages: {
        item: '[data-thread-id]',
        key: 'data-thread-id',
        order: 'by-time',
        author: { selector: '.thread-author' },
        at: { selector: 'time', attribute: 'datetime' },
        body: { selector: '.thread-body' },
        roles: [
          { role: 'note', selector: '.is-note' },
          { role: 'customer', selector: '.is-customer' },
          { role: 'agent', selector: '.is-user' },
        ],
      },
      fields: [],
      composer: {
        editor: ['[data-slate-editor="true"]', '.redactor_editor'],
        open: {
          public: { by: 'click', selector: '[data-shortcut="reply"]' },
          internal: { by: 'click', selector: '[data-shortcut="note"]' },
        },
        visibility: [
          { selector: '.c-Editor', attribute: 'data-editor-mode', public: /^reply$/, internal: /^note$/ },
          { selector: '.c-Editor [type="submit"]', public: /^Send/, internal: /^Add Note/i },
        ],
        recipients: [{ selector: '.c-Editor [data-recipient]' }],
        otherwiseAny: true,
      },
      grades: { composer: 'third-party-code' },
    },
  ],
  api: {
    token: {
      confidence: 'documentation',
      base: 'https://api.helpscout.net',
      auth: {
        header: 'Authorization',
        value: 'Bearer {token}',
        hint: 'An OAuth2 access token of an app of yours (Your profile → My apps). It ends after two days.',
      },
      account: { request: get('/v2/users/me'), path: 'email' },
      record: {
        request: get(CONVERSATION),
        facts: { customer: 'primaryCustomer.email', status: 'status' },
        map: {
          id: 'id',
          subject: 'subject',
          requesterName: ['primaryCustomer.first', 'primaryCustomer.last'],
          requesterEmail: 'primaryCustomer.email',
          fields: [
            { name: 'status', label: 'Status', kind: 'choice', path: 'status', labels: STATUS },
            { name: 'assignee', label: 'Assignee', kind: 'choice', path: 'assignee.email' },
            // a change of one tag would write the whole list, and a colleague's with it
            { name: 'tags', label: 'Tags', kind: 'tags', path: 'tags.*.tag' },
          ],
        },
      },
      messages: {
        request: get(`${CONVERSATION}/threads`),
        map: {
          list: '_embedded.threads',
          key: 'id',
          author: ['createdBy.email', 'createdBy.first'],
          at: 'createdAt',
          body: 'body',
          role: { path: 'type', customer: ['customer', 'chat'], agent: ['message'], note: ['note'] },
          except: { path: 'state', values: ['draft', 'hidden', 'underreview'] },
          order: 'by-time',
        },
      },
      write: {
        status: patch('replace', '/status', {
          labels: Object.fromEntries(Object.entries(STATUS).map(([wire, label]) => [label, wire])),
        }),
        assignee: patch('replace', '/assignTo', { wire: people }),
        note: post('notes', { text: '{html}' }),
        // without its status, a reply would open the conversation again
        reply: post('reply', { customer: { email: '{customer}' }, text: '{html}', status: '{status}' }),
      },
    },
  },
});
