import { defineSite } from '../core/site';
/** Help Scout. The box is Slate of an early version, or Redactor in the older page. */
export default defineSite({
  id: 'help-scout',
  name: 'Help Scout',
  confidence: 'unverified',
  detect: { hosts: /^secure\.helpscout\.net$/, selectors: ['body'] },
  raises: { add_note: 'R3' },
  pages: [
    {
      type: 'ticket',
      url: /^\/conversation\/(?<id>\d+)\/\d+(?:[/?#]|$)/,
      id: { selector: '[data-conversation-id]', attribute: 'data-conversation-id' },
      subject: { selector: '#subjectLine, [data-testid="conversation-subject"]' },
      requester: {
        name: { selector: '.c-CustomerName, [data-testid="customer-name"]' },
        email: { selector: '.c-CustomerEmail, [data-testid="customer-email"]' },
      },
      account: { selector: '#account-menu, [data-testid="account-menu"]', attribute: 'aria-label' },
      messages: {
        item: '[data-thread-id]',
        key: 'data-thread-id',
        order: 'by-time',
        author: { selector: '.thread-author' },
        at: { selector: 'time', attribute: 'datetime' },
        body: { selector: '.thread-body' },
        roles: [
          { role: 'note', selector: '.is-note' },
          { role: 'customer', selector: '.is-customer' },
          { role: 'agent', selector: '.is-user' },
        ],
      },
      fields: [],
      composer: {
        editor: ['[data-slate-editor="true"]', '.redactor_editor'],
        open: {
          public: { by: 'click', selector: '[data-shortcut="reply"]' },
          internal: { by: 'click', selector: '[data-shortcut="note"]' },
        },
        visibility: [
          { selector: '.c-Editor', attribute: 'data-editor-mode', public: /^reply$/, internal: /^note$/ },
          { selector: '.c-Editor [type="submit"]', public: /^Send/, internal: /^Add Note/i },
        ],
        recipients: [{ selector: '.c-Editor [data-recipient]' }],
        otherwiseAny: true,
      },
      grades: { composer: 'third-party-code' },
    },
  ],
});
