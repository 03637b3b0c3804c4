import { expect, it } from 'vitest';
import type { ActivityItem } from '../../agent/view';
import { lastUndoable } from '../../components/activity/activity-words';
import { newWorld, type Panel } from './world';

const REPLY = { name: 'send_reply', arguments: { body: 'It is on its way.' } };

/** The list as the panel draws it, once it says what is asked. */
function listed(panel: Panel, holds: (items: ActivityItem[]) => boolean): Promise<ActivityItem[]> {
  return new Promise((resolve) => {
    const live = panel.activity.subscribe(({ all }) => {
      if (!holds(all)) return;
      resolve(all);
      setTimeout(() => live.unsubscribe());
    });
  });
}

it.each(['page', 'session'] as const)(
  'a draft that left with a reply (%s) is nothing to take back',
  async (channel) => {
    const world = await newWorld(channel);
    const panel = await world.panel({ calls: [REPLY] });
    panel.actions.setDraft('Hello Tamsin');
    await panel.actions.insertDraft();
    const [inserted] = await listed(panel, (items) => items.length === 1);
    expect(lastUndoable(inserted ? [inserted] : [], null)?.title).toContain('Insert the draft');
    await panel.review();
    await panel.approve();
    await panel.actions.sendNow(panel.cards()[0]?.id ?? '');
    const items = await listed(panel, ([first]) => first?.status === 'done' && first.tool === 'send_reply');
    const draft = items.find((item) => item.tool === 'insert_draft');
    if (channel === 'session') return expect(draft?.undo).toBe('possible');
    expect(draft).toMatchObject({ undo: 'no', words: expect.stringContaining('left the box') });
    expect(lastUndoable(items, null)).toBeNull();
    await panel.actions.undo(draft?.actionId ?? '');
    expect(panel.alert()).toContain('left the box');
    expect(items[0]).toMatchObject({ repair: 'correction', undo: 'no' });
    await panel.actions.correct(items[0]?.actionId ?? '');
    expect(panel.store.getState()).toMatchObject({
      mode: 'Draft',
      instructions: expect.stringContaining('Correct'),
    });
    expect(world.desk.effects).toEqual(['draft: Hello Tamsin', 'public: It is on its way.']);
  },
);
