import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Example, exampleFile } from '../shop/files';
import { openShop, SHOP_KEY, type ShopFault, TRACKER_KEY } from '../shop/server';
import { type Bench, setUp } from './bench';
import { createScriptedModel, type ScriptedModel } from './script';
import { chooseServer, openSettings } from './settings';

let bench: Bench;
let model: ScriptedModel;
let shop: Awaited<ReturnType<typeof openShop>>;

const EXAMPLES: [Example, string, string][] = [
  ['look-up-order', 'look_up_order', SHOP_KEY],
  ['refund-order', 'refund_order', SHOP_KEY],
  ['create-issue', 'create_issue', TRACKER_KEY],
];

// One browser for all; every test has a ticket of its own where the ceiling of a ticket counts.
beforeAll(async () => {
  shop = await openShop();
  model = await createScriptedModel();
  bench = await setUp();
  await chooseServer(bench, model.url);
  await addTools();
});
afterAll(async () => {
  await bench.close();
  await model.close();
  await shop.close();
});
beforeEach(async () => {
  shop.reset();
  bench.desk.reset();
  await bench.page.goto(`${bench.desk.url}/tickets/1042`);
  await bench.freshPanel();
});

/** As an admin does it: the files, then the keys. */
async function addTools(): Promise<void> {
  const page = await openSettings(bench);
  const files = EXAMPLES.map(([name]) => ({
    name: `${name}.json`,
    mimeType: 'application/json',
    buffer: Buffer.from(exampleFile(name, shop.origin)),
  }));
  await page.getByLabel('Tool files').setInputFiles(files);
  for (const [, name, key] of EXAMPLES) {
    await page.getByText(`“${name}” was added.`).waitFor();
    await page.getByRole('textbox', { name: `Key for ${name}` }).fill(key);
    await page.getByRole('button', { name: `Keep key for ${name}` }).click();
    await page.getByRole('listitem', { name }).getByText('Ready', { exact: true }).waitFor();
  }
  await page.close();
  await bench.panel.page.bringToFront();
}

it('the record region says which of them are there for this ticket', async () => {
  const region = bench.panel.page.getByRole('region', { name: 'Record' });
  await region.getByText(/^Your own tools, in Review: .*Look up order … · Refund … EUR of order …/).waitFor();
  expect(await region.getByText('wait for a host or a key').count()).toBe(0);
  // without its key a tool waits, and nothing says that it can be used
  const page = await openSettings(bench);
  await page.getByRole('listitem', { name: 'look_up_order' }).getByText('Its key is kept').click();
  await page.getByRole('button', { name: 'Remove key for look_up_order' }).click();
  await bench.page.reload();
  await bench.panel.page.bringToFront();
  await region.getByText(/wait for a host or a key in Settings, under Tools: Look up order …\.$/).waitFor();
  await page.bringToFront();
  await page.getByRole('textbox', { name: 'Key for look_up_order' }).fill(SHOP_KEY);
  await page.getByRole('button', { name: 'Keep key for look_up_order' }).click();
  await page.getByRole('listitem', { name: 'look_up_order' }).getByText('Ready', { exact: true }).waitFor();
  await page.close();
});

const REFUND = { name: 'refund_order', arguments: { order: 'SM-20418', reason: 'damaged' } };
const ISSUE = {
  name: 'create_issue',
  arguments: {
    summary: 'Sleeve seam opens',
    details: 'The left sleeve tore on the first day.',
    urgent: false,
  },
};

async function propose(...calls: { name: string; arguments: Record<string, unknown> }[]): Promise<void> {
  model.says({ calls });
  await bench.panel.run('Review');
}
const card = () => bench.panel.cards().first();
const button = (name: string | RegExp) => card().getByRole('button', { name });

/** Types the amount on the card, as the tool wants it from a person. */
async function typeAmount(amount: string): Promise<void> {
  await button('Edit').click();
  await card().getByRole('textbox').fill(amount);
  await button('Save').click();
}
async function refund(amount: string): Promise<void> {
  await propose(REFUND);
  await typeAmount(amount);
  await button('Approve and run').click();
  await button(`Confirm: ${amount} EUR`).click();
}
const did = (what: string) => shop.state.ledger.filter((row) => row.what === what);
const asked = (start: string) => shop.state.asked.filter(({ line }) => line.startsWith(start));

