import { answer, must } from './answer.mjs';
import { createChanges } from './changes.mjs';
import { createMessages } from './messages.mjs';

/** The tests' own doors: read the ledger, start over, make things go wrong, let a colleague or a customer write. */
export function createLab(store, sessions, faults) {
  const { change, setField, setContact } = createChanges(store);
  const messages = createMessages(store);

  function reset() {
    store.reset();
    faults.clear();
  }

  /** `{ticket, as?, status?, priority?, assignee?, addTag?, removeTag?, fields?, contact?, message?: {visibility, html}}` */
  function colleague({
    ticket,
    as = 'omar',
    addTag,
    removeTag,
    fields = {},
    contact = {},
    message,
    ...values
  }) {
    const t = store.ticket(ticket);
    const agent = store.agents.find((a) => a.id === as);
    must(agent, 404, 'not-found', `Nobody here is called ${as}.`);
    const actor = {
      by: 'agent',
      who: agent.name,
      channel: 'colleague',
      method: 'POST',
      path: '/__colleague',
    };
    for (const [name, value] of Object.entries(values)) change(actor, t, name, value);
    if (addTag) change(actor, t, 'add-tag', addTag);
    if (removeTag) change(actor, t, 'remove-tag', removeTag);
    for (const [name, value] of Object.entries(fields)) setField(actor, t, name, value);
    for (const [name, value] of Object.entries(contact)) {
      setContact(actor, store.contact(t.requesterId), name, value);
    }
    const { id, name, email } = agent;
    if (message?.visibility === 'customer') customer(t, message.html);
    else if (message) messages.post(actor, t, { id, name, email }, message);
  }

  function customer(t, html) {
    const { Name: name, Email: email } = store.contact(t.requesterId).fields;
    const actor = { by: 'customer', who: name, method: 'POST', path: '/__colleague' };
    const at = new Date().toISOString();
    const id = store.newMessageId();
    messages.add(actor, t, 'mail', {
      id,
      role: 'customer',
      author: { name, email },
      at,
      to: [],
      cc: [],
      attachments: [],
      html,
    });
  }

  const doors = {
    'GET /__ledger': () => answer({ ledger: store.ledger() }),
    'GET /__state': () => answer(store.state()),
    'POST /__reset': () => reset(),
    'POST /__fault': (body) => faults.add(body),
    'POST /__colleague': (body) => colleague(body),
    'POST /__logout': () => sessions.endAll(),
  };

  /** The answer of a door, or undefined when there is none of that name. */
  function open(method, pathname, text) {
    const door = doors[`${method} ${pathname}`];
    return door && (door(text ? JSON.parse(text) : {}) ?? answer({ done: true }));
  }

  return { reset, colleague, open };
}
