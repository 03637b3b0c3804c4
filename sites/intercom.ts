import { defineSite, type RequestDescriptor } from '../core/site';

const CONVERSATION = '/conversations/{id}';
const HEADERS = { 'Intercom-Version': '2.14' };
const get = (path: string): RequestDescriptor => ({ method: 'GET', path, headers: HEADERS, ok: [200] });
const post = (
  path: string,
  body: RequestDescriptor['body'],
  more: Partial<RequestDescriptor> = {},
): RequestDescriptor => ({
  method: 'POST',
  path,
  headers: HEADERS,
  body,
  ok: [200],
  ...more,
});
const manage = (body: Record<string, string>): RequestDescriptor =>
  post(`${CONVERSATION}/parts`, { admin_id: '{me}', ...body });
const say = (kind: 'comment' | 'note'): RequestDescriptor =>
  post(`${CONVERSATION}/reply`, { message_type: kind, type: 'admin', admin_id: '{me}', body: '{html}' });

/** Intercom's inbox. A part of a conversation stays for good; every write is made in a teammate's name. */
export default defineSite({
  id: 'intercom',
  name: 'Intercom',
  confidence: 'unverified',
  detect: { hosts: /^app(?:\.eu|\.au)?\.intercom\.com$/, selectors: ['body'] },
  raises: { add_note: 'R3' },
  pages: [
    {
      type: 'ticket',
      url: /\/inbox\/.*conversation\/(?<id>\d+)(?:[/?#]|$)/,
      id: { selector: '[data-conversation-id]', attribute: 'data-conversation-id' },
      subject: { selector: '.inbox2__conversation-title, [data-conversation-title]' },
      requester: {
        name: { selector: '[data-intercom-target="user-profile-name"], .user-profile__name' },
        email: { selector: '[data-intercom-target="user-profile-email"], .user-profile__email' },
      },
      account: { selector: '[data-intercom-target="current-admin"]', attribute: 'aria-label' },
      messages: {
        item: '.conversation__part',
        key: 'data-part-id',
        order: 'oldest-first',
        author: { selector: '.conversation__part__author' },
        at: { selector: 'time', attribute: 'datetime' },
        body: { selector: '.conversation__text' },
        roles: [
          { role: 'note', selector: ':has(.conversation__text.o__note)' },
          { role: 'agent', selector: '.o__admin' },
          { role: 'customer', selector: '.o__user' },
        ],
      },
      fields: [],
      composer: {
        editor: [
          '[data-conversation-reply-composer] .embercom-prosemirror-composer-editor',
          '.embercom-prosemirror-composer-editor',
        ],
        open: {
          public: { by: 'click', selector: '[data-intercom-target="reply-tab"]' },
          internal: { by: 'click', selector: '[data-intercom-target="note-tab"]' },
        },
        visibility: [
          {
            selector:
              '[data-intercom-target="reply-tab"][aria-selected="true"], [data-intercom-target="note-tab"][aria-selected="true"]',
            attribute: 'data-intercom-target',
            public: /^reply-tab$/,
            internal: /^note-tab$/,
          },
          {
            selector: '[data-conversation-reply-composer]',
            attribute: 'class',
            public: /^(?!.*\bo__note\b)/,
            internal: /\bo__note\b/,
          },
        ],
        recipients: [],
        otherwiseAny: true,
      },
      grades: { composer: 'third-party-code', conversation: 'third-party-code' },
    },
  ],
  api: {
    token: {
      confidence: 'documentation',
      base: 'https://api.intercom.io',
      auth: {
        header: 'Authorization',
        value: 'Bearer {token}',
        hint: 'An access token of an app in your workspace (Developer Hub → your app → Authentication).',
      },
      extra: [
        { name: 'me', request: get('/me'), facts: { me: 'id' } },
        { name: 'admins', request: get('/admins') },
      ],
      account: { request: get('/me'), path: 'email' },
      record: {
        request: get(CONVERSATION),
        facts: { contact: 'contacts.contacts.0.id' },
        map: {
          id: 'id',
          subject: 'title',
          requesterName: 'source.author.name',
          requesterEmail: 'source.author.email',
          fields: [
            {
              name: 'status',
              label: 'Status',
              kind: 'choice',
              path: 'state',
              labels: { open: 'Open', closed: 'Closed', snoozed: 'Snoozed' },
            },
            {
              name: 'assignee',
              label: 'Assignee',
              kind: 'choice',
              path: '$admins.admins.[id=$admin_assignee_id].name',
            },
            { name: 'tags', label: 'Tags', kind: 'tags', path: 'tags.tags.*.name' },
          ],
        },
      },
      messages: {
        request: get(CONVERSATION),
        map: {
          first: 'source',
          list: 'conversation_parts.conversation_parts',
          key: 'id',
          author: 'author.name',
          at: 'created_at',
          body: 'body',
          role: {
            path: 'part_type',
            agent: ['comment'],
            note: ['note'],
            otherwise: 'agent',
            customerWhen: { path: 'author.type', values: ['user', 'lead', 'contact'] },
          },
          order: 'oldest-first',
          seconds: true,
        },
      },
      write: {
        status: {
          ...manage({ message_type: '{value}', type: 'admin' }),
          labels: { Closed: 'close' },
          // opening names who does it and no kind of person
          instead: { Open: manage({ message_type: 'open' }) },
        },
        assignee: {
          ...manage({ message_type: 'assignment', type: 'admin', assignee_id: '{value}' }),
          wire: { request: get('/admins'), list: 'admins', label: 'name', value: 'id' },
        },
        'add-tag': post(
          `${CONVERSATION}/tags`,
          { id: '{value}', admin_id: '{me}' },
          { wire: { request: get('/tags'), list: 'data', label: 'name', value: 'id' } },
        ),
        'remove-tag': {
          method: 'DELETE',
          path: `${CONVERSATION}/tags/{value}`,
          headers: HEADERS,
          body: { admin_id: '{me}' },
          wire: { request: get('/tags'), list: 'data', label: 'name', value: 'id' },
          ok: [200],
        },
        note: say('note'),
        reply: say('comment'),
      },
    },
  },
});