describe('looking up', () => {
  it('an order: the model names the order and nothing else; the requester comes from the page', async () => {
    model.says({ calls: [{ name: 'look_up_order', arguments: { order: 'SM-20418' } }] }, { text: 'Read.' });
    await bench.panel.run('Review');
    expect(asked('GET').map(({ line }) => line)).toEqual([
      'GET /api/orders/SM-20418?customer=tamsin.orrey%40quillmail.example',
    ]);
    const told = model.messages().at(-1);
    expect(told.role).toBe('tool');
    expect(told.content).toContain('State: delivered');
    expect(told.content).toContain('Items: Drift Jacket');
    const log = await bench.panel.exportLog();
    expect(log).toContain('"tool.read"');
    expect(log, 'no key in any export').not.toContain(SHOP_KEY);
  });

  it('an order of somebody else is not found; a value cannot become a path', async () => {
    for (const order of ['SM-99999', '../refunds']) {
      model.says({ calls: [{ name: 'look_up_order', arguments: { order } }] }, { text: 'Read.' });
      await bench.panel.run('Review');
    }
    expect(asked('GET').map(({ line }) => line)).toEqual([
      'GET /api/orders/SM-99999?customer=tamsin.orrey%40quillmail.example',
      'GET /api/orders/..%2Frefunds?customer=tamsin.orrey%40quillmail.example',
    ]);
    expect(model.messages().at(-1).content).toMatch(/does not exist there/);
  });
});

