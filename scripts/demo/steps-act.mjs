import { byAgent, byRules, promised, readCard, rowWords, takenBack } from './ledger.mjs';
import { must, textOf, until } from './see.mjs';

/** The steps that change something, each compared with the ledger: approve and run, send, undo. */

/** The value that the person chooses instead of the proposed one; solving also wakes one of the desk's own rules. */
const CHOSEN = 'Solved';

const newRow = async ({ desk, panel }, count, card) => {
  const words = `The ledger has ${count} rows after “${card}”`;
  await until(
    words,
    () => byAgent(desk.ledger()).length >= count,
    async () => {
      const rows = desk.ledger().map(rowWords).join(' | ');
      return `${rows} ${await panel.alertWords()} ${(await panel.cards.allInnerTexts()).join(' / ')}`;
    },
  );
  const rows = byAgent(desk.ledger());
  must(rows.length === count, words, rows.map(rowWords));
  return rowWords(rows[count - 1]);
};

/** Approves one card and sees that the ledger got what the card said, and nothing else. */
async function approve(stage, locator) {
  const { panel, seen, desk } = stage;
  const card = await readCard(locator);
  const before = byAgent(desk.ledger()).length;
  await panel.press(panel.button('Approve and run', locator));
  const row = await newRow(stage, before + 1, card.title);
  must(row === promised(card), `The ledger says what the card said (${promised(card)})`, row);
  seen(`“${card.title}”: the ledger says ${row}, which is what the card said.`);
  await panel
    .receipt(card.title.replace(' (edited by you)', ''))
    .getByText('Done', { exact: true })
    .waitFor();
  stage.done.push({ card, row });
}

const openCard = (panel, ...without) =>
  without
    .reduce(
      (cards, hasNotText) => cards.filter({ hasNotText }),
      panel.cards.filter({ has: panel.button('Approve and run') }),
    )
    .first();

export async function run(stage) {
  const { panel, desk, seen, picture } = stage;
  const status = panel.card('Set the status to');
  await panel.press(panel.button('Edit', status));
  await status.getByRole('combobox', { name: 'New value' }).selectOption(CHOSEN);
  await panel.press(panel.button('Save', status));
  await status.getByText(`Set the status to “${CHOSEN}”`).waitFor();
  seen(
    `The person changed a card before signing it: now it says ${CHOSEN}, and the card says who chose that.`,
  );
  for (const isLeft = () => openCard(panel, 'Send a public reply').count(); await isLeft(); )
    await approve(stage, openCard(panel, 'Send a public reply'));
  const rules = byRules(desk.ledger()).map((row) => `${row.who}: ${rowWords(row)}`);
  must(rules.length > 0, 'The helpdesk’s own rule ran after the status was set', desk.ledger().map(rowWords));
  for (const row of byRules(desk.ledger())) {
    const words = await until('The receipts list what rules did', async () => {
      const observed = await panel.activity.locator('.observed').allInnerTexts();
      return observed.find((line) => line.includes(String(row.after)));
    });
    seen(`The desk’s own rule “${row.who}” ran too, and the receipt says so: “${words.trim()}”`);
  }
  await picture(panel.receipt(`Set the status to “${CHOSEN}”`));
}

export async function send(stage) {
  const { panel, desk, seen, picture } = stage;
  const locator = panel.card('Send a public reply');
  const card = await readCard(locator);
  const before = byAgent(desk.ledger()).length;
  await panel.press(panel.button('Approve and run', locator));
  const now = panel.button('Send now', locator);
  await now.waitFor();
  must(byAgent(desk.ledger()).length === before, 'Nothing is sent while the reply is held', desk.ledger());
  seen(
    `Approved, and held: “${await textOf(locator.locator('.countdown'))}”, with Cancel send. The ledger has no reply yet.`,
  );
  await picture(locator);
  await panel.press(now);
  const row = await newRow(stage, before + 1, card.title);
  const sent = promised(card, stage.signature);
  must(row === sent, `The customer got what the card said (${sent})`, row);
  seen(
    `Sent now, once, to ${card.recipients.join(', ')}: the text of the card, then the desk’s own signature.`,
  );
  await panel.receipt(card.title).getByText('Done', { exact: true }).waitFor();
  stage.done.push({ card, row, forGood: true });
}

export async function undo(stage) {
  const { panel, desk, seen, picture, done } = stage;
  const undoable = done.filter((one) => !one.forGood);
  const receipt = (one) => panel.receipt(one.card.title.replace(' (edited by you)', ''));
  for (const [i, one] of undoable.toReversed().entries()) {
    const before = byAgent(desk.ledger()).length;
    await panel.press(i === 0 ? panel.button('Undo last action') : panel.button('Undo', receipt(one)));
    const row = await newRow(stage, before + 1, `Undo: ${one.card.title}`);
    must(row === takenBack(one.row), `Undo takes back exactly that (${takenBack(one.row)})`, row);
    await receipt(one).getByText('Taken back', { exact: true }).waitFor();
    seen(`Undo of “${one.card.title}”: the ledger says ${row}.`);
    stage.undone.push(row);
  }
  const sent = panel.receipt('Send a public reply');
  must((await panel.button('Undo', sent).count()) === 0, 'A sent reply has no Undo button');
  seen(`The sent reply has no Undo: ${await textOf(sent.locator('.receipt-words'))}`);
  await picture(panel.activity.first());
}
