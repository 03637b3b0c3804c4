import { byAgent } from './ledger.mjs';
import { must, textOf, until } from './see.mjs';

/** The steps in which nothing is changed at the helpdesk: draft, insert, propose. */

const inBox = async (ticket) => (await ticket.locator('.composer .ProseMirror').allInnerTexts()).join(' ');
const squeeze = (text) => text.replace(/\*\*/g, '').replace(/\s+/g, ' ').trim();

export async function draft(walk) {
  const { panel, ticket, desk, seen, picture } = walk;
  walk.signature = await inBox(ticket);
  await panel.record.getByText('Ticket 1042').waitFor();
  seen(`The panel is bound to ${await textOf(panel.record.locator('h2'))}.`);
  await panel.run('Draft', /ready/);
  const text = await panel.draft.inputValue();
  must(text.length > 40, 'The draft has some sentences', text);
  seen(
    `A draft of ${text.length} characters, written offline from the bundled macros: “${text.split('\n')[2] ?? text}”`,
  );
  must(desk.ledger().length === 0, 'Drafting leaves no trace in the helpdesk’s ledger', desk.ledger());
  seen('The helpdesk’s ledger is empty: drafting changed nothing.');
  await picture(panel.draft);
  walk.text = text;
}

export async function insert({ panel, ticket, desk, seen, picture, text }) {
  await panel.press(panel.button('Insert into reply'));
  await until(
    'The draft stands in the helpdesk’s reply box',
    async () => squeeze(await inBox(ticket)).includes(squeeze(text)),
    async () => `${await inBox(ticket)} ${await panel.alertWords()}`,
  );
  seen('The reply box of the helpdesk holds the draft, word for word.');
  await panel.page.getByText('In the reply box now, not sent').waitFor();
  must(desk.ledger().length === 0, 'Inserting sends nothing', desk.ledger());
  seen('The ledger is still empty: nothing was sent.');
  await picture(panel.draft);
}

export async function propose({ panel, desk, seen, picture }) {
  await panel.run('Review', /propos/);
  const titles = await panel.cards.locator('.card-title').allInnerTexts();
  must(titles.length >= 3, 'At least three actions are proposed', titles);
  seen(`${titles.length} cards, one effect each: ${titles.map((t) => t.trim()).join(' · ')}.`);
  must(byAgent(desk.ledger()).length === 0, 'A proposal changes nothing', desk.ledger());
  seen('The ledger is still empty: a card does nothing until it is approved.');
  await picture(panel.cards.first());
}
