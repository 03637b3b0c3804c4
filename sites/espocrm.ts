import { defineSite } from '../core/site';
/**
 * EspoCRM, on any host: the page of a case. Its own source shows no sign of the record's id outside of the address, so
 * where nothing else carries it the page is read as a document. Whether a post is internal shows one lock alone.
 */
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
        item: '.list-container > .list > ul > li.list-group-item[data-id]',
        key: 'data-id',
        order: 'by-time',
        author: { selector: '.stream-head-text-container .message a, .stream-head-text-container a' },
        at: { selector: '.stream-date-container .text-muted', attribute: 'title' },
        body: { selector: '.stream-post-container .cell-post' },
        roles: [
          { role: 'note', selector: ':has(.internal-badge)' },
          {
            role: 'customer',
            probe: { selector: '.stream-head-text-container', pattern: /(e-?mail (?:has been )?received)/i },
          },
          { role: 'agent', selector: ':has(.stream-head-text-container a[href^="#User/view/"])' },
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
          public: { by: 'click', selector: '.post-container .internal-mode-switcher.enabled' },
          internal: { by: 'click', selector: '.post-container .internal-mode-switcher:not(.enabled)' },
        },
        // the lock is all that the page shows, and one sign is none: the box stays unknown
        visibility: [
          {
            selector: '.post-container .internal-mode-switcher',
            attribute: 'class',
            public: /^(?!.*\benabled\b)/,
            internal: /\benabled\b/,
          },
        ],
        recipients: [],
        otherwiseAny: true,
      },
      grades: { composer: 'source', conversation: 'source' },
    },
  ],
});
