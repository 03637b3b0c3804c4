import { defineSite } from '../core/site';
/** Front. Little is known of its pages; replies and comments have boxes of their own. */
export default defineSite({
  id: 'front',
  name: 'Front',
  confidence: 'unverified',
  detect: { hosts: /^app\.frontapp\.com$/, selectors: ['body'] },
  raises: { add_note: 'R3' },
  pages: [
    {
      type: 'ticket',
      url: /\/(?<id>cnv_[a-z0-9]+)(?:[/?#]|$)/,
      id: { selector: '[data-conversation-id]', attribute: 'data-conversation-id' },
      subject: { selector: '[data-test-id="conversation-subject"]' },
      requester: {
        name: { selector: '[data-test-id="contact-name"]' },
        email: { selector: '[data-test-id="contact-handle"]' },
      },
      account: { selector: '[data-test-id="current-teammate"]', attribute: 'aria-label' },
      messages: {
        item: '[data-timeline-item]',
        key: 'data-timeline-item',
        order: 'by-time',
        author: { selector: '[data-author]' },
        at: { selector: 'time', attribute: 'datetime' },
        body: { selector: '[data-message-body]' },
        roles: [
          { role: 'note', selector: '[data-kind="comment"]' },
          { role: 'customer', selector: '[data-kind="inbound"]' },
          { role: 'agent', selector: '[data-kind="outbound"]' },
        ],
      },
      fields: [],
      composer: {
        editor: [
          '[data-composer="message"] [contenteditable="true"]',
          '[data-composer="comment"] [contenteditable="true"]',
        ],
        open: {
          public: { by: 'click', selector: '[data-test-id="reply-button"]' },
          internal: { by: 'click', selector: '[data-test-id="comment-button"]' },
        },
        visibility: [
          {
            selector: '[data-composer]',
            attribute: 'data-composer',
            public: /^message$/,
            internal: /^comment$/,
          },
          { selector: '[data-composer] [data-send]', public: /^Send/, internal: /^Comment/ },
        ],
        recipients: [{ selector: '[data-composer="message"] [data-recipient]' }],
        otherwiseAny: true,
      },
    },
  ],
});
