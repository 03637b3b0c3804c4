import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldActions } from '../../core/fold';
import type { Observation } from '../../core/observation';
import { type Asked, newWorld, type Panel, type World } from './world';

/** What may be typed or chosen, without signs that a helpdesk would lay out anew. */
const word = fc.stringMatching(/^[a-z]{3,12}$/);

const CALLS = {
  set_status: fc.constantFrom('Pending', 'Solved').map((status) => ({ status })),
  set_priority: fc.constantFrom('Low', 'High').map((priority) => ({ priority })),
  assign: fc.constant({ assignee: 'Omar' }),
  add_tag: word.map((tag) => ({ tag })),
  remove_tag: fc.constant({ tag: 'returns' }),
  set_field: fc.oneof(
    fc.constant({ field: 'Product', value: 'Boots' }),
    word.map((value) => ({ field: 'Order number', value })),
  ),
  update_contact: word.map((value) => ({ field: 'Phone', value })),
  add_note: word.map((body) => ({ body: `Noted: ${body}` })),
  insert_draft: word.map((body) => ({ body: `Hello ${body}` })),
};

type Name = keyof typeof CALLS;
const NAMES = Object.keys(CALLS) as Name[];

const call = (name: Name): fc.Arbitrary<Asked> =>
  CALLS[name].map((input) => ({ name, arguments: input as Record<string, unknown> }));

/** Different tools, so that no action stands in another's way. */
const calls = fc
  .shuffledSubarray(NAMES, { minLength: 1, maxLength: 5 })
  .chain((names) => fc.tuple(...names.map(call)));

async function acted(asked: readonly Asked[]): Promise<{ world: World; panel: Panel; before: Observation }> {
  const world = await newWorld();
  const before = structuredClone(world.desk.now);
  const panel = await world.panel({ calls: [...asked] });
  await panel.review();
  for (const { id } of panel.cards()) await panel.actions.approve(id);
  const done = foldActions(await world.store.entries());
  expect(done.map((action) => [action.tool, action.status])).toEqual(asked.map(({ name }) => [name, 'done']));
  return { world, panel, before };
}

it('puts back what was there before, for every tool that can be taken back, one by one or all at once', {
  timeout: 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(calls, fc.boolean(), async (asked, atOnce) => {
      const { world, panel, before } = await acted(asked);
      const done = foldActions(await world.store.entries());
      if (atOnce) await panel.actions.undoRun(done[0]?.runId ?? '');
      else for (const { actionId } of done.toReversed()) await panel.actions.undo(actionId);
      expect(world.desk.now).toEqual(before);
      for (const { actionId } of done) await panel.actions.undo(actionId);
      expect(world.desk.now).toEqual(before);
    }),
    { numRuns: 25 },
  );
});

/** Somebody else changes what the action left there. */
function meddle(desk: World['desk'], { name, arguments: input }: Asked): void {
  const field = (scope: string, wanted: unknown) =>
    desk.now.fields.find((f) => f.scope === scope && (f.name === wanted || f.label === wanted));
  const set = (scope: string, wanted: unknown, values: string[]): void => {
    const found = field(scope, wanted);
    if (!found) throw new Error(`no field ${wanted}`);
    found.values = values;
  };
  if (name === 'set_status') set('record', 'status', ['Hold']);
  else if (name === 'set_priority') set('record', 'priority', ['Urgent']);
  else if (name === 'assign') set('record', 'assignee', ['Nadia']);
  else if (name === 'set_field') set('record', input.field, ['theirs']);
  else if (name === 'update_contact') set('contact', input.field, ['theirs']);
  else if (name === 'add_tag')
    set(
      'record',
      'tags',
      (field('record', 'tags')?.values ?? []).filter((tag) => tag !== input.tag),
    );
  else if (name === 'remove_tag')
    set('record', 'tags', ['returns', ...(field('record', 'tags')?.values ?? [])]);
  else if (name === 'add_note') {
    const note = desk.now.messages.at(-1);
    if (note) note.text = `${note.text} And a word of a colleague.`;
  } else desk.now.composer.text = desk.now.composer.text.replace('Hello', 'Good morning');
}

it('notices what somebody changed since, and overwrites nothing of theirs', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...NAMES).chain(call), async (asked) => {
      const { world, panel } = await acted([asked]);
      meddle(world.desk, asked);
      const [theirs, effects] = [structuredClone(world.desk.now), world.desk.effects.length];
      panel.actions.dismissAlert();
      const id = foldActions(await world.store.entries())[0]?.actionId ?? '';
      await panel.actions.undo(id);
      expect(world.desk.now, asked.name).toEqual(theirs);
      expect(world.desk.effects.length, asked.name).toBe(effects);
      const card = panel.cards().find((one) => one.status === 'changed');
      expect(panel.alert() !== '' || (card?.conflicts.length ?? 0) > 0, asked.name).toBe(true);
      if (!card) return;
      // Left as it is now: nothing is done, and the card is gone. Put back: done, because a person said so.
      panel.actions.choose(card.id, card.conflicts[0]?.id ?? '', 'now');
      world.clock.at += 600;
      await panel.actions.approve(card.id);
      expect(world.desk.now, asked.name).toEqual(theirs);
      await panel.actions.undo(id);
      world.clock.at += 600;
      const again = panel.cards().find((one) => one.status === 'changed');
      await panel.actions.approve(again?.id ?? '');
      expect(world.desk.effects.length, asked.name).toBe(effects + 1);
    }),
    { numRuns: 30 },
  );
});
