import { expect, it, vi } from 'vitest';
import { newWorld, type Panel } from './world';

const shown = (panel: Panel) => {
  const { draft, instructions } = panel.store.getState();
  return { text: draft.text, instructions };
};
/** What is written is kept a moment later. */
const back = (panel: Panel, wanted: object) => vi.waitFor(() => expect(shown(panel)).toEqual(wanted));

it('what was written is back in the next panel', async () => {
  const world = await newWorld();
  const first = await world.panel();
  first.actions.setInstructions('be kind');
  first.actions.setDraft('Dear Tamsin, half a sen');
  await vi.waitFor(async () => expect(await world.store.drafts.get(keyOf(first))).not.toBeNull());
  const second = await world.panel();
  await back(second, { text: 'Dear Tamsin, half a sen', instructions: 'be kind' });
  expect(second.store.getState().run.words).toContain('is back');
  second.actions.setDraft('');
  second.actions.setInstructions('  ');
  await vi.waitFor(async () => expect(await world.store.drafts.get(keyOf(first))).toBeNull());
});

it('is kept at once when the panel is about to be gone', async () => {
  const world = await newWorld();
  const first = await world.panel();
  await vi.waitFor(async () => {
    first.actions.setDraft('Dear Tam');
    await first.keep();
    expect(await world.store.drafts.get(keyOf(first))).toMatchObject({ text: 'Dear Tam', isOwn: true });
  });
});

it('a draft that is in the reply box, or was answered by a reply, does not come back', async () => {
  const world = await newWorld('page');
  const panel = await world.panel({ calls: [{ name: 'send_reply', arguments: { body: 'On its way.' } }] });
  panel.actions.setDraft('Hello Tamsin');
  await vi.waitFor(async () => expect(await world.store.drafts.get(keyOf(panel))).not.toBeNull());
  await panel.actions.insertDraft();
  await vi.waitFor(async () => expect(await world.store.drafts.get(keyOf(panel))).toBeNull());
  panel.actions.setInstructions('say it is on its way');
  await vi.waitFor(async () => expect(await world.store.drafts.get(keyOf(panel))).not.toBeNull());
  await panel.review();
  await panel.approve();
  await panel.actions.sendNow(panel.cards()[0]?.id ?? '');
  await vi.waitFor(async () => expect(await world.store.drafts.get(keyOf(panel))).toBeNull());
});

function keyOf(panel: Panel): string {
  const { binding } = panel.store.getState();
  return binding.status === 'bound' ? binding.key : '';
}
