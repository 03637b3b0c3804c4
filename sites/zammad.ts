import { defineSite } from '../core/site';
/** Zammad’s desktop view, on any host. Several tickets stay mounted as tasks; the active one counts. */
export default defineSite({
  id: 'zammad',
  name: 'Zammad',
  confidence: 'unverified',
  detect: { selectors: ['#app, .app', '.ticketZoom', '.article-add'] },
  raises: { add_note: 'R3' },
  pages: [
    {
      type: 'ticket',
      url: /#ticket\/zoom\/(?<id>\d+)(?:[/?]|$)/,
      id: {
        selector: '.content.active .ticketZoom[data-id], .content.active .ticketZoom-header[data-id]',
        attribute: 'data-id',
      },
      subject: { selector: '.content.active .ticket-title .js-objectTitle, .content.active .ticket-title' },
      requester: {
        name: { selector: '.content.active .sidebar[data-tab="customer"] .user-name' },
        email: { selector: '.content.active .sidebar[data-tab="customer"] a[href^="mailto:"]' },
      },
      account: { selector: '.user-menu .user > a', attribute: 'title' },
      messages: {
        item: '.content.active .ticket-article-item',
        key: 'data-id',
        order: 'by-time',
        author: { selector: '.article-meta-key--from + .article-meta-value, .article-meta .article-from' },
        at: { selector: 'time', attribute: 'datetime' },
        body: { selector: '.article-content .textBubble-content, .article-content .textBubble' },
        roles: [
          { role: 'note', selector: '.is-internal' },
          { role: 'customer', selector: '.customer' },
          { role: 'agent', selector: '.agent' },
        ],
      },
      fields: [],
      composer: {
        editor: [
          '.content.active .article-add [data-name="body"][contenteditable="true"]',
          '.content.active .article-add .js-textarea',
        ],
        open: {
          public: { by: 'click', selector: '.content.active .article-add .js-openPublic' },
          internal: { by: 'click', selector: '.content.active .article-add .js-openInternal' },
        },
        visibility: [
          {
            selector: '.content.active .article-add',
            attribute: 'class',
            public: /(?:^|\s)is-public(?:\s|$)/,
            internal: /(?:^|\s)is-internal(?:\s|$)/,
          },
          {
            selector: '.content.active .article-add [name="internal"]',
            public: /^(?:false|0|)$/,
            internal: /^(?:true|1)$/,
          },
        ],
        recipients: [
          { selector: '.content.active .article-add [name="to"]' },
          { selector: '.content.active .article-add [name="cc"]' },
        ],
        otherwiseAny: true,
      },
      grades: { composer: 'source' },
    },
  ],
});
