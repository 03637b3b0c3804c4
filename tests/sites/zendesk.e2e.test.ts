import { gradedSite } from './graded';

gradedSite({
  id: 'zendesk',
  url: 'https://acme.zendesk.com/agent/tickets/35436',
  record: '35436',
  internal: [
    ['data-visibility="public"', 'data-visibility="internal"'],
    ['>Public reply<', '>Internal note<'],
  ],
});