describe('a refund', () => {
  it('is offered to the model without the amount, and in Review alone', async () => {
    await propose();
    const offer = model
      .requests()
      .at(-1)
      ?.body.tools.find((t: { function: { name: string } }) => t.function.name === 'refund_order');
    expect(Object.keys(offer.function.parameters.properties)).toEqual(['order', 'reason']);
    model.says({ text: 'Hello.' });
    await bench.panel.run('Draft');
    expect(model.offered()).not.toContain('refund_order');
    await propose({ name: 'refund_order', arguments: { ...REFUND.arguments, amount: 4000 } });
    await bench.panel
      .alert()
      .getByText(/not in the right form/)
      .waitFor();
    expect(await bench.panel.cards().count()).toBe(0);
  });

  it('happens once, when a person typed the amount and clicked twice, whatever else is clicked', async () => {
    await propose(REFUND);
    await card()
      .getByText(`Goes to ${new URL(shop.origin).host}, as the support team’s key.`)
      .waitFor();
    await card().getByText('Money', { exact: true }).waitFor();
    await button('Approve and run').click();
    await card()
      .getByText(/Type the amount first/)
      .waitFor();
    await typeAmount('12.50');
    await button('Approve and run').click();
    const confirm = button('Confirm: 12.50 EUR');
    await confirm.waitFor();
    expect(did('refund')).toEqual([]);
    await bench.panel.page.waitForTimeout(700);
    await confirm.dblclick();
    await bench.panel
      .receipt('Refund 12.50 EUR of order SM-20418')
      .getByText('Done', { exact: true })
      .waitFor();
    expect(did('refund')).toHaveLength(1);
    expect(did('refund')[0]?.data).toEqual({
      amount: 1250,
      currency: 'EUR',
      reason: 'damaged',
      ticket: '1042',
    });
    const [sent] = asked('POST');
    expect(sent?.headers).toMatchObject({ 'if-match': '"1"', authorization: `Bearer ${SHOP_KEY}` });
    expect(sent?.headers['idempotency-key']).toBe(did('refund')[0]?.key);
    expect(sent?.headers.cookie).toBeUndefined();
    const entry = (await bench.panel.exportLog())
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
      .findLast((line) => line.kind === 'action.done');
    expect(entry.data).toMatchObject({
      tool: 'refund_order',
      class: 'R4',
      channel: 'token',
      account: 'Maya Lindqvist',
      amount: 1250,
      messageKey: 'rf-1',
      server: new URL(shop.origin).host,
      proof: `Read back from ${new URL(shop.origin).host}.`,
    });
    expect(bench.sent(), 'the helpdesk was not touched').toEqual([]);
  });

  it('stays out of Approve all', async () => {
    await propose(
      REFUND,
      { name: 'add_tag', arguments: { tag: 'refund' } },
      { name: 'set_status', arguments: { status: 'Pending' } },
    );
    await bench.panel.page.getByRole('button', { name: 'Approve all (2)' }).waitFor();
  });

  it('whose answer was lost is found by its key, and never sent again', async () => {
    shop.state.faults.push({ method: 'POST', path: '/refunds', dropAfter: true });
    await refund('3.00');
    await bench.panel
      .receipt('Refund 3.00 EUR of order SM-20418')
      .getByText('Done', { exact: true })
      .waitFor({ timeout: 20_000 });
    expect(did('refund')).toHaveLength(1);
  });

  it('over a ceiling is refused before anything is asked; what was spent on the ticket counts', async () => {
    await propose(REFUND);
    await typeAmount('50.01');
    await card()
      .getByText(/50\.01 EUR is over 50\.00 EUR for one call/)
      .waitFor();
    expect(did('refund')).toEqual([]);
    await typeAmount('50.00');
    await button('Approve and run').click();
    await button('Confirm: 50.00 EUR').click();
    await bench.panel.receipt('Refund 50.00 EUR').getByText('Done', { exact: true }).waitFor();
    await propose(REFUND);
    await typeAmount('20.00');
    // 12.50 and 3.00 of the tests before count too: the ceiling is the ticket's, and the log remembers
    await card()
      .getByText(/was spent on this ticket before; with 20\.00 EUR it is over 80\.00 EUR/)
      .waitFor();
    expect(did('refund')).toHaveLength(1);
  });

  it('of somebody else’s order makes no card', async () => {
    await propose({ name: 'refund_order', arguments: { order: 'SM-99999', reason: 'late' } });
    await bench.panel
      .alert()
      .getByText(/belongs to somebody else than the customer/)
      .waitFor();
    expect(await bench.panel.cards().count()).toBe(0);
    expect(did('refund')).toEqual([]);
  });

  it('of an order that changed since the card was drawn asks again', async () => {
    await propose(REFUND);
    await typeAmount('1.00');
    await card().getByText('0 of 8900 cents refunded so far').waitFor();
    await card().getByRole('heading', { name: 'Refund 1.00 EUR of order SM-20418' }).waitFor();
    const order = shop.state.orders['SM-20418'];
    if (order) Object.assign(order, { refunded: 700, version: 2 });
    await button('Approve and run').click();
    await card()
      .getByText(/Changed since this card was drawn: Refund/)
      .waitFor();
    await card()
      .getByText(/700 of 8900 cents refunded so far/)
      .waitFor();
    expect(did('refund')).toEqual([]);
  });
});

