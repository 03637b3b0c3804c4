import { expect, it } from 'vitest';
import { foldActions } from '../../core/fold';
import { newWorld, type World } from './world';

const STATUS = { name: 'set_status', arguments: { status: 'Pending' } };
const NOTE = { name: 'add_note', arguments: { body: 'Checked by phone.' } };
const REPLY = { name: 'send_reply', arguments: { body: 'It is on its way.' } };

const actions = async (world: World) => foldActions(await world.store.entries());
const last = async (world: World) => (await actions(world)).at(-1)?.actionId ?? '';

async function doneStatus() {
  const world = await newWorld();
  const before = structuredClone(world.desk.now);
  const panel = await world.panel({ calls: [STATUS] });
  await panel.review();
  await panel.approve();
  return { world, panel, before, id: await last(world) };
}

it('walks the same walk, and names what it takes back', async () => {
  const { world, panel, before, id } = await doneStatus();
  await panel.actions.undo(id);
  expect(world.desk.now).toEqual(before);
  const undo = await last(world);
  expect(await world.kinds(undo)).toEqual([
    'action.proposed',
    'approval.granted',
    'action.started',
    'action.done',
  ]);
  for (const entry of await world.store.entriesOfAction(undo)) expect(entry.data.undoes).toBe(id);
  const kinds = await world.store.entries();
  expect(kinds.filter((e) => e.kind === 'action.done').map((e) => e.data.actionId)).toEqual([id, undo]);
});

it('is one when it is asked for twice at once, from one panel or two', async () => {
  const { world, panel, id } = await doneStatus();
  const other = await world.panel();
  await Promise.all([panel.actions.undo(id), panel.actions.undo(id), other.actions.undo(id)]);
  expect(world.desk.effects).toEqual(['record.status = Pending', 'record.status = Open']);
  await other.actions.undo(id);
  expect(other.alert()).toContain('taken back already');
  expect(world.dispatched).toHaveLength(2);
});

it('of an undo does it again, and that can be taken back once more', async () => {
  const { world, panel, before, id } = await doneStatus();
  await panel.actions.undo(id);
  const undo = await last(world);
  await panel.actions.undo(undo);
  expect(world.desk.now.fields.find((f) => f.name === 'status')?.values).toEqual(['Pending']);
  expect((await actions(world)).find((a) => a.actionId === id)?.undoneBy).toBeNull();
  await panel.actions.undo(id);
  expect(world.desk.now).toEqual(before);
});

it('does not overwrite what somebody changed since: a card shows the three values', async () => {
  const { world, panel, id } = await doneStatus();
  const status = world.desk.now.fields.find((f) => f.name === 'status');
  if (!status) throw new Error('no status');
  status.values = ['Solved'];
  await panel.actions.undo(id);
  expect(world.desk.effects).toEqual(['record.status = Pending']);
  const card = panel.cards().find((c) => c.status === 'changed');
  expect(card?.conflicts[0]).toMatchObject({
    field: 'Status',
    before: 'Open',
    ours: 'Pending',
    now: 'Solved',
  });
  world.clock.at += 600;
  await panel.approve(panel.cards().findIndex((c) => c.id === card?.id));
  expect(world.desk.effects.at(-1)).toBe('record.status = Open');
});

it('says why a sent reply cannot be taken back, and does nothing', async () => {
  const world = await newWorld();
  const panel = await world.panel({ calls: [REPLY] });
  await panel.review();
  await panel.approve();
  const id = panel.cards()[0]?.id ?? '';
  await panel.actions.sendNow(id);
  await panel.actions.undo(id);
  expect(panel.alert()).toContain('cannot be unsent');
  expect(await panel.undoLast()).toBe(false);
  expect(world.desk.effects).toEqual(['public: It is on its way.']);
});

it('takes back the newest first, and says when nothing is left', async () => {
  const world = await newWorld();
  const before = structuredClone(world.desk.now);
  const panel = await world.panel({ calls: [STATUS, NOTE] });
  await panel.review();
  await panel.actions.approveAll();
  await panel.undoLast();
  expect(world.desk.effects.at(-1)).toBe('remove m2');
  await panel.undoLast();
  expect(world.desk.now).toEqual(before);
  expect(await panel.undoLast()).toBe(false);
  expect(world.desk.effects).toHaveLength(4);
});

it('puts the reply box back as it was before an inserted draft', async () => {
  const world = await newWorld();
  const before = world.desk.now.composer.text;
  const panel = await world.panel();
  panel.actions.setDraft('Hello **Tamsin**');
  await panel.actions.insertDraft();
  expect(world.desk.now.composer.text).toBe(`Hello Tamsin\n${before}`);
  expect(panel.store.getState().draft.insertedBy).not.toBeNull();
  await panel.undoLast();
  expect(world.desk.now.composer.text).toBe(before);
  expect(panel.store.getState().draft.insertedBy).toBeNull();
});
