import { defineSite } from '../core/site';
/** Salesforce Service Cloud in Lightning. Orgs arrange their pages themselves, and the e-mail editor differs by age; many records stay open as tabs, of which one is shown. */
export default defineSite({
  id: 'salesforce',
  name: 'Salesforce',
  confidence: 'unverified',
  detect: { hosts: /\.(?:lightning\.force|my\.salesforce)\.com$/, selectors: ['body'] },
  raises: { add_note: 'R3' },
  pages: [
    {
      type: 'ticket',
      url: /^\/lightning\/r\/Case\/(?<id>[A-Za-z0-9]{15,18})\/view(?:[?#]|$)/,
      id: {
        selector:
          '[data-target-selection-name="sfdc:RecordHomeSection"][data-record-id], records-record-layout-base-record-form[record-id], [data-recordid]',
        attribute: 'data-recordid',
      },
      subject: {
        selector:
          'records-highlights2 lightning-formatted-text, [data-output-element-id="output-field"][data-field="Subject"]',
      },
      requester: {
        name: { selector: '[data-field="ContactName"]' },
        email: { selector: '[data-field="ContactEmail"]' },
      },
      account: {
        selector: '.userProfile-button, [data-aura-class="oneUserProfileCardTrigger"] button',
        attribute: 'aria-label',
      },
      messages: {
        item: '[data-feed-item]',
        key: 'data-feed-item',
        order: 'by-time',
        author: { selector: '.cuf-actor, .actor-name' },
        at: { selector: 'time', attribute: 'datetime' },
        body: { selector: '.feedBodyInner, .cuf-body' },
        roles: [
          { role: 'note', selector: '[data-feed-type="internal"]' },
          { role: 'customer', selector: '[data-feed-type="email-in"]' },
          { role: 'agent', selector: '[data-feed-type="email-out"]' },
        ],
      },
      fields: [],
      composer: {
        editor: [
          'lightning-input-rich-text .ql-editor',
          '[data-publisher] .ql-editor',
          '[data-publisher] [contenteditable="true"]',
        ],
        open: {
          public: { by: 'click', selector: '[data-publisher-tab="email"]' },
          internal: { by: 'click', selector: '[data-publisher-tab="post"]' },
        },
        visibility: [
          {
            selector: '[data-publisher-tab][aria-selected="true"]',
            attribute: 'data-publisher-tab',
            public: /^email$/,
            internal: /^(?:post|call)$/,
          },
          {
            selector: '[data-publisher]',
            attribute: 'data-publisher',
            public: /^email$/,
            internal: /^(?:post|call)$/,
          },
        ],
        recipients: [{ selector: '[data-publisher] [data-recipient]' }],
        otherwiseAny: true,
      },
    },
  ],
});
