import { defineSite, type RequestDescriptor } from '../core/site';

const ACCOUNT = '/api/v1/accounts/{account}';
const CONVERSATION = `${ACCOUNT}/conversations/{id}`;
const STATUS = { open: 'Open', pending: 'Pending', snoozed: 'Snoozed', resolved: 'Resolved' };
const PRIORITY = { urgent: 'Urgent', high: 'High', medium: 'Medium', low: 'Low' };
const flip = (labels: Record<string, string>) =>
  Object.fromEntries(Object.entries(labels).map(([wire, label]) => [label, wire]));
const get = (path: string): RequestDescriptor => ({ method: 'GET', path, ok: [200] });
const post = (
  end: string,
  body: RequestDescriptor['body'],
  more: Partial<RequestDescriptor> = {},
): RequestDescriptor => ({ method: 'POST', path: `${CONVERSATION}/${end}`, body, ok: [200], ...more });
const say = (inside: boolean): RequestDescriptor =>
  post('messages', { content: '{text}', message_type: 'outgoing', private: inside }, { messageKey: 'id' });
/** Chatwoot, on any host. Replies and private notes share one box that changes its colour. */
export default defineSite({
  id: 'chatwoot',
  name: 'Chatwoot',
  confidence: 'unverified',
  detect: { selectors: ['#app', '.conversation-panel', '.reply-box'] },
  raises: { add_note: 'R3' },
  pages: [
    {
      type: 'ticket',
      url: /^\/app\/accounts\/\d+\/(?:[^?#]*\/)?conversations\/(?<id>\d+)(?:[/?#]|$)/,
      id: {
        selector:
          '.conversation.active[data-conversation-id], .conversation-details-wrap [data-conversation-id]',
        attribute: 'data-conversation-id',
      },
      subject: {
        selector:
          '.conversation-details-wrap .conversation--header--subject, .conversation--header .user--name',
      },
      requester: {
        name: { selector: '.contact--profile .contact--name' },
        email: { selector: '.contact--profile .contact-info--email' },
      },
      account: { selector: '.user-profile--name, [data-current-user]' },
      messages: {
        item: '.conversation-panel > li, .conversation-panel [id^="message"]',
        key: 'id',
        order: 'by-time',
        author: { selector: '.message-text--metadata .sender, .sender--name' },
        at: { selector: '.message-text--metadata time', attribute: 'datetime' },
        body: { selector: '.message-text__wrap, .bubble .message-text' },
        roles: [
          { role: 'note', selector: ':has(.is-private)' },
          { role: 'agent', selector: '.right' },
          { role: 'customer', selector: '.left' },
        ],
      },
      fields: [],
      composer: {
        editor: ['.reply-box .ProseMirror', '.reply-box textarea'],
        open: {
          public: { by: 'click', selector: '.reply-box .button-wrap [data-mode="reply"]' },
          internal: { by: 'click', selector: '.reply-box .button-wrap [data-mode="note"]' },
        },
        visibility: [
          {
            selector: '.reply-box',
            attribute: 'class',
            public: /^(?!.*\bis-private\b)/,
            internal: /\bis-private\b/,
          },
          {
            selector: '.reply-box .button-wrap .is-active',
            attribute: 'data-mode',
            public: /^reply$/,
            internal: /^note$/,
          },
        ],
        recipients: [{ selector: '.reply-box .email-recipient' }],
        otherwiseAny: true,
      },
    },
  ],
  api: {
    token: {
      confidence: 'documentation',
      auth: {
        header: 'api_access_token',
        value: '{token}',
        hint: 'Your access token (Profile settings → Access token).',
      },
      extra: [
        {
          name: 'profile',
          request: get('/api/v1/profile'),
          facts: { account: 'accounts.0.id' },
          // conversations of two accounts share their numbers
          not: {
            path: 'accounts.1.id',
            words:
              'You belong to several Chatwoot accounts, and over the API nobody can tell which of them is open.',
          },
        },
        { name: 'agents', request: get(`${ACCOUNT}/agents`), optional: true },
      ],
      account: { request: get('/api/v1/profile'), path: 'email' },
      record: {
        request: get(CONVERSATION),
        map: {
          id: 'id',
          subject: 'additional_attributes.mail_subject',
          requesterName: 'meta.sender.name',
          requesterEmail: 'meta.sender.email',
          fields: [
            { name: 'status', label: 'Status', kind: 'choice', path: 'status', labels: STATUS },
            { name: 'priority', label: 'Priority', kind: 'choice', path: 'priority', labels: PRIORITY },
            { name: 'assignee', label: 'Agent', kind: 'choice', path: 'meta.assignee.name' },
            // a change of one label would write the whole list, and a colleague's with it
            { name: 'tags', label: 'Labels', kind: 'tags', path: 'labels' },
          ],
        },
      },
      messages: {
        request: get(`${CONVERSATION}/messages`),
        map: {
          list: 'payload',
          key: 'id',
          author: 'sender.name',
          at: 'created_at',
          body: 'content',
          role: {
            path: 'message_type',
            customer: ['0'],
            agent: ['1', '3'],
            noteWhen: { path: 'private', values: ['true'] },
          },
          order: 'by-time',
          seconds: true,
        },
      },
      write: {
        // snoozed asks for a time, and is no choice of its own here
        status: post(
          'toggle_status',
          { status: '{value}' },
          { labels: { Open: 'open', Pending: 'pending', Resolved: 'resolved' } },
        ),
        priority: post('toggle_priority', { priority: '{value}' }, { labels: flip(PRIORITY) }),
        assignee: post(
          'assignments',
          { assignee_id: '{value}' },
          { wire: { request: get(`${ACCOUNT}/agents`), list: '*', label: 'name', value: 'id' } },
        ),
        note: say(true),
        reply: say(false),
      },
    },
  },
});
