/** What does the desk do by itself after a write? Each rule adds one tag; a macro's steps are its own. */
export const rules = [
  {
    name: 'Tag urgent tickets',
    when: ({ operation, after }) => operation === 'priority' && after === 'urgent',
    effect: { operation: 'add-tag', value: 'escalated' },
  },
  {
    name: 'Survey after solving',
    when: ({ operation, after }) => operation === 'status' && after === 'solved',
    effect: { operation: 'add-tag', value: 'csat-pending' },
  },
];

/** The rules that a change calls for. */
export const rulesFor = (change) => rules.filter((rule) => rule.when(change));
