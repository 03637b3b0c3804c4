import { defineSite } from '../../../core/site';
import { observe } from '../../../page/read/observe';

const site = defineSite({
  id: 'made-up',
  name: 'Made Up Desk',
  confidence: 'seen-live',
  detect: { selectors: ['body'] },
  pages: [
    {
      type: 'ticket',
      url: /^\/t\/(?<id>\d+)$/,
      id: { selector: '.number', pattern: /(\d+)/ },
      subject: { selector: 'h1' },
      requester: { name: { selector: '.name' }, email: { selector: '.mail' } },
      account: { selector: '.me' },
      messages: {
        item: '.message',
        key: 'data-id',
        order: 'newest-first',
        author: { selector: '.author' },
        at: { selector: 'time', attribute: 'datetime' },
        body: { selector: '.body' },
        attachments: { selector: '.file' },
        roles: [
          { role: 'note', selector: '.note' },
          { role: 'agent', probe: { selector: '.side', pattern: /^staff$/ } },
          { role: 'customer', probe: { selector: '.side', pattern: /^customer$/ } },
        ],
      },
      fields: [
        {
          name: 'status',
          label: 'Status',
          kind: 'choice',
          read: { selector: '#status' },
          edit: { by: 'control', control: '#status' },
        },
        { name: 'tags', label: 'Tags', kind: 'tags', read: { selector: '.tag' } },
        { name: 'Lost', label: 'Lost', kind: 'text', read: { selector: '#lost' } },
      ],
      composer: {
        editor: ['.box textarea'],
        open: { public: { by: 'click', selector: '.reply' }, internal: { by: 'click', selector: '.remark' } },
        visibility: [
          { selector: '.box', attribute: 'data-mode', public: /^out$/, internal: /^in$/ },
          { selector: '.box input[name="internal"]', public: /^0$/, internal: /^1$/ },
          { selector: '.box .go', public: /^Send$/, internal: /^Save note$/ },
        ],
        recipients: [{ selector: '.box .to' }],
        send: { public: '.box .go', internal: '.box .go' },
      },
    },
  ],
});

export const look = () => observe(document, site, { documentId: 'd', sessionAllowed: false });