describe('an issue in the tracker', () => {
  it('is made once for a ticket, closed by undo, and not made a second time', async () => {
    await propose(ISSUE);
    await card()
      .getByText(/Undo closes the issue/)
      .waitFor();
    await button('Approve and run').click();
    const receipt = bench.panel.receipt('Create the issue “Sleeve seam opens”');
    await receipt.getByText('Done', { exact: true }).waitFor();
    expect(did('issue')).toHaveLength(1);
    expect(shop.state.issues[0]).toMatchObject({
      state: 'open',
      urgent: false,
      reference: expect.stringContaining('Ticket 1042'),
    });
    await propose(ISSUE);
    await button('Approve and run').click();
    await card()
      .getByText(/It was made before: IS-1/)
      .waitFor();
    expect(did('issue')).toHaveLength(1);
    await bench.panel.undoLast().click();
    await bench.panel
      .cards()
      .filter({ hasText: 'State of the issue' })
      .getByRole('button', { name: 'Approve and run' })
      .click();
    await bench.panel.receipt('Undo: Create the issue').getByText('Done', { exact: true }).waitFor();
    expect(shop.state.issues[0]?.state).toBe('closed');
    expect(did('close')).toHaveLength(1);
    expect(asked('PATCH')[0]?.headers['if-match']).toBe('"1"');
  });

  it('whose answer was lost is found by its marker', async () => {
    shop.state.faults.push({ method: 'POST', path: '/issues', dropAfter: true });
    await propose({ ...ISSUE, arguments: { ...ISSUE.arguments, summary: 'Zip jams' } });
    await button('Approve and run').click();
    await bench.panel
      .receipt('Create the issue “Zip jams”')
      .getByText('Done', { exact: true })
      .waitFor({ timeout: 20_000 });
    expect(did('issue')).toHaveLength(1);
  });

  it('that the browser itself sent twice over a used connection is told of', async () => {
    shop.state.keepAlive = true;
    shop.state.faults.push({ method: 'POST', path: '/issues', dropAfter: true });
    await propose({ ...ISSUE, arguments: { ...ISSUE.arguments, summary: 'Hood is missing' } });
    await button('Approve and run').click();
    const receipt = bench.panel.receipt('Create the issue “Hood is missing”');
    await receipt.getByText('Done', { exact: true }).waitFor();
    await receipt.getByText(/It is there 2 times: IS-1, IS-2/).waitFor();
  });

  it.each<[number, string, RegExp, Partial<ShopFault>]>([
    [401, 'Not done', /token or key for this is not accepted/, {}],
    [
      403,
      'Not done',
      /does not have the right.*Support may not write issues/,
      { body: { message: 'Support may not write issues.' } },
    ],
    [404, 'Not done', /does not exist there/, {}],
    [409, 'Not done', /collides with something newer/, {}],
    [412, 'Not done', /Someone changed this in the meantime/, {}],
    [
      422,
      'Not done',
      /does not accept this value.*Summary is too plain/,
      { body: { errors: [{ message: 'Summary is too plain.' }] } },
    ],
    [429, 'Not done', /asks to wait a moment.*Try again in 30 seconds/, { headers: { 'Retry-After': '30' } }],
    [429, 'Not done', /Try again in more than 10 minutes/, { headers: { 'Retry-After': '86400' } }],
  ])('%i has an outcome and words of its own: %s', async (status, state, words, more) => {
    const summary = `Answer ${status} ${words.source.length}`;
    await propose({ ...ISSUE, arguments: { ...ISSUE.arguments, summary } });
    shop.state.faults.push({ method: 'POST', path: '/issues', status, ...more });
    await button('Approve and run').click();
    const receipt = bench.panel.receipt(summary);
    await receipt.getByText(state, { exact: true }).waitFor();
    await receipt.getByText(words).waitFor();
    expect(asked('POST'), 'never sent twice').toHaveLength(1);
    expect(did('issue')).toEqual([]);
  });
});

describe('permission at every call', () => {
  it('a tool that was changed in Settings since the card was drawn is not run by it', async () => {
    await propose(ISSUE);
    const page = await openSettings(bench);
    const changed = exampleFile('create-issue', shop.origin).replace('"version": 1', '"version": 2');
    await page
      .getByLabel('Tool files')
      .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(changed) });
    await page.getByText('“create_issue” was replaced.').waitFor();
    await page.close();
    await button('Approve and run').click();
    await card()
      .getByText(/This tool was changed or removed/)
      .waitFor();
    expect(did('issue')).toEqual([]);
  });

  it('without its key nothing is asked; a file with an error changes nothing', async () => {
    const page = await openSettings(bench);
    await page.getByRole('listitem', { name: 'create_issue' }).getByText('Its key is kept').click();
    await page.getByRole('button', { name: 'Remove key for create_issue' }).click();
    await page.getByRole('listitem', { name: 'create_issue' }).getByText('Not ready yet').waitFor();
    const bad = exampleFile('create-issue', shop.origin).replace('"class": "R3"', '"class": "R4"');
    await page
      .getByLabel('Tool files')
      .setInputFiles({ name: 'bad.json', mimeType: 'application/json', buffer: Buffer.from(bad) });
    await page.getByText(/“irreversible” is missing/).waitFor();
    await page.getByRole('listitem', { name: 'create_issue' }).getByText('version 2').waitFor();
    await page.close();
    await propose(ISSUE);
    await bench.panel
      .alert()
      .getByText(/There is no key for “create_issue”/)
      .waitFor();
    expect(shop.state.asked.map(({ line }) => line)).toEqual([]);
  });
});
