import { threads } from './threads.mjs';

/** Six tickets, newest number last. Conversations stand in `threads.mjs`. */
const ticket = (id, requesterId, subject, rest) => ({
  id,
  requesterId,
  subject,
  status: 'open',
  priority: 'normal',
  assignee: 'Unassigned',
  tags: [],
  cc: [],
  snoozedUntil: '',
  fields: { Product: 'None', Reason: 'None', 'Order number': '' },
  messages: threads[id],
  ...rest,
});

export const tickets = [
  ticket(1042, 31, 'Order SM-20418 arrived with a torn sleeve', {
    assignee: 'Maya Lindqvist',
    tags: ['returns', 'photo-received'],
    fields: { Product: 'Drift Jacket', Reason: 'Damaged', 'Order number': 'SM-20418' },
  }),
  ticket(1043, 32, 'Nine days and the tracking page has not moved', {
    status: 'new',
    priority: 'high',
    tags: ['delivery'],
    fields: { Product: 'Keel Backpack', Reason: 'Delivery', 'Order number': 'SM-20377' },
  }),
  ticket(1044, 33, 'Remboursement toujours pas reçu 😕', {
    assignee: 'Maya Lindqvist',
    tags: ['refund', 'french'],
    fields: { Product: 'Tide Boots', Reason: 'Refund', 'Order number': 'SM-19856' },
  }),
  ticket(1045, 34, 'Can the Tide Boots go into the washing machine?', {
    status: 'new',
    priority: 'low',
    tags: ['care'],
    fields: { Product: 'Tide Boots', Reason: 'Question', 'Order number': '' },
  }),
  ticket(1046, 35, 'Please change the delivery address of my order', {
    assignee: 'Omar Haddad',
    tags: ['delivery', 'address-change'],
    cc: ['rohan.ramanath@quillmail.example'],
    fields: { Product: 'Gift card', Reason: 'Delivery', 'Order number': 'SM-20455' },
  }),
  ticket(1047, 36, 'Invoice for our team order is missing the VAT number', {
    status: 'pending',
    assignee: 'Kaja Brandvold',
    tags: ['invoice', 'business'],
    fields: { Product: 'None', Reason: 'Invoice', 'Order number': 'SM-20102' },
  }),
];
