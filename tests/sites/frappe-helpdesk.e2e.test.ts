import { gradedSite } from './graded';

gradedSite({
  id: 'frappe-helpdesk',
  url: 'https://frappe.example/helpdesk/tickets/512',
  record: '512',
  internal: [
    ['data-communication="email"', 'data-communication="comment"'],
    ['>Send<', '>Comment<'],
  ],
});
