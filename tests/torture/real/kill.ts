import type { Page } from 'playwright';
import type { Entry } from '../../../core/entry';
import { foldActions } from '../../../core/fold';
import type { PanelPage } from '../../support/panel';
import { allowSession } from '../../support/session';
import { AROUND, type RealCell } from './cells';
import { faultsOf } from './faults-of';
import { hookPanel } from './hooks';
import { entriesIn, ofNewActions, unsettled } from './log-of';
import type { Scene } from './scene';

export interface RealOutcome {
  cell: RealCell;
  /** False when the action never came to that moment. */
  hit: boolean;
  effects: number;
  status: string;
  faults: string[];
  /** From opening the panel again to the last fact that settled something; 0 when all was settled before. Ms. */
  settledMs: number;
}

/** How long a desk keeps a request, by what is to become of it. Ms. */
const KEPT_MS = { 'done late': 2_000, 'cut off': 1_200 } as const;
const LIMIT_MS = 40_000;

let number = 0;

/** One action, killed in a real browser, and what a person finds when they open the panel again. */
export async function killReal(scene: Scene, cell: RealCell): Promise<RealOutcome> {
  number += 1;
  await scene.browser.start();
  scene.desk.reset();
  scene.model.forget();
  scene.inserted = 0;
  await scene.tab();
  await scene.loadTicket();
  let strike: () => void = () => undefined;
  const moment = new Promise<void>((resolve) => {
    strike = resolve;
  });
  const inPage = cell.tool === 'insert_draft' && cell.moment === AROUND[0];
  const hooked = {
    moment: inPage ? ('on its way to the page' as const) : cell.moment,
    // Longer than a blow takes to fall, where it falls on the panel's own head.
    standsMs: cell.strike === 'browser killed' ? 8_000 : 400,
    reached: strike,
  };
  const panel = await scene.panel((page) => hookPanel(page, hooked));
  await scene.bound(panel);
  await allowSession(panel, cell.session);
  const known = new Set((await entriesIn(panel.page)).map((entry) => entry.seq));
  const met = scene.desk.met();
  armDesk(scene, cell);
  const acting = act(scene, panel, cell).then(
    () => 'acted' as const,
    // A page that is killed under the driver's hands ends in many ways; what happened is asked of the desk and the log.
    (error: unknown) => String(error),
  );
  const hit = await reached(scene, cell, moment, met, acting);
  await blow(scene, panel, cell);
  await acting;
  const { entries, settledMs } = await openAgain(scene, panel, cell, known);
  const fresh = ofNewActions(entries.filter((entry) => !known.has(entry.seq)));
  const effects = cell.tool === 'insert_draft' ? scene.inserted : scene.written().length;
  const action = foldActions(fresh).at(-1);
  const faults = faultsOf(fresh, effects);
  await lastLook(scene);
  return { cell, hit, effects, status: action?.status ?? 'none', faults, settledMs };
}

const CALLS = {
  add_tag: () => ({ tag: `torture-${number}` }),
  set_status: () => ({ status: 'Pending' }),
  assign: () => ({ assignee: 'Omar Haddad' }),
  add_note: () => ({ body: `Asked the warehouse, try number ${number}.` }),
  send_reply: () => ({ body: `Hi Tamsin, it left today. Number ${number}.` }),
  insert_draft: () => ({ body: `Inserted once, number ${number}.` }),
} satisfies Record<RealCell['tool'], () => Record<string, string>>;

/** What the desk will do with the request, decided before it comes. */
function armDesk({ desk }: Scene, { moment, fate }: RealCell): void {
  if (moment === AROUND[0]) desk.fault({ delayMs: KEPT_MS[fate], drop: fate === 'cut off', when: 'before' });
  if (moment === AROUND[1]) desk.fault({ delayMs: 3_000, when: 'after' });
}

/** Proposes and signs, as far as it gets. */
async function act(scene: Scene, panel: PanelPage, { tool, moment }: RealCell): Promise<void> {
  scene.model.says({ calls: [{ name: tool, arguments: CALLS[tool]() }] });
  await panel.run('Review');
  const card = panel.cards().first();
  await card.waitFor();
  if (moment === 'the card is shown') return;
  await card.getByRole('button', { name: 'Approve and run' }).click();
  if (tool !== 'send_reply') return;
  await card.getByRole('button', { name: 'Send now' }).click();
}

/** True when the action has come to the moment; false when it was over before, or never came. */
async function reached(
  scene: Scene,
  cell: RealCell,
  moment: Promise<void>,
  met: number,
  acting: Promise<string>,
): Promise<boolean> {
  if (cell.moment === 'the card is shown') return (await acting) === 'acted';
  const seen = (): boolean => {
    if (cell.tool === 'insert_draft') return scene.inserted > 0;
    return cell.moment === AROUND[0] ? scene.desk.met() > met : scene.written().length > 0;
  };
  const inDesk = (AROUND as readonly string[]).includes(cell.moment);
  if (!inDesk || (cell.tool === 'insert_draft' && cell.moment === AROUND[0]))
    return await Promise.race([moment.then(() => true), later(LIMIT_MS)]);
  for (const until = Date.now() + LIMIT_MS; Date.now() < until; await later(5)) if (seen()) return true;
  return false;
}

const later = (ms: number): Promise<false> => new Promise((resolve) => setTimeout(() => resolve(false), ms));

async function blow(scene: Scene, panel: PanelPage, cell: RealCell): Promise<void> {
  const tab = await scene.tab();
  if (cell.strike === 'panel closed') await panel.page.close();
  if (cell.strike === 'tab closed') await tab.close();
  if (cell.strike === 'tab reloaded') await tab.reload();
  if (cell.strike === 'worker stopped') await scene.stopWorker(panel.page);
  if (cell.strike === 'browser killed') await scene.browser.kill();
  else await later(cell.livesOnMs);
}

/** The person comes back: the browser, the ticket and the panel are opened, and everything is settled. */
async function openAgain(
  scene: Scene,
  before: PanelPage,
  cell: RealCell,
  known: ReadonlySet<number>,
): Promise<{ entries: Entry[]; settledMs: number }> {
  // That the worker stopped is no event for anybody: the panel itself goes on to the end.
  if (cell.strike === 'worker stopped') await settled(before.page);
  if (!before.page.isClosed()) await before.page.close();
  await scene.browser.start();
  await scene.tab();
  const opened = Date.now();
  const panel = await scene.panel();
  // What older actions are looked at for comes after it: here counts when the last one owed had its end.
  const fresh = ofNewActions((await settled(panel.page)).filter((e) => !known.has(e.seq)));
  const since = fresh.filter((e) => Date.parse(e.at) >= opened);
  const settledMs = Math.max(0, ...since.map((e) => Date.parse(e.at) - opened));
  await scene.bound(panel);
  // What the desk kept is done or cut by now; a panel that looks again has seen it.
  await later(KEPT_MS['done late'] + 1_500 - Math.min(3_000, Date.now() - opened));
  const entries = await settled(panel.page);
  await panel.page.close();
  return { entries, settledMs };
}

async function settled(page: Page): Promise<Entry[]> {
  for (const until = Date.now() + LIMIT_MS; ; await later(50)) {
    const entries = await entriesIn(page);
    if (unsettled(entries).length === 0 || Date.now() > until) return entries;
  }
}

/** The next action begins on an empty table. */
async function lastLook(scene: Scene): Promise<void> {
  for (const page of scene.context.pages())
    if (page.url().startsWith('chrome-extension://')) await page.close();
}
