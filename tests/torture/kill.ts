import type { Engine } from '../../core/engine';
import { foldActions } from '../../core/fold';
import { openPanel, type Panel } from './panel';
import { hookAt, type Point } from './points';
import { Random } from './random';
import { World } from './world';

export const KILLS = [
  'panel closed',
  'tab closed',
  'tab reloaded',
  'worker stopped',
  'browser killed',
] as const;
export type Kill = (typeof KILLS)[number];

/** What is done, and what the page must hold for it once. */
export const ACTS: Record<string, Record<string, string>> = {
  add_tag: { tag: 'vip' },
  set_status: { status: 'Pending' },
  assign: { assignee: 'Omar' },
  add_note: { body: 'Asked the warehouse.' },
  send_reply: { body: 'Dear Tamsin, it left today.' },
  insert_draft: { body: 'Dear Tamsin, it left today.' },
};

export interface Cell {
  point: Point;
  kill: Kill;
  tool: string;
  seed: number;
}

export interface Outcome {
  cell: Cell;
  /** False when the action never came to that point (nothing was killed then). */
  hit: boolean;
  effects: number;
  status: string;
  /** What is wrong, in words; empty when every promise was kept. */
  faults: string[];
  /** Real time from opening the panel again until everything was settled. */
  settledMs: number;
}

export function engineFor(tool: string): Engine {
  return {
    id: 'offline',
    label: 'scripted',
    model: 'scripted',
    async *step() {
      yield { type: 'call', id: 'c1', name: tool, argumentsText: JSON.stringify(ACTS[tool]) };
      yield { type: 'end' };
    },
  };
}

let worlds = 0;

/** One action, killed at one point, and what a person finds after opening the panel again. */
export async function killOnce(cell: Cell, { forgetful = false } = {}): Promise<Outcome> {
  worlds += 1;
  const random = new Random(cell.seed);
  const engine = engineFor(cell.tool);
  let panel: Panel | null = null;
  const hooks = hookAt(cell.point, () => strike(cell.kill, world, panel));
  const world: World = new World(`w${worlds}`, random, hooks);
  world.forgetful = forgetful;
  panel = await openPanel(world, engine);
  await attempt(panel, world);
  if (panel.alive) panel.die();
  const file = await panel.store.exportText({ filter: null, contents: 'none' });
  await panel.store.close();
  if (!world.doc) world.load();

  const began = performance.now();
  const again = await openPanel(world, engine);
  const settledMs = performance.now() - began;
  const faults = await faultsOf(world, again);
  if (!file.ok) faults.push('the log cannot be exported');
  again.die();
  const entries = (await again.store.entries()).length;
  await again.store.close();
  const third = await openPanel(world, engine);
  if ((await third.store.entries()).length !== entries)
    faults.push('a third panel settles again what was settled');
  const action = foldActions(await third.store.entries()).at(-1);
  third.die();
  await third.store.close();
  return {
    cell,
    hit: hooks.hit,
    effects: world.effects,
    status: action?.status ?? 'none',
    faults,
    settledMs,
  };
}

function strike(kill: Kill, world: World, panel: Panel | null): void {
  if (kill === 'panel closed' || kill === 'browser killed') panel?.die();
  if (kill === 'tab closed') world.closeTab();
  if (kill === 'tab reloaded' || kill === 'browser killed') world.load();
  // The worker holds nothing: that it stops is no event for anybody.
}

/** Proposes and approves, as far as it gets. A panel that died does nothing more. */
async function attempt(panel: Panel, world: World): Promise<void> {
  const { agent } = panel;
  agent.actions.setMode('Review');
  await quiet(panel, agent.actions.start());
  if (!panel.alive) return;
  const card = agent.store.getState().cards.find((c) => c.status === 'proposed');
  world.hooks.pass('the card is shown');
  if (!panel.alive || !card) return;
  world.now += 1000;
  await quiet(panel, agent.actions.approve(card.id));
  await quiet(panel, agent.actions.sendNow(card.id));
}

const STILL_MS = 400;

/** Waits for the work of a living panel; of a dead one, until what runs elsewhere has come to rest. */
async function quiet(panel: Panel, work: Promise<void>): Promise<void> {
  let over = false;
  const done = work.then(() => {
    over = true;
  });
  const dead = (async () => {
    while (panel.alive && !over) await new Promise((resolve) => setTimeout(resolve, 2));
    if (!over) await new Promise((resolve) => setTimeout(resolve, 20));
  })();
  const late = new Promise<void>((resolve) => setTimeout(resolve, STILL_MS * 10).unref());
  await Promise.race([done, dead, late]);
}

const SETTLED = new Set(['proposed', 'done', 'failed', 'unknown', 'cancelled', 'rejected']);

export async function faultsOf(world: World, panel: Panel): Promise<string[]> {
  const faults: string[] = [];
  const entries = await panel.store.entries();
  const actions = foldActions(entries);
  if (world.effects > 1) faults.push(`done ${world.effects} times`);
  if (world.effects > 0 && !entries.some((e) => e.kind === 'action.started'))
    faults.push('an effect that the log does not know');
  const said = actions.filter((a) => a.status === 'done').length;
  if (said > world.effects) faults.push('the log says done, and nothing was');
  for (const action of actions) {
    if (!SETTLED.has(action.status)) faults.push(`left as ${action.status}`);
    const denied = action.status !== 'done' && action.status !== 'unknown';
    if (denied && world.effects > 0) faults.push(`the log says ${action.status}, and it happened`);
  }
  const open = await panel.store.openRuns(10);
  if (open.length > 0) faults.push('a run without an end');
  const { findings } = await panel.store.checkChain(async () => undefined);
  faults.push(...findings.map((finding) => finding.words));
  return faults;
}
