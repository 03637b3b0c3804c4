import { defineSite } from '../core/site';
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
});
