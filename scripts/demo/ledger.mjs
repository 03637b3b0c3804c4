import { priorities, statuses } from '../../tests/demo-desk/seed/choices.mjs';
import { must } from './see.mjs';

/** The rows that somebody signed in has caused: in this demo nobody but the extension. */
export const byAgent = (ledger) => ledger.filter((row) => row.by === 'agent');
export const byRules = (ledger) => ledger.filter((row) => row.by === 'rule');

/** One row in short: what was done and from what to what, in the words that people see. */
export function rowWords({ operation, before, after }) {
  const labels = operation === 'status' ? statuses : operation === 'priority' ? priorities : {};
  const said = (value) => (typeof value === 'string' ? (labels[value] ?? value) : value);
  if (operation === 'reply' || operation === 'note')
    return `${operation} to ${after.to.join(', ')}: ${plain(after.text)}`;
  return `${operation}: ${said(before) ?? 'empty'} → ${said(after) ?? 'empty'}`;
}

const FIELD_OPERATIONS = { Status: 'status', Priority: 'priority', Assignee: 'assignee' };

/**
 * What the ledger must say once a card has run, read off the card alone. `card` is what `readCard` returned.
 * @param standing what stood in the reply box before: the helpdesk's own signature, which it sends along.
 */
export function promised({ title, changes, body, recipients }, standing = '') {
  if (body !== null) return `reply to ${recipients.join(', ')}: ${plain(`${body}\n${standing}`)}`;
  const [change] = changes;
  must(change && changes.length === 1, `The card “${title}” shows its one change`, changes);
  const operation =
    change.field === 'Tag'
      ? change.after === 'empty'
        ? 'remove-tag'
        : 'add-tag'
      : FIELD_OPERATIONS[change.field];
  must(operation, `The demo knows what “${title}” does`, change.field);
  return `${operation}: ${change.before} → ${change.after}`;
}

/** What the ledger must say once the action has been taken back. */
export function takenBack(row) {
  const [, operation, before, after] = /^([\w-]+): (.*) → (.*)$/.exec(row) ?? [];
  const other = { 'add-tag': 'remove-tag', 'remove-tag': 'add-tag' }[operation] ?? operation;
  return `${other}: ${after} → ${before}`;
}

/** Text without its markup and line breaks: how the ledger keeps a message. */
export function plain(text) {
  return text
    .replace(/\*\*?([^*\n]+)\*\*?/g, '$1')
    .replace(/^(- |\d+\. )/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What a card shows, read off the screen. */
export async function readCard(card) {
  const texts = async (selector) => (await card.locator(selector).allTextContents()).map((t) => t.trim());
  const [fields, befores, afters] = [await texts('.change dt'), await values(card, 0), await values(card, 1)];
  const [body] = await texts('.body-text');
  return {
    id: await card.getAttribute('data-card'),
    title: (await texts('.card-title'))[0] ?? '',
    changes: fields.map((field, i) => ({ field, before: befores[i], after: afters[i] })),
    body: body ?? null,
    recipients: await texts('.recipient'),
  };
}

async function values(card, side) {
  const changes = await card.locator('.change dd').all();
  return await Promise.all(
    changes.map(async (dd) =>
      (
        (await dd.locator(':scope > .before, :scope > .after, :scope > .nothing').nth(side).textContent()) ??
        ''
      ).trim(),
    ),
  );
}
