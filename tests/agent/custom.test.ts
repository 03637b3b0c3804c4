import { beforeAll, expect, it } from 'vitest';
import { withCustomTools } from '../../agent/custom/desk';
import { createHttp } from '../../agent/custom/http';
import type { CustomTools } from '../../agent/deps';
import { readToolFile } from '../../core/custom/read-file';
import { ok } from '../../core/result';
import { toolsOf } from '../../tools/custom/make';
import { addTools } from '../../tools/registry';
import { exampleFile } from '../shop/files';
import { QUICK } from '../tools/support';
import { newWorld, type Panel, type World } from './world';

const ORIGIN = 'https://shop.example.com';
const REFUND = { name: 'refund_order', arguments: { order: 'SM-20418', reason: 'late' } };

beforeAll(() => {
  const read = readToolFile(exampleFile('refund-order'), []);
  if (!read.ok) throw new Error(read.refusal.detail);
  addTools(toolsOf({ tool: read.value, digest: 'd', addedAt: '' }));
  return () => addTools([]);
});

type Fate = 'answers' | 'dropped before' | 'dropped after' | 'busy';

/** A shop in memory; `fates` says what becomes of the next refunds. */
function fakeShop(customer: string, fates: Fate[] = []) {
  const refunds: { id: string; key: string; amount: number; state: string }[] = [];
  const order = { customer, state: 'delivered', total: 90_000, refunded: 0 };
  const json = (body: unknown, status = 200) =>
    new Response(JSON.stringify(body), { status, headers: { etag: `"${refunds.length}"` } });
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const path = new URL(url).pathname;
    const headers = new Headers(init.headers);
    if (init.method === 'POST') {
      const fate = fates.shift() ?? 'answers';
      if (fate === 'dropped before') throw new TypeError('Failed to fetch');
      if (fate === 'busy') return json({ message: 'Wait.' }, 429);
      if (headers.get('if-match') !== `"${refunds.length}"`) return json({ message: 'Changed.' }, 412);
      const { amount } = JSON.parse(String(init.body)) as { amount: number };
      const made = {
        id: `r${refunds.length + 1}`,
        key: headers.get('idempotency-key') ?? '',
        amount,
        state: 'paid out',
      };
      refunds.push(made);
      order.refunded += amount;
      if (fate === 'dropped after') throw new TypeError('Failed to fetch');
      return json(made, 201);
    }
    if (path.endsWith('/refunds')) return json({ refunds });
    const one = refunds.find(({ id }) => path.endsWith(`/refunds/${id}`));
    return path.includes('/orders/') ? json(order) : json(one ?? {}, one ? 200 : 404);
  };
  return { refunds, order, fetch };
}

async function panelWith(world: World, shop: ReturnType<typeof fakeShop>): Promise<Panel> {
  const panel = await world.panel({ calls: [REFUND] });
  const tools: CustomTools = {
    load: async () => undefined,
    offered: async () => ({ ready: [], waiting: [] }),
    http: async (_tool, key, signed) =>
      ok(createHttp({ origin: ORIGIN, auth: null, key, signed, fetch: shop.fetch })),
  };
  panel.deps.customTools = tools;
  panel.deps.pages = withCustomTools(panel.deps.pages, tools, QUICK);
  await panel.review();
  return panel;
}

/** Types the amount and clicks until the card has to be confirmed. */
async function ready(world: World, panel: Panel, amount: string): Promise<void> {
  panel.actions.edit(panel.cards()[0]?.id ?? '', amount);
  await expect.poll(() => panel.cards()[0]?.money).toBe(`${amount} EUR`);
  await new Promise((resolve) => setTimeout(resolve, 5));
  world.clock.at += 600;
  await panel.approve();
  expect(panel.cards()[0]?.status, panel.cards()[0]?.notice ?? '').toBe('confirm');
  world.clock.at += 600;
}
const requester = (world: World) => world.desk.now.requester?.email ?? '';

it('two panels, one ticket: together they never spend more than its ceiling', async () => {
  const world = await newWorld();
  const shop = fakeShop(requester(world));
  const panels = [await panelWith(world, shop), await panelWith(world, shop)];
  for (const panel of panels) await ready(world, panel, '50.00');
  await Promise.all(panels.map((panel) => panel.approve()));
  expect(shop.refunds.map((one) => one.amount)).toEqual([5000]);
  const words = panels.map((panel) => panel.cards()[0]?.notice ?? '').join(' ');
  expect(words).toMatch(/over 80\.00 EUR|Another action is running|Changed since/);
});

it('a card without an amount cannot be signed, whoever clicks', async () => {
  const world = await newWorld();
  const shop = fakeShop(requester(world));
  const panel = await panelWith(world, shop);
  await panel.approve();
  expect(panel.cards()[0]).toMatchObject({
    status: 'changed',
    notice: expect.stringContaining('Type the amount first'),
  });
  expect(shop.refunds).toEqual([]);
  expect(await world.kinds()).toEqual(['action.proposed']);
});

it('what was drawn is what is sent: a value that changed after the last look voids it there', async () => {
  const world = await newWorld();
  const shop = fakeShop(requester(world));
  const panel = await panelWith(world, shop);
  await ready(world, panel, '5.00');
  const { ask } = panel.deps.pages;
  panel.deps.pages.ask = async (page, message) => {
    if (message.type === 'act') shop.order.refunded = 700;
    return await ask(page, message);
  };
  await panel.approve();
  expect(panel.cards()[0]).toMatchObject({
    status: 'failed',
    notice: expect.stringContaining('not those on the card'),
  });
  expect(shop.refunds).toEqual([]);
});

it.each<[Fate, string, number]>([
  ['answers', 'done', 1],
  ['dropped after', 'done', 1],
  ['dropped before', 'unknown', 0],
  ['busy', 'failed', 0],
])('a refund that %s is %s, and the shop holds %i', async (fate, status, count) => {
  const world = await newWorld();
  const shop = fakeShop(requester(world), [fate]);
  const panel = await panelWith(world, shop);
  await ready(world, panel, '5.00');
  await Promise.all([panel.approve(), panel.approve()]);
  const shown = () => `${panel.cards()[0]?.status ?? 'done'} ${panel.cards()[0]?.notice ?? ''}`;
  await expect.poll(shown).toMatch(new RegExp(`^${status} `));
  expect(shop.refunds).toHaveLength(count);
});
