import type { MessagesDescriptor, SiteDescriptor } from '../../core/site';

/** RT brings the history at once, later, on a click or as one scrolls: each person chooses. */
export const unloaded: MessagesDescriptor['unloaded'] = [
  {
    sign: '#deferred_ticket_history a[onclick*="deferred_ticket_history"]',
    words: 'The history is not loaded: choose “Show ticket history” on the page.',
  },
  { sign: '#delayed_ticket_history > .titlebox', words: 'The history is still on its way.' },
  {
    sign: '#LoadAllHistoryContainer:not([style*="none"])',
    words: 'The page loads more of the history as you scroll: go to its end, or choose “Load all history”.',
  },
];

/** RT's other faces, and the question that it asks before it does what another page sent. */
export const apart: SiteDescriptor['apart'] = [
  {
    url: /^\/SelfService\//,
    words: 'This is what customers see of Request Tracker. Open the ticket in its own pages to work on it.',
  },
  {
    url: /^\/m\//,
    words: 'This is Request Tracker for telephones. Open the ticket in its full site to work on it.',
  },
  {
    sign: 'body:not(:has(.transaction, form[name="TicketUpdate"])) p > strong > a[href*="CSRF_Token="]',
    words:
      'Request Tracker asks whether you meant what another page sent, and has done nothing yet. Answer it there, or open the ticket anew.',
  },
];
