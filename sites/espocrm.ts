import { defineSite } from '../core/site';
/** EspoCRM, on any host: the page of a case. Whether a post is internal is remembered by the browser’s session, so two signs of the page are asked every time. */
export default defineSite({
  id: 'espocrm',
  name: 'EspoCRM',
  confidence: 'unverified',
  detect: { selectors: ['#main', '#header', '.record .panel-stream, .stream-panel, [data-name="post"]'] },
  raises: { add_note: 'R3' },
  pages: [
    {
      type: 'ticket',
      url: /#Case\/view\/(?<id>[0-9a-f]{13,24})(?:[?/]|$)/,
      id: { selector: '#main .detail[data-id], #main [data-record-id]', attribute: 'data-id' },
      subject: { selector: '#main .header-title .title, #main .page-header h3 .title' },
      requester: {
        name: { selector: '[data-name="contact"] .field a' },
        email: { selector: '[data-name="contact"] a[data-email-address]', attribute: 'data-email-address' },
      },
      account: { selector: '#header .user-avatar + .user-name, #nav-menu-dropdown [data-user]' },
      messages: {
        item: '.panel-stream .list-group-item[data-id], .stream-panel .list-group-item[data-id]',
        key: 'data-id',
        order: 'by-time',
        author: { selector: '.stream-head-container .text-soft' },
        at: { selector: '.stream-date-container [title]', attribute: 'title' },
        body: { selector: '.stream-post-container .complex-text' },
        roles: [
          { role: 'note', selector: '.internal' },
          { role: 'customer', selector: '[data-type="EmailReceived"]' },
          { role: 'agent', selector: '[data-type="EmailSent"], [data-type="Post"]' },
        ],
      },
      fields: [
        { name: 'status', label: 'Status', kind: 'text', read: { selector: '[data-name="status"] .field' } },
        {
          name: 'priority',
          label: 'Priority',
          kind: 'text',
          read: { selector: '[data-name="priority"] .field' },
        },
        {
          name: 'assignee',
          label: 'Assignee',
          kind: 'text',
          read: { selector: '[data-name="assignedUser"] .field' },
        },
      ],
      composer: {
        editor: ['textarea[data-name="post"]'],
        open: {
          public: { by: 'click', selector: '.post-container .action[data-action="postPublic"]' },
          internal: { by: 'click', selector: '.post-container .action[data-action="postInternal"]' },
        },
        visibility: [
          {
            selector: '.post-container',
            attribute: 'data-internal-mode',
            public: /^false$/,
            internal: /^true$/,
          },
          {
            selector: 'textarea[data-name="post"]',
            attribute: 'placeholder',
            public: /^(?!.*internal)/i,
            internal: /internal/i,
          },
        ],
        recipients: [],
        otherwiseAny: true,
      },
      grades: { composer: 'source' },
    },
  ],
});
