import { defineSite } from '../core/site';
/** Frappe Helpdesk, on any host. Reply and comment are boxes of their own, one open at a time; quoted mail is a second editable in the reply. */
export default defineSite({
  id: 'frappe-helpdesk',
  name: 'Frappe Helpdesk',
  confidence: 'unverified',
  detect: { selectors: ['#app', '[data-doctype="HD Ticket"], .helpdesk-ticket'] },
  raises: { add_note: 'R3' },
  pages: [
    {
      type: 'ticket',
      url: /^\/helpdesk\/tickets\/(?<id>\d+)(?:[/?#]|$)/,
      id: { selector: '[data-doctype="HD Ticket"][data-docname]', attribute: 'data-docname' },
      subject: { selector: '[data-field="subject"]' },
      requester: {
        name: { selector: '[data-field="contact"] .contact-name' },
        email: { selector: '[data-field="raised_by"], [data-field="contact"] .contact-email' },
      },
      account: { selector: '[data-testid="user-dropdown"], .user-dropdown', attribute: 'aria-label' },
      messages: {
        item: '[data-activity]',
        key: 'data-activity-name',
        order: 'by-time',
        author: { selector: '[data-activity-author]' },
        at: { selector: 'time', attribute: 'datetime' },
        body: { selector: '[data-activity-body]' },
        roles: [
          { role: 'note', selector: '[data-activity="comment"]' },
          { role: 'customer', selector: '[data-activity="email"][data-sent-or-received="Received"]' },
          { role: 'agent', selector: '[data-activity="email"][data-sent-or-received="Sent"]' },
        ],
      },
      fields: [],
      composer: {
        editor: [
          '[data-communication="email"] .ProseMirror:not(.quoted)',
          '[data-communication="comment"] .ProseMirror',
        ],
        open: {
          public: { by: 'click', selector: '[data-communication-open="email"]' },
          internal: { by: 'click', selector: '[data-communication-open="comment"]' },
        },
        visibility: [
          {
            selector: '[data-communication]',
            attribute: 'data-communication',
            public: /^email$/,
            internal: /^comment$/,
          },
          {
            selector: '[data-communication] [type="submit"]',
            public: /^(?:Send|Reply|Submit)$/,
            internal: /^Comment$/,
          },
        ],
        recipients: [{ selector: '[data-communication="email"] [data-recipient]' }],
        otherwiseAny: true,
      },
    },
  ],
});
