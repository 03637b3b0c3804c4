import { defineSite } from '../core/site';
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
            public: /^(?:reply|forward)$/,
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
});
