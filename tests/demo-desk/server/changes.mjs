import {
  contactFields,
  NO_CHOICE,
  priorities,
  statuses,
  ticketFields,
  UNASSIGNED,
} from '../seed/choices.mjs';
import { must } from './answer.mjs';
import { rulesFor } from './rules.mjs';

const ZONED = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;
const isAhead = (value) => typeof value === 'string' && ZONED.test(value) && Date.parse(value) > Date.now();

/** How is one value of a ticket or contact changed? Checks it, writes the ledger, then lets the rules run. */
export function createChanges(store) {
  const ticketName = (t) => `ticket:${t.id}`;

  function done(actor, t, operation, before, after) {
    store.touch(t);
    store.record(actor, ticketName(t), operation, before, after);
    for (const rule of rulesFor({ operation, before, after })) {
      const { method, path } = actor;
      change({ by: 'rule', who: rule.name, method, path }, t, rule.effect.operation, rule.effect.value);
    }
  }

  const checks = {
    status(t, value) {
      must(Object.hasOwn(statuses, value), 422, 'unknown-value', 'There is no such status.');
      const ready = value !== 'solved' || t.fields.Product !== NO_CHOICE;
      must(ready, 422, 'product-missing', 'Choose a Product before you solve this ticket.');
    },
    priority: (_, value) =>
      must(Object.hasOwn(priorities, value), 422, 'unknown-value', 'There is no such priority.'),
    snoozedUntil: (_, value) =>
      must(value === '' || isAhead(value), 422, 'bad-time', 'Snooze until a time ahead, with its zone.'),
    assignee: (_, value) =>
      must(
        value === UNASSIGNED || store.agents.some((a) => a.name === value),
        422,
        'unknown-value',
        'Nobody of that name works here.',
      ),
  };

  /** One change of a ticket. A change to what is already so leaves no trace. */
  function change(actor, t, operation, value) {
    if (operation === 'add-tag') return addTag(actor, t, value);
    if (operation === 'remove-tag') return removeTag(actor, t, value);
    must(Object.hasOwn(checks, operation), 422, 'unknown-field', `Tickets have no ${operation}.`);
    checks[operation](t, value);
    if (operation === 'snoozedUntil') return snooze(actor, t, value);
    const before = t[operation];
    if (before === value) return;
    t[operation] = value;
    done(actor, t, operation, before, value);
  }

  function snooze(actor, t, value) {
    const before = t.snoozedUntil;
    const until = value === '' ? '' : new Date(value).toISOString();
    if (before === until) return;
    t.snoozedUntil = until;
    done(actor, t, 'snooze', before, until);
  }

  function addTag(actor, t, tag) {
    const fits = typeof tag === 'string' && /^[^\s,<>"]{1,40}$/u.test(tag);
    must(fits, 422, 'bad-tag', 'A tag is one word of at most 40 characters.');
    if (t.tags.includes(tag)) return;
    t.tags.push(tag);
    done(actor, t, 'add-tag', null, tag);
  }

  function removeTag(actor, t, tag) {
    if (!t.tags.includes(tag)) return;
    t.tags = t.tags.filter((other) => other !== tag);
    done(actor, t, 'remove-tag', tag, null);
  }

  function checkField(known, field, value) {
    must(Object.hasOwn(known, field), 422, 'unknown-field', `There is no field called ${field}.`);
    must(typeof value === 'string' && value.length <= 200, 422, 'bad-value', `${field} is too long.`);
    const { options } = known[field];
    must(
      !options || options.includes(value),
      422,
      'unknown-value',
      `${field} has no choice called ${value}.`,
    );
  }

  function setField(actor, t, field, value) {
    checkField(ticketFields, field, value);
    const before = t.fields[field];
    if (before === value) return;
    t.fields[field] = value;
    done({ ...actor, field }, t, 'field', before, value);
  }

  function setContact(actor, c, field, value) {
    checkField(contactFields, field, value);
    const address = field !== 'Email' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value);
    must(address, 422, 'bad-value', 'This is not an email address.');
    must(field !== 'Name' || value.trim() !== '', 422, 'bad-value', 'A contact needs a name.');
    const before = c.fields[field];
    if (before === value) return;
    c.fields[field] = value;
    store.touch(c);
    store.record({ ...actor, field }, `contact:${c.id}`, 'contact', before, value);
  }

  return { change, setField, setContact };
}
