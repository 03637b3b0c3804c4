/** How do a ticket, a message and a contact look in JSON? */

export const contactView = (c) => ({
  id: c.id,
  name: c.fields.Name,
  email: c.fields.Email,
  fields: c.fields,
});

export const messageView = ({ attachments, ...message }) => ({
  ...message,
  attachments: attachments.map(({ id, name, type, content }) => ({ id, name, type, size: content.length })),
});

export const ticketView = (t, requester) => {
  const { requesterId, messages, version, ...rest } = t;
  const recipients = [requester.fields.Email, ...t.cc];
  return { ...rest, requester: contactView(requester), recipients, messageCount: messages.length };
};

export const ticketRow = (t, requester) => {
  const { id, subject, status, priority, assignee, updatedAt, requesterId } = t;
  return {
    id,
    subject,
    status,
    priority,
    assignee,
    updatedAt,
    requesterId,
    requester: requester.fields.Name,
  };
};

/** Changes with anything a reader of the ticket sees, its requester's contact included. */
export const ticketTag = (t, requester) => `"t${t.id}.${t.version}.${requester.version}"`;
export const contactTag = (c) => `"c${c.id}.${c.version}"`;

/** Fields of a ticket by the operation that changes them. */
const FIELDS = {
  status: 'status',
  priority: 'priority',
  assignee: 'assignee',
  snooze: 'snooze',
  'add-tag': 'tags',
  'remove-tag': 'tags',
};

/** Who changed which value of a ticket, oldest first. Of tags one line tells of one. */
export const historyView = (rows) =>
  rows.flatMap(({ at, who, operation, field, before, after }) => {
    const name = operation === 'field' ? field : FIELDS[operation];
    return name ? [{ at, who, field: name, before: before ?? '', after: after ?? '' }] : [];
  });
