import { expect, it } from 'vitest';
import { foldActions } from '../../core/fold';
import { type Death, newWorld, over, type Panel, type World } from './world';

async function drafted(dies?: Death): Promise<{ world: World; panel: Panel }> {
  const world = await newWorld();
  const panel = await world.panel(dies ? { dies } : {});
  panel.actions.setDraft('Hello Tamsin');
  return { world, panel };
}

const statusOf = async (world: World) =>
  foldActions(await world.store.entries()).map((action) => [action.tool, action.status]);

const SIGNED = ['action.proposed', 'approval.granted', 'action.started'];

it('is proposed, signed and started on the disk before the page hears of it', async () => {
  const { world, panel } = await drafted();
  const { ask } = panel.deps.pages;
  let known: string[] = [];
  panel.deps.pages.ask = async (page, message) => {
    if (message.type === 'act') known = await world.kinds();
    return await ask(page, message);
  };
  await panel.actions.insertDraft();
  expect(known).toEqual(SIGNED);
  expect(await world.kinds()).toEqual([...SIGNED, 'action.done']);
  const order = (await world.store.entries()).map((entry) => entry.kind);
  expect(order.indexOf('run.started')).toBeLessThan(order.indexOf('action.proposed'));
});

it.each<{ dies: Death; effects: number; status: string | null }>([
  { dies: 'before action.started', effects: 0, status: null },
  { dies: 'after action.started', effects: 0, status: 'unknown' },
  { dies: 'before dispatch', effects: 0, status: 'unknown' },
  { dies: 'after dispatch', effects: 1, status: 'done' },
  { dies: 'before action.done', effects: 1, status: 'done' },
])('a panel that is gone $dies leaves $status, and nothing is done twice', async (cell) => {
  const { world, panel } = await drafted(cell.dies);
  await over(panel.actions.insertDraft());
  const second = await world.panel();
  await second.recover([]);
  expect(world.desk.effects).toHaveLength(cell.effects);
  expect(await statusOf(world)).toEqual(cell.status === null ? [] : [['insert_draft', cell.status]]);
});

it('writes nothing of the action where another panel works on the record', async () => {
  const { world, panel } = await drafted();
  panel.deps.exclusively = async (name, work) => (name.startsWith('effect:') ? null : await work());
  await panel.actions.insertDraft();
  expect(panel.alert()).toContain('Another action is running');
  expect(await world.kinds()).toEqual([]);
  expect(world.dispatched).toEqual([]);
  expect(await world.store.openRuns(10)).toEqual([]);
});
