import { describe, expect, it } from 'vitest';
import { type Bench, setUp } from '../e2e/bench';
import { openPanel, type PanelPage } from '../support/panel';
import { Random } from './random';

const KILLS = ['panel closed', 'tab closed', 'tab reloaded', 'panel and tab closed'] as const;
type Kill = (typeof KILLS)[number];

/** A few cells by default; TORTURE_CELLS=90 before a release. */
const CELLS = Number(process.env.TORTURE_CELLS ?? 4);
const SEED = Number(process.env.TORTURE_SEED ?? 1);

/** What the receipt says of the only action that was signed; null when there is none. */
async function receipt(panel: PanelPage): Promise<string | null> {
  const item = panel.activity().first();
  if ((await item.count()) === 0) return null;
  const words = await item.textContent();
  return (
    /Running|Done|Not done|Not sent|Not certain/.exec((words ?? '').replace(/^.*?(?=Add|Set)/, ''))?.[0] ??
    words
  );
}

async function strike(bench: Bench, kill: Kill): Promise<void> {
  if (kill === 'tab reloaded') await bench.page.reload();
  if (kill === 'panel closed' || kill === 'panel and tab closed') await bench.panel.page.close();
  if (kill === 'tab closed' || kill === 'panel and tab closed') await bench.page.close();
}

async function killOnce(kill: Kill, delayMs: number) {
  const bench = await setUp('/tickets/1042');
  try {
    await bench.panel.run('Review');
    await bench.panel.page.waitForTimeout(700);
    await bench.panel.card(/tag/i).getByRole('button', { name: 'Approve and run' }).click();
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    await strike(bench, kill);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    if (!bench.panel.page.isClosed()) await bench.panel.page.close();
    const page = bench.page.isClosed() ? await bench.context.newPage() : bench.page;
    if (page !== bench.page) await page.goto(`${bench.desk.url}/tickets/1042`);
    const began = Date.now();
    const panel = await openPanel(bench.context, bench.extensionId, page);
    await panel.record().getByText('Ticket 1042').waitFor();
    // The receipts come a moment after the panel; an action that was never signed has none.
    let said = await receipt(panel);
    while ((said === null && Date.now() - began < 5000) || said === 'Running') {
      await new Promise((resolve) => setTimeout(resolve, 50));
      said = await receipt(panel);
      expect(Date.now() - began).toBeLessThan(40_000);
    }
    const settledMs = Date.now() - began;
    return { said, effects: bench.sent().length, settledMs };
  } finally {
    await bench.close();
  }
}

describe('an action killed in a real browser', () => {
  const random = new Random(SEED);
  const cells = Array.from({ length: CELLS }, (_, i) => ({
    kill: KILLS[i % KILLS.length] ?? 'panel closed',
    delayMs: random.below(500),
  }));
  it.each(cells)(
    '$kill after $delayMs ms',
    async ({ kill, delayMs }) => {
      const { said, effects, settledMs } = await killOnce(kill, delayMs);
      console.log(`${kill}, ${delayMs} ms: ${said}, ${effects} effects, settled in ${settledMs} ms`);
      expect(effects).toBeLessThanOrEqual(1);
      if (effects === 1) expect(['Done', 'Not certain']).toContain(said);
      else expect(said).not.toBe('Done');
    },
    120_000,
  );
});
