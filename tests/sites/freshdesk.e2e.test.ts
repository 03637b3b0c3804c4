import { gradedSite } from './graded';

gradedSite({
  id: 'freshdesk',
  url: 'https://acme.freshdesk.com/a/tickets/412',
  record: '412',
  internal: [
    ['data-editor-type="reply"', 'data-editor-type="note"'],
    ['>Send<', '>Add note<'],
  ],
});
