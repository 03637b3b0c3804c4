import type { Locator } from 'playwright';
import type { LedgerRow } from '../demo-desk/server.mjs';

/** A card as a person reads it. */
export interface ReadCard {
  title: string;
  where: string;
  changes: { field: string; before: string; after: string }[];
  body: string | null;
  recipients: string[];
}

/** Reads everything that a card says, off the screen. */
export async function readCard(card: Locator): Promise<ReadCard> {
  const changes = await card.locator('.change').all();
  const body = card.locator('.body-text');
  const words = async (at: Locator) => ((await at.textContent()) ?? '').trim();
  const value = async (at: Locator, side: 'before' | 'after') =>
    (await at.locator(`.${side}`).count()) > 0 ? await words(at.locator(`.${side}`)) : '';
  return {
    title: await words(card.locator('.card-title')),
    where: await words(card.locator('.card-where')),
    changes: await Promise.all(
      changes.map(async (at) => ({
        field: await words(at.locator('dt')),
        before: await value(at, 'before'),
        after: await value(at, 'after'),
      })),
    ),
    body: (await body.count()) > 0 ? ((await body.textContent()) ?? '') : null,
    recipients: await card.locator('.recipient').allInnerTexts(),
  };
}

/** From the label that people see to the value on the desk's wire. */
const WIRE: Record<string, string> = {
  New: 'new',
  Open: 'open',
  Pending: 'pending',
  'On hold': 'on-hold',
  Solved: 'solved',
  Low: 'low',
  Normal: 'normal',
  High: 'high',
  Urgent: 'urgent',
};

const OPERATION: Record<string, LedgerRow['operation']> = {
  Status: 'status',
  Priority: 'priority',
  Assignee: 'assignee',
};

type Row = Pick<LedgerRow, 'record' | 'operation' | 'field' | 'before' | 'after'>;

/**
 * What the desk's ledger must say when exactly this card was carried out; null when it touches no server.
 * @param contact the number of the ticket's requester: a card on a ticket names the ticket
 */
export function rowOf(card: ReadCard, contact: number): Row | null {
  const record = `ticket:${/^Ticket (\d+)/.exec(card.where)?.[1]}`;
  if (card.title.startsWith('Insert the draft')) return null;
  if (card.body !== null) {
    const operation = card.title.includes('public reply') ? 'reply' : 'note';
    return { record, operation, field: null, before: null, after: card.body };
  }
  const [change] = card.changes;
  if (!change || card.changes.length !== 1) throw new Error(`not one change: ${JSON.stringify(card)}`);
  const { field, before, after } = change;
  if (card.title.includes('the contact’s'))
    return { record: `contact:${contact}`, operation: 'contact', field, before, after };
  if (field === 'Tag') {
    const operation = after === '' ? 'remove-tag' : 'add-tag';
    return { record, operation, field: null, before: before || null, after: after || null };
  }
  const operation = OPERATION[field];
  if (operation) {
    const wire = (label: string) => (operation === 'assignee' ? label : WIRE[label]);
    return { record, operation, field: null, before: wire(before), after: wire(after) };
  }
  return { record, operation: 'field', field, before, after };
}

/** A row of the ledger in the same words: of a message its text. */
export function plainRow({ record, operation, field, before, after }: LedgerRow): Row {
  return { record, operation, field, before: textOf(before), after: textOf(after) };
}

const textOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'text' in value ? value.text : value;
