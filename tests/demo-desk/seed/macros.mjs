/** Macros an agent applies with one click. `text` goes into the reply box; `steps` change the ticket. */
export const macros = [
  {
    id: 'close-resolved',
    name: 'Close as resolved',
    description: 'Sets the ticket to Solved and tags it resolved-by-macro.',
    text: '',
    steps: [
      { operation: 'add-tag', value: 'resolved-by-macro' },
      { operation: 'status', value: 'solved' },
    ],
  },
  {
    id: 'ask-order-number',
    name: 'Ask for the order number',
    description: 'Puts the question into the reply box and sets the ticket to Pending.',
    text: '<p>Could you send us your order number? It starts with SM and stands at the top of your confirmation mail.</p>',
    steps: [{ operation: 'status', value: 'pending' }],
  },
  {
    id: 'escalate',
    name: 'Escalate to Returns',
    description: 'Assigns the ticket to Kaja Brandvold with High priority.',
    text: '',
    steps: [
      { operation: 'assignee', value: 'Kaja Brandvold' },
      { operation: 'priority', value: 'high' },
    ],
  },
];
