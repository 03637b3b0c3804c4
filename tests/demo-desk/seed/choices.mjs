/** What one may choose in Harbor Desk: the value on the wire and the label that people see. */

export const statuses = {
  new: 'New',
  open: 'Open',
  pending: 'Pending',
  'on-hold': 'On hold',
  solved: 'Solved',
};
export const priorities = { low: 'Low', normal: 'Normal', high: 'High', urgent: 'Urgent' };
export const UNASSIGNED = 'Unassigned';
export const NO_CHOICE = 'None';
export const products = [NO_CHOICE, 'Drift Jacket', 'Tide Boots', 'Keel Backpack', 'Gift card'];
export const reasons = [NO_CHOICE, 'Damaged', 'Delivery', 'Refund', 'Question', 'Invoice'];
export const plans = ['Standard', 'Plus', 'Business'];

/** Custom fields of a ticket and the fields of a contact; `options` where only some values are allowed. */
export const ticketFields = {
  Product: { options: products },
  Reason: { options: reasons },
  'Order number': { options: null },
};
export const contactFields = {
  Name: { options: null },
  Email: { options: null },
  Phone: { options: null },
  Company: { options: null },
  'Job title': { options: null },
  City: { options: null },
  Plan: { options: plans },
};
