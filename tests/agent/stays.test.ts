import { expect, it, vi } from 'vitest';
import { foldActions } from '../../core/fold';
import { newWorld, type Panel, type World } from './world';

/** A page that says what became of the draft only when it is let go on. */
async function inserted(): Promise<{ world: World; panel: Panel; say: (stays: boolean) => void }> {
  const world = await newWorld();
  let say: (stays: boolean) => void = () => undefined;
  world.stays = () =>
    new Promise((resolve) => {
      say = resolve;
    });
  const panel = await world.panel();
  panel.actions.setDraft('Hello Tamsin');
  await panel.actions.insertDraft();
  return { world, panel, say: (stays) => say(stays) };
}

const draftOf = (panel: Panel) => panel.store.getState().draft;
const newest = async ({ store }: World) => foldActions(await store.entries()).at(0);

it('a draft that the page takes out again is a fact of its own: the draft is kept, and nothing is to be taken back', async () => {
  const { world, panel, say } = await inserted();
  const done = await newest(world);
  expect(done?.status).toBe('done');
  expect(draftOf(panel).insertedBy).toBe(done?.actionId);
  say(false);
  await vi.waitFor(() => expect(panel.alert()).toContain('took it out again'));
  expect((await world.kinds(done?.actionId)).slice(-2)).toEqual(['action.done', 'action.reverted']);
  expect(await newest(world)).toMatchObject({ status: 'failed', reason: 'taken-out-again' });
  expect(draftOf(panel)).toMatchObject({ text: 'Hello Tamsin', insertedBy: null });
  expect(await panel.undoLast()).toBe(false);
});

it('a draft that stays is asked about once, and nothing is written', async () => {
  const { world, panel, say } = await inserted();
  say(true);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect((await world.kinds()).at(-1)).toBe('action.done');
  expect(panel.alert()).toBe('');
});

it('what our own undo takes out, the page did not', async () => {
  const { world, panel, say } = await inserted();
  const draft = await newest(world);
  expect(await panel.undoLast()).toBe(true);
  say(false);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await world.kinds(draft?.actionId)).not.toContain('action.reverted');
});

it('another ticket in that document says nothing of this one', async () => {
  const { world, panel, say } = await inserted();
  const { now } = world.desk;
  world.desk.now = { ...now, record: { ...now.record, id: '9' } };
  say(false);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect((await world.kinds()).at(-1)).toBe('action.done');
  expect(panel.alert()).toBe('');
});
