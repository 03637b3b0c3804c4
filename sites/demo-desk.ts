import {
  type ApiField,
  defineSite,
  type FieldDescriptor,
  type Probe,
  type RequestDescriptor,
} from '../core/site';

const STATUS = { new: 'New', open: 'Open', pending: 'Pending', 'on-hold': 'On hold', solved: 'Solved' };
const PRIORITY = { low: 'Low', normal: 'Normal', high: 'High', urgent: 'Urgent' };

const fromLabel = (labels: Record<string, string>) =>
  Object.fromEntries(Object.entries(labels).map(([wire, label]) => [label, wire]));

const slug = (name: string) => name.toLowerCase().replaceAll(' ', '-');

/** A control under its id, read and written in one place. */
const control = (
  id: string,
  name: string,
  label: string,
  kind: 'choice' | 'text',
  scope: 'record' | 'contact' = 'record',
): FieldDescriptor => ({
  name,
  label,
  scope,
  kind,
  read: { selector: `#${id}` },
  edit: { by: 'control', control: `#${id}` },
});

const custom = (name: string, kind: 'choice' | 'text') => control(`field-${slug(name)}`, name, name, kind);
const contact = (name: string, kind: 'choice' | 'text' = 'text') =>
  control(`contact-${slug(name)}`, name, name, kind, 'contact');
const contactValue = (name: string, kind: 'choice' | 'text' = 'text'): ApiField => ({
  name,
  label: name,
  scope: 'contact',
  kind,
  path: `ticket.requester.fields.${name}`,
});

const sidebar = [contact('Phone'), contact('Company'), contact('Job title'), contact('City')];
const plan = contact('Plan', 'choice');
const account: Probe = { selector: '.account-name' };

const headers = { 'X-Channel': 'session' };
const TICKET = '/api/tickets/{id}';
const get = (path: string): RequestDescriptor => ({ method: 'GET', path, headers, ok: [200] });
const patch = (
  path: string,
  body: RequestDescriptor['body'],
  labels?: RequestDescriptor['labels'],
): RequestDescriptor => ({ method: 'PATCH', path, body, headers, ok: [200], labels });
const post = (visibility: 'public' | 'internal'): RequestDescriptor => ({
  method: 'POST',
  path: `${TICKET}/messages`,
  body: { visibility, html: '{html}', key: '{key}' },
  headers,
  // 200: a message was posted with this key before, and here it is.
  ok: [200, 201],
  messageKey: 'message.id',
});

const enter = (kind: string, body: Record<string, string>): RequestDescriptor => ({
  method: 'POST',
  path: `${TICKET}/${kind}`,
  body: { ...body, key: '{key}' },
  headers,
  ok: [200, 201],
  messageKey: 'message.id',
});
const removeEntry: RequestDescriptor = {
  method: 'DELETE',
  path: `${TICKET}/entries/{messageKey}`,
  headers,
  ok: [204],
};
/** The bin at an entry in the thread. */
const removal = { fill: [], submit: '.is-entry [data-remove="{messageKey}"]' };

