import { contactFields, priorities, statuses, ticketFields, UNASSIGNED } from '../seed/choices.mjs';
import { answer, must } from './answer.mjs';
import { createChanges } from './changes.mjs';
import { createEntries } from './entries.mjs';
import { createMessages } from './messages.mjs';
import {
  contactTag,
  contactView,
  historyView,
  messageView,
  ticketRow,
  ticketTag,
  ticketView,
} from './views.mjs';

/** The JSON API: `[method, path, handler]`; `:name` in a path is handed to the handler. */
export function createRoutes(store) {
  const { change, setField, setContact } = createChanges(store);
  const { post, remove } = createMessages(store);
  const { enter, remove: removeEntry } = createEntries(store);
  const requesterOf = (t) => store.contact(t.requesterId);
  const tagOf = (t) => ticketTag(t, requesterOf(t));
  const shown = (t, options) =>
    answer({ ticket: ticketView(t, requesterOf(t)) }, { ...options, headers: { ETag: tagOf(t) } });
  const shownContact = (c) => answer({ contact: contactView(c) }, { headers: { ETag: contactTag(c) } });

  function unchanged(request, tag) {
    const expected = request.headers['if-match'];
    const same = !expected || expected === '*' || expected === tag;
    must(same, 412, 'changed', 'Somebody changed this in the meantime.');
  }

  /** A ticket that the request may write to: it is as the writer last saw it. */
  function target({ id, request }) {
    const t = store.ticket(id);
    unchanged(request, tagOf(t));
    return t;
  }

  const applyFields = (set, record, { actor, body }) => {
    for (const [field, value] of Object.entries(body.fields ?? {})) set(actor, record, field, value);
  };

  const choices = {
    statuses,
    priorities,
    assignees: [UNASSIGNED, ...store.agents.map((a) => a.name)],
    ticketFields,
    contactFields,
  };

  return [
    ['GET', '/api/me', ({ session }) => answer({ agent: session.agent })],
    ['GET', '/api/choices', () => answer(choices)],
    ['GET', '/api/macros', () => answer({ macros: store.macros })],
    [
      'GET',
      '/api/tickets',
      () => answer({ tickets: store.allTickets().map((t) => ticketRow(t, requesterOf(t))) }),
    ],
    ['GET', '/api/tickets/:id', ({ id }) => shown(store.ticket(id))],
    [
      'GET',
      '/api/tickets/:id/messages',
      ({ id }) => {
        const t = store.ticket(id);
        return answer({ messages: t.messages.map(messageView) }, { headers: { ETag: tagOf(t) } });
      },
    ],
    [
      'GET',
      '/api/tickets/:id/history',
      ({ id }) => {
        const { id: number } = store.ticket(id);
        const rows = store.ledger().filter((row) => row.record === `ticket:${number}`);
        return answer({ history: historyView(rows) });
      },
    ],
    [
      'PATCH',
      '/api/tickets/:id',
      (context) => {
        const t = target(context);
        const { fields, ...rest } = context.body;
        for (const [name, value] of Object.entries(rest)) {
          must(
            ['status', 'priority', 'assignee', 'snoozedUntil'].includes(name),
            422,
            'unknown-field',
            `There is no ${name}.`,
          );
          change(context.actor, t, name, value);
        }
        applyFields(setField, t, context);
        return shown(t);
      },
    ],
    [
      'POST',
      '/api/tickets/:id/tags',
      (context) => {
        const t = target(context);
        change(context.actor, t, 'add-tag', context.body.tag);
        return shown(t, { status: 201 });
      },
    ],
    [
      'DELETE',
      '/api/tickets/:id/tags/:tag',
      (context) => {
        const t = target(context);
        change(context.actor, t, 'remove-tag', context.tag);
        return shown(t);
      },
    ],
    [
      'POST',
      '/api/tickets/:id/messages',
      (context) => {
        const { actor, body, session, request, id } = context;
        const key = request.headers['idempotency-key'] ?? body.key;
        const t = key && store.keyed(store.ticket(id).id, key) ? store.ticket(id) : target(context);
        const { id: agentId, name, email } = session.agent;
        const { message, repeated } = post(actor, t, { id: agentId, name, email }, { ...body, key });
        const headers = { ETag: tagOf(t) };
        return answer({ message: messageView(message) }, { status: repeated ? 200 : 201, headers });
      },
    ],
    [
      'DELETE',
      '/api/tickets/:id/messages/:mid',
      (context) => {
        remove(context.actor, target(context), context.mid);
        return answer(undefined, { status: 204 });
      },
    ],
    ...['task', 'call'].map((kind) => [
      'POST',
      `/api/tickets/:id/${kind}s`,
      (context) => {
        const { actor, body, session, id } = context;
        const t = body.key && store.keyed(store.ticket(id).id, body.key) ? store.ticket(id) : target(context);
        const { id: agentId, name, email } = session.agent;
        const { message, repeated } = enter(actor, t, { id: agentId, name, email }, kind, body);
        const headers = { ETag: tagOf(t) };
        return answer({ message: messageView(message) }, { status: repeated ? 200 : 201, headers });
      },
    ]),
    [
      'DELETE',
      '/api/tickets/:id/entries/:mid',
      (context) => {
        removeEntry(context.actor, target(context), context.mid);
        return answer(undefined, { status: 204 });
      },
    ],
    [
      'PATCH',
      '/api/tickets/:id/requester',
      (context) => {
        const t = target(context);
        applyFields(setContact, requesterOf(t), context);
        return shown(t);
      },
    ],
    [
      'POST',
      '/api/tickets/:id/macros/:macro',
      (context) => {
        const t = target(context);
        const macro = store.macros.find((m) => m.id === context.macro);
        must(macro, 404, 'not-found', 'There is no such macro.');
        const { method, path } = context.actor;
        const asMacro = { by: 'rule', who: `Macro: ${macro.name}`, method, path };
        store.record(context.actor, `ticket:${t.id}`, 'macro', null, macro.name);
        for (const step of macro.steps) change(asMacro, t, step.operation, step.value);
        return shown(t);
      },
    ],
    ['GET', '/api/contacts', () => answer({ contacts: store.allContacts().map(contactView) })],
    ['GET', '/api/contacts/:id', ({ id }) => shownContact(store.contact(id))],
    [
      'PATCH',
      '/api/contacts/:id',
      (context) => {
        const c = store.contact(context.id);
        unchanged(context.request, contactTag(c));
        applyFields(setContact, c, context);
        return shownContact(c);
      },
    ],
  ];
}
