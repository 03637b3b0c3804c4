import { describe, expect, it } from 'vitest';
import type { ActivityItem } from '../../agent/view';
import { foldActions } from '../../core/fold';
import { message } from '../tools/support';
import { type Asked, newWorld, type Panel, type World } from './world';

const NOTE: Asked = { name: 'add_note', arguments: { body: 'Checked by phone.' } };
const STATUS: Asked = { name: 'set_status', arguments: { status: 'Pending' } };
const DRAFT: Asked = { name: 'insert_draft', arguments: { body: 'It left today.' } };

/** An action that left, and of which a later panel could find nothing. */
async function uncertain(asked: Asked): Promise<World> {
  const world = await newWorld();
  const first = await world.panel({ calls: [asked], dies: 'before dispatch' });
  await first.review();
  await first.approve();
  const second = await world.panel();
  await second.recover([]);
  expect(await statusOf(world)).toBe('unknown');
  return world;
}

const action = async (world: World) => foldActions(await world.store.entries())[0];
const statusOf = async (world: World) => (await action(world))?.status;

/** A panel that is opened now and has looked. */
async function opened(world: World): Promise<Panel> {
  const panel = await world.panel();
  await panel.recover([]);
  return panel;
}

function item(panel: Panel): Promise<ActivityItem | undefined> {
  return new Promise((resolve) => {
    const live = panel.activity.subscribe(({ all: [first] }) => {
      resolve(first);
      setTimeout(() => live.unsubscribe());
    });
  });
}

describe('what is not certain', () => {
  it('is done once the message stands there, and can be taken back', async () => {
    const world = await uncertain(NOTE);
    world.desk.now.messages.push(message('m9', 'note', 'Checked by phone.'));
    const panel = await opened(world);
    expect(await action(world)).toMatchObject({
      status: 'done',
      data: { messageKey: 'm9', recovered: true },
    });
    expect(world.dispatched).toEqual([]);
    expect(await item(panel)).toMatchObject({ question: null, undo: 'possible' });
  });

  it('is not settled by another message, nor by ours in the other voice', async () => {
    const world = await uncertain(NOTE);
    world.desk.now.messages.push(message('m8', 'note', 'Something else.'));
    world.desk.now.messages.push(message('m9', 'agent', 'Checked by phone.'));
    await opened(world);
    expect(await statusOf(world)).toBe('unknown');
  });

  it('stays open when a value is so now, since anybody may have set it, and the person is asked', async () => {
    const world = await uncertain(STATUS);
    for (const field of world.desk.now.fields) if (field.name === 'status') field.values = ['Pending'];
    const panel = await opened(world);
    expect(await statusOf(world)).toBe('unknown');
    expect((await item(panel))?.question).toMatch(/may have been done.*is so now, but somebody else/);
    expect((await item(panel))?.undo).toBe('no');
  });

  it('is looked for when the record comes on the screen, and written down once', async () => {
    const world = await uncertain(NOTE);
    for (let i = 0; i < 3; i++) await opened(world);
    const kinds = (await world.kinds()).filter((kind) => kind === 'action.unknown');
    expect(kinds).toHaveLength(1);
    const panel = await opened(world);
    expect((await item(panel))?.question).toMatch(/did not find it.*not be tried again/);
  });

  it('is asked about without a look where no look can tell', async () => {
    const world = await uncertain(DRAFT);
    expect((await item(await opened(world)))?.question).toMatch(/may have been done/);
  });

  it.each([
    { wasDone: true, status: 'done', undo: 'possible' },
    { wasDone: false, status: 'failed', undo: 'no' },
  ])('is settled by the person ($status), once, and nothing is done', async ({ wasDone, status, undo }) => {
    const world = await uncertain(STATUS);
    const [one, two] = [await opened(world), await opened(world)];
    const id = (await action(world))?.actionId ?? '';
    await Promise.all([one.actions.settle(id, wasDone), two.actions.settle(id, !wasDone)]);
    await one.actions.settle(id, !wasDone);
    expect(await action(world)).toMatchObject({ status });
    const last = (await world.store.entries()).findLast((e) => e.data.actionId === id);
    expect(last?.actor).toEqual({ kind: 'user' });
    expect((await world.kinds(id)).filter((k) => k === 'action.done' || k === 'action.failed')).toHaveLength(
      1,
    );
    expect((await item(one))?.undo).toBe(undo);
    expect(world.dispatched).toEqual([]);
    expect(world.desk.effects).toEqual([]);
  });

  it('is no matter of a click when it is certain already', async () => {
    const world = await newWorld();
    const panel = await world.panel({ calls: [NOTE] });
    await panel.review();
    await panel.approve();
    const id = (await action(world))?.actionId ?? '';
    await panel.actions.settle(id, false);
    expect(await statusOf(world)).toBe('done');
  });
});
