import { defineSite } from '../core/site';
/** Gorgias. Its editor is believed to be Draft.js, which is found by its own mark or not at all. */
export default defineSite({
  id: 'gorgias',
  name: 'Gorgias',
  confidence: 'unverified',
  detect: { hosts: /(?:^|\.)gorgias\.com$/, selectors: ['body'] },
  raises: { add_note: 'R3' },
  pages: [
    {
      type: 'ticket',
      url: /^\/app\/(?:ticket|views\/\d+)\/(?<id>\d+)(?:[/?#]|$)/,
      id: { selector: '[data-ticket-id]', attribute: 'data-ticket-id' },
      subject: { selector: '[data-testid="ticket-subject"]' },
      requester: {
        name: { selector: '[data-testid="customer-name"]' },
        email: { selector: '[data-testid="customer-email"]' },
      },
      account: { selector: '[data-testid="user-menu"]', attribute: 'aria-label' },
      messages: {
        item: '[data-testid="ticket-message"]',
        key: 'data-message-id',
        order: 'by-time',
        author: { selector: '[data-testid="message-author"]' },
        at: { selector: 'time', attribute: 'datetime' },
        body: { selector: '[data-testid="message-body"]' },
        roles: [
          { role: 'note', selector: '[data-channel="internal-note"]' },
          { role: 'agent', selector: '[data-from-agent="true"]' },
          { role: 'customer', selector: '[data-from-agent="false"]' },
        ],
      },
      fields: [],
      composer: {
        editor: [
          '[data-testid="reply-area"] .public-DraftEditor-content',
          '[data-testid="reply-area"] [contenteditable="true"]',
        ],
        open: {
          public: { by: 'click', selector: '[data-testid="channel-email"]' },
          internal: { by: 'click', selector: '[data-testid="channel-internal-note"]' },
        },
        visibility: [
          {
            selector: '[data-testid="reply-channel"]',
            public: /^(?:Email|Chat|Reply)/,
            internal: /^Internal note/i,
          },
          {
            selector: '[data-testid="reply-area"]',
            attribute: 'data-channel',
            public: /^(?!internal-note$).+/,
            internal: /^internal-note$/,
          },
        ],
        recipients: [{ selector: '[data-testid="reply-area"] [data-recipient]' }],
        otherwiseAny: true,
      },
    },
  ],
});