/** Harbor Desk, the helpdesk that comes with this project for trying it out. */
export default defineSite({
  id: 'demo-desk',
  name: 'Harbor Desk',
  confidence: 'seen-live',
  detect: { selectors: ['meta[name="application-name"][content="Harbor Desk"]'] },
  pages: [
    {
      type: 'ticket',
      url: /^\/tickets\/(?<id>\d+)(?:[?#]|$)/,
      id: { selector: '.ticket-number', pattern: /^#(\d+)$/ },
      subject: { selector: '.ticket-subject' },
      requester: { name: { selector: '.requester-name' }, email: { selector: '.requester-email' } },
      account,
      messages: {
        item: '.thread .message',
        key: 'data-message-id',
        order: 'oldest-first',
        author: { selector: '.message-author' },
        at: { selector: '.message-at', attribute: 'datetime' },
        body: { selector: '.message-body' },
        quoted: '.message-quoted',
        attachments: { selector: '.attachment-name' },
        roles: [
          { role: 'task', selector: '.is-task' },
          { role: 'call', selector: '.is-call' },
          { role: 'note', selector: '.is-note' },
          { role: 'agent', selector: '.from-agent' },
          { role: 'customer', selector: '.from-customer' },
        ],
      },
      fields: [
        control('ticket-status', 'status', 'Status', 'choice'),
        control('ticket-priority', 'priority', 'Priority', 'choice'),
        control('ticket-assignee', 'assignee', 'Assignee', 'choice'),
        control('ticket-snooze', 'snooze', 'Snoozed until', 'text'),
        {
          name: 'tags',
          label: 'Tags',
          kind: 'tags',
          read: { selector: '.tags .tag-name' },
          edit: {
            by: 'tags',
            input: '#tag-input',
            add: '.tag-add-button',
            remove: '.tags button[data-remove-tag="{tag}"]',
          },
        },
        custom('Product', 'choice'),
        custom('Reason', 'choice'),
        custom('Order number', 'text'),
        ...sidebar,
        plan,
      ],
      operations: {
        task: {
          fill: [
            { control: '#task-title', with: 'title' },
            { control: '#task-due', with: 'due' },
          ],
          submit: '.task-add-button',
        },
        'remove-task': removal,
        call: {
          fill: [
            { control: '#call-summary', with: 'summary' },
            { control: '#call-minutes', with: 'minutes' },
          ],
          submit: '.call-add-button',
        },
        'remove-call': removal,
      },
      composer: {
        editor: ['.composer .ProseMirror'],
        open: {
          public: { by: 'click', selector: '.composer-modes [data-visibility="public"]' },
          internal: { by: 'click', selector: '.composer-modes [data-visibility="internal"]' },
        },
        visibility: [
          {
            selector: '.composer-modes [aria-pressed="true"]',
            public: /^Reply$/,
            internal: /^Internal note$/,
          },
          { selector: '.composer input[name="visibility"]', public: /^public$/, internal: /^internal$/ },
          { selector: '.composer', attribute: 'data-mode', public: /^public$/, internal: /^internal$/ },
        ],
        recipients: [{ selector: '.composer .recipient-address' }],
        send: { public: '.composer .send-reply', internal: '.composer .send-note' },
      },
    },
    {
      type: 'contact',
      url: /^\/contacts\/(?<id>\d+)(?:[?#]|$)/,
      id: { selector: '.contact-number', pattern: /^Contact (\d+)$/ },
      subject: { selector: '.contact-name' },
      requester: { name: { selector: '.contact-name' }, email: { selector: '.contact-email' } },
      account,
      fields: [contact('Name'), contact('Email'), ...sidebar, plan],
    },
  ],
  api: {
    session: {
      csrf: { selector: 'meta[name="csrf-token"]', attribute: 'content', header: 'X-CSRF-Token' },
      version: { header: 'ETag', guard: 'If-Match' },
      account: { request: get('/api/me'), path: 'agent.name' },
      record: {
        request: get(TICKET),
        map: {
          id: 'ticket.id',
          subject: 'ticket.subject',
          requesterName: 'ticket.requester.name',
          requesterEmail: 'ticket.requester.email',
          fields: [
            { name: 'status', label: 'Status', kind: 'choice', path: 'ticket.status', labels: STATUS },
            {
              name: 'priority',
              label: 'Priority',
              kind: 'choice',
              path: 'ticket.priority',
              labels: PRIORITY,
            },
            { name: 'assignee', label: 'Assignee', kind: 'choice', path: 'ticket.assignee' },
            { name: 'snooze', label: 'Snoozed until', kind: 'text', path: 'ticket.snoozedUntil' },
            { name: 'tags', label: 'Tags', kind: 'tags', path: 'ticket.tags' },
            { name: 'Product', label: 'Product', kind: 'choice', path: 'ticket.fields.Product' },
            { name: 'Reason', label: 'Reason', kind: 'choice', path: 'ticket.fields.Reason' },
            { name: 'Order number', label: 'Order number', kind: 'text', path: 'ticket.fields.Order number' },
            ...['Phone', 'Company', 'Job title', 'City'].map((name) => contactValue(name)),
            contactValue('Plan', 'choice'),
          ],
        },
      },
      messages: {
        request: get(`${TICKET}/messages`),
        map: {
          list: 'messages',
          key: 'id',
          author: 'author.name',
          at: 'at',
          body: 'html',
          role: {
            path: 'role',
            customer: ['customer'],
            agent: ['agent'],
            note: ['note'],
            task: ['task'],
            call: ['call'],
          },
          order: 'oldest-first',
        },
      },
      history: {
        request: get(`${TICKET}/history`),
        list: 'history',
        who: 'who',
        field: 'field',
        fields: {},
        before: 'before',
        after: 'after',
      },
      macros: {
        request: get('/api/macros'),
        list: 'macros',
        label: 'name',
        text: 'text',
        steps: 'steps',
        operation: 'operation',
        value: 'value',
        tools: {
          status: { tool: 'set_status', argument: 'status', labels: STATUS },
          priority: { tool: 'set_priority', argument: 'priority', labels: PRIORITY },
          assignee: { tool: 'assign', argument: 'assignee' },
          'add-tag': { tool: 'add_tag', argument: 'tag' },
          'remove-tag': { tool: 'remove_tag', argument: 'tag' },
        },
      },
      write: {
        status: patch(TICKET, { status: '{value}' }, fromLabel(STATUS)),
        priority: patch(TICKET, { priority: '{value}' }, fromLabel(PRIORITY)),
        assignee: patch(TICKET, { assignee: '{value}' }),
        snooze: patch(TICKET, { snoozedUntil: '{value}' }),
        task: enter('tasks', { title: '{title}', due: '{due}' }),
        'remove-task': removeEntry,
        call: enter('calls', { summary: '{summary}', minutes: '{minutes}' }),
        'remove-call': removeEntry,
        field: patch(TICKET, { fields: { '{field}': '{value}' } }),
        contact: patch(`${TICKET}/requester`, { fields: { '{field}': '{value}' } }),
        'add-tag': {
          method: 'POST',
          path: `${TICKET}/tags`,
          body: { tag: '{value}' },
          headers,
          ok: [201],
        },
        'remove-tag': { method: 'DELETE', path: `${TICKET}/tags/{value}`, headers, ok: [200] },
        reply: post('public'),
        note: post('internal'),
        'remove-note': { method: 'DELETE', path: `${TICKET}/messages/{messageKey}`, headers, ok: [204] },
      },
    },
  },
});
