import type { FieldState, Observation } from '../../core/observation';

const choice = (name: string, label: string, value: string, options: string[]): FieldState => ({
  name,
  label,
  scope: 'record',
  kind: 'choice',
  values: value === '' ? [] : [value],
  options,
  writable: true,
});

const text = (name: string, value: string, scope: 'record' | 'contact' = 'record'): FieldState => ({
  name,
  label: name,
  scope,
  kind: 'text',
  values: value === '' ? [] : [value],
  options: null,
  writable: true,
});

/** A ticket with every kind of field, a customer's question in it, and a reply box with a signature. */
export function ticket(changes: Partial<Observation> = {}): Observation {
  return structuredClone({
    record: { site: 'fake', host: 'desk.example', type: 'ticket', id: '7' },
    system: 'Fake desk',
    subject: 'The jacket is late',
    requester: { name: 'Tamsin Orrey', email: 'tamsin@mail.example' },
    account: 'Maya',
    messages: [
      {
        key: 'm1',
        role: 'customer',
        author: 'Tamsin Orrey',
        at: '2026-03-01T09:00:00Z',
        text: 'Where is my jacket?',
        quoted: '',
        attachments: [],
      },
    ],
    showsConversation: true,
    fields: [
      choice('status', 'Status', 'Open', ['Open', 'Pending', 'Solved']),
      choice('priority', 'Urgency', 'Normal', ['Low', 'Normal', 'High']),
      choice('assignee', 'Agent', 'Maya', ['Maya', 'Omar']),
      { ...choice('tags', 'Tags', '', []), kind: 'tags', values: ['returns'], options: null },
      choice('Product', 'Product', 'Jacket', ['Jacket', 'Boots']),
      text('Order number', 'SM-1'),
      { ...text('Channel', 'mail'), writable: false },
      { ...text('snooze', ''), label: 'Snoozed until' },
      text('Phone', '+44 20 5550 0142', 'contact'),
      text('Product', 'Newsletter', 'contact'),
    ],
    composer: {
      present: true,
      openable: true,
      visibility: 'public',
      recipients: ['tamsin@mail.example'],
      text: '-- \nMaya',
    },
    abilities: [],
    hiddenCount: 0,
    missing: [],
    notes: [],
    documentId: 'doc-1',
    url: 'https://desk.example/tickets/7',
    title: 'Ticket 7',
    ...changes,
  });
}

export const message = (
  key: string,
  role: 'agent' | 'note' | 'customer' | 'system' | 'task' | 'call',
  words: string,
) => ({
  key,
  role,
  author: 'Maya',
  at: '2026-03-01T10:00:00Z',
  text: words,
  quoted: '',
  attachments: [],
});
