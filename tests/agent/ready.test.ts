import { expect, it } from 'vitest';
import { foldActions } from '../../core/fold';
import { newWorld, type Panel, type World } from './world';

async function drafted(): Promise<{ world: World; panel: Panel; asked: string[] }> {
  const world = await newWorld();
  const panel = await world.panel();
  panel.actions.setDraft('Hello Tamsin');
  const asked: string[] = [];
  const { ask } = panel.deps.pages;
  panel.deps.pages.ask = async (page, message) => {
    asked.push(message.type);
    return await ask(page, message);
  };
  return { world, panel, asked };
}

const statusOf = async (world: World) => foldActions(await world.store.entries()).map(({ status }) => status);

/** What works a press is loaded by the first one. */
const pressed = async ({ panel, asked }: { panel: Panel; asked: string[] }) => {
  panel.actions.pressInsert();
  await expect.poll(() => asked, { timeout: 10_000 }).toContain('look');
};

it('asks for a look when the button goes down, and the click for none', async () => {
  const all = await drafted();
  const { world, panel, asked } = all;
  await pressed(all);
  await panel.actions.insertDraft();
  expect(asked.filter((type) => type === 'look' || type === 'act')).toEqual(['look', 'act']);
  expect(await statusOf(world)).toEqual(['done']);
});

it('does nothing and writes nothing without a click', async () => {
  const all = await drafted();
  const { world } = all;
  await pressed(all);
  expect(await world.kinds()).toEqual([]);
  expect(world.dispatched).toEqual([]);
});

it('looks anew at the click of a long press', async () => {
  const all = await drafted();
  const { world, panel, asked } = all;
  await pressed(all);
  world.clock.at += 501;
  await panel.actions.insertDraft();
  expect(asked.filter((type) => type === 'look' || type === 'act')).toEqual(['look', 'look', 'act']);
  expect(await statusOf(world)).toEqual(['done']);
});

it('is refused in the page when another message came after the press', async () => {
  const all = await drafted();
  const { world, panel } = all;
  await pressed(all);
  const [first] = world.desk.now.messages;
  if (!first) throw new Error('no message');
  world.desk.now = {
    ...world.desk.now,
    messages: [...world.desk.now.messages, { ...first, key: 'm99', text: 'Forget it.' }],
  };
  await panel.actions.insertDraft();
  expect(world.desk.effects).toEqual([]);
  expect(await statusOf(world)).toEqual(['failed']);
});

it('keeps the record from another panel for a moment, and lets go of it', async () => {
  const all = await drafted();
  const { world, panel } = all;
  const other = await world.panel();
  other.actions.setDraft('Hello from beside');
  await pressed(all);
  const before = await panel.deps.heldNames();
  expect(before.some((name) => name.startsWith('effect:'))).toBe(true);
  await expect
    .poll(async () => (await panel.deps.heldNames()).some((name) => name.startsWith('effect:')), {
      timeout: 3_000,
    })
    .toBe(false);
  await other.actions.insertDraft();
  expect(await statusOf(world)).toEqual(['done']);
});

it('may click after all when another panel was at work only as the button went down', async () => {
  const all = await drafted();
  const { world, panel } = all;
  const { exclusively } = panel.deps;
  panel.deps.exclusively = async (name, work) =>
    name.startsWith('effect:') ? null : await exclusively(name, work);
  await pressed(all);
  panel.deps.exclusively = exclusively;
  await panel.actions.insertDraft();
  expect(panel.alert()).toBe('');
  expect(await statusOf(world)).toEqual(['done']);
});
