import { must } from './answer.mjs';

/**
 * The desk's memory: tickets, contacts and the ledger of every effect.
 * A version counts each change, so that a write can say which state it was made for.
 */
export function createStore(seed, honoursKeys = true) {
  let tickets;
  let contacts;
  let ledger;
  let keys;
  let nextMessage;

  function reset() {
    const fresh = structuredClone(seed);
    contacts = new Map(fresh.contacts.map((c) => [c.id, { ...c, version: 1 }]));
    tickets = new Map(
      fresh.tickets.map((t) => [t.id, { ...t, version: 1, updatedAt: t.messages.at(-1)?.at ?? '' }]),
    );
    ledger = [];
    keys = new Map();
    nextMessage = 101;
  }

  function ticket(id) {
    const found = tickets.get(Number(id));
    must(found, 404, 'not-found', `There is no ticket #${id}.`);
    return found;
  }

  function contact(id) {
    const found = contacts.get(Number(id));
    must(found, 404, 'not-found', `There is no contact ${id}.`);
    return found;
  }

  /** Appends one effect. `actor` says who did it and over which request; values are copied. */
  function record(actor, recordName, operation, before, after) {
    const { by, who, channel = null, method, path, field = null } = actor;
    const row = { seq: ledger.length + 1, at: new Date().toISOString(), by, who, channel, method, path };
    ledger.push({ ...row, record: recordName, operation, field, before, after });
  }

  /** Does all of `work` or, when it throws, nothing of it. */
  function atomic(work) {
    const saved = structuredClone({ tickets, contacts });
    const rows = ledger.length;
    try {
      return work();
    } catch (error) {
      ({ tickets, contacts } = saved);
      ledger.length = rows;
      throw error;
    }
  }

  function touch(entry) {
    entry.version += 1;
    entry.updatedAt = new Date().toISOString();
  }

  /** All of it, without versions and times, so that two states can be compared. */
  function state() {
    const bare = ({ version, updatedAt, ...rest }) => rest;
    return structuredClone({
      tickets: Object.fromEntries([...tickets.values()].map((t) => [t.id, bare(t)])),
      contacts: Object.fromEntries([...contacts.values()].map((c) => [c.id, bare(c)])),
    });
  }

  reset();
  return {
    agents: seed.agents,
    macros: seed.macros,
    reset,
    ticket,
    contact,
    record,
    atomic,
    touch,
    state,
    allTickets: () => [...tickets.values()],
    allContacts: () => [...contacts.values()],
    ledger: () => structuredClone(ledger),
    newMessageId: () => `m${nextMessage++}`,
    /** Message made earlier with this key on this ticket, if any. */
    keyed: (ticketId, key) => keys.get(`${ticketId} ${key}`),
    rememberKey: (ticketId, key, message) => honoursKeys && keys.set(`${ticketId} ${key}`, message),
  };
}
