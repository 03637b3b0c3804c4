import { defineSite } from '../core/site';
/** Twenty, on any host: the page of a person. Its fields are read; they are changed by its own cells, which are not driven here. */
export default defineSite({
  id: 'twenty',
  name: 'Twenty',
  confidence: 'unverified',
  detect: { selectors: ['#root', '[data-object-name-singular]'] },
  pages: [
    {
      type: 'contact',
      url: /^\/object\/person\/(?<id>[0-9a-f-]{36})(?:[/?#]|$)/,
      id: { selector: '[data-object-name-singular="person"][data-record-id]', attribute: 'data-record-id' },
      subject: { selector: '[data-testid="record-title"]' },
      requester: {
        name: { selector: '[data-testid="record-title"]' },
        email: { selector: '[data-field-name="emails"] a[href^="mailto:"]' },
      },
      account: { selector: '[data-testid="current-user"]', attribute: 'aria-label' },
      fields: [
        {
          name: 'Job title',
          label: 'Job title',
          scope: 'contact',
          kind: 'text',
          read: { selector: '[data-field-name="jobTitle"] [data-testid="field-value"]' },
        },
        {
          name: 'City',
          label: 'City',
          scope: 'contact',
          kind: 'text',
          read: { selector: '[data-field-name="city"] [data-testid="field-value"]' },
        },
        {
          name: 'Company',
          label: 'Company',
          scope: 'contact',
          kind: 'text',
          read: { selector: '[data-field-name="company"] [data-testid="field-value"]' },
        },
      ],
    },
  ],
});
