import { describe, expect, it } from 'vitest';
import { foldActions } from '../../core/fold';
import { message } from '../tools/support';
import { type Death, newWorld, type World } from './world';

const NOTE = { name: 'add_note', arguments: { body: 'Checked by phone.' } };
const REPLY = { name: 'send_reply', arguments: { body: 'It is on its way.' } };
const EFFECT = 'internal: Checked by phone.';

const statusOf = async (world: World) =>
  foldActions(await world.store.entries()).map((action) => [action.tool, action.status]);

describe('a panel that is gone', () => {
  it.each<{ dies: Death; effects: string[]; status: string; settles: string }>([
    { dies: 'before action.proposed', effects: [], status: 'none', settles: 'nothing' },
    { dies: 'before approval.granted', effects: [], status: 'proposed', settles: 'nothing' },
    { dies: 'after approval.granted', effects: [], status: 'cancelled', settles: 'not sent' },
    { dies: 'before action.started', effects: [], status: 'cancelled', settles: 'not sent' },
    { dies: 'after action.started', effects: [], status: 'unknown', settles: 'by looking' },
    { dies: 'before dispatch', effects: [], status: 'unknown', settles: 'by looking' },
    { dies: 'after dispatch', effects: [EFFECT], status: 'done', settles: 'by asking the page' },
    { dies: 'before action.done', effects: [EFFECT], status: 'done', settles: 'by asking the page' },
    { dies: 'after action.done', effects: [EFFECT], status: 'done', settles: 'nothing' },
  ])('$dies: $settles; nothing is done a second time', async ({ dies, effects, status }) => {
    const world = await newWorld();
    const first = await world.panel({ calls: [NOTE], dies });
    first.actions.setMode('Review');
    await Promise.race([first.review(), new Promise((resolve) => setTimeout(resolve, 300))]);
    if (first.cards().length > 0) await first.approve();
    const before = world.dispatched.length;

    const second = await world.panel();
    await second.recover([]);
    const third = await world.panel();
    await third.recover([]);
    expect(world.dispatched).toHaveLength(before);
    expect(world.desk.effects).toEqual(effects);
    expect(await statusOf(world)).toEqual(status === 'none' ? [] : [['add_note', status]]);
    if (status === 'unknown') expect(second.alert()).toContain('not known');
    expect(third.alert()).toBe('');
  });

  it('did nothing when the page was there all the time and never heard of it', async () => {
    const world = await newWorld();
    world.since = 0;
    const first = await world.panel({ calls: [NOTE], dies: 'before dispatch' });
    await first.review();
    await first.approve();
    const second = await world.panel();
    await second.recover([]);
    expect(await statusOf(world)).toEqual([['add_note', 'failed']]);
    expect(world.desk.effects).toEqual([]);
  });

  it('has its reply "not sent" when it was held', async () => {
    const world = await newWorld();
    const first = await world.panel({ calls: [REPLY], dies: 'after approval.granted' });
    await first.review();
    await first.approve();
    const second = await world.panel();
    await second.recover([]);
    expect(second.alert()).toContain('Not sent: a reply on 7');
    expect(world.desk.effects).toEqual([]);
    expect(await statusOf(world)).toEqual([['send_reply', 'cancelled']]);
  });

  it('leaves a hold of a panel that lives alone', async () => {
    const world = await newWorld();
    const alive = await world.panel({ calls: [REPLY] });
    await alive.review();
    await alive.approve();
    const other = await world.panel();
    await other.recover([]);
    expect(other.alert()).toBe('');
    const id = alive.cards()[0]?.id ?? '';
    await alive.actions.sendNow(id);
    expect(world.desk.effects).toEqual(['public: It is on its way.']);
    expect(await world.kinds(id)).toEqual([
      'action.proposed',
      'approval.granted',
      'action.started',
      'action.done',
    ]);
  });
});

describe('an answer that is lost', () => {
  it('is asked for in the page’s own ledger', async () => {
    const world = await newWorld();
    world.answers = 'nothing';
    const panel = await world.panel({ calls: [NOTE] });
    await panel.review();
    await panel.approve();
    expect(await statusOf(world)).toEqual([['add_note', 'done']]);
    expect(world.desk.effects).toEqual([EFFECT]);
    expect(world.dispatched).toHaveLength(1);
  });

  it('is asked for there when the page refused, too', async () => {
    const world = await newWorld();
    world.answers = 'nothing';
    const panel = await world.panel({ calls: [NOTE] });
    await panel.review();
    const { ask } = panel.deps.pages;
    panel.deps.pages.ask = async (page, asked) => {
      if (asked.type === 'act') world.desk.now.messages.push(message('m9', 'customer', 'It has come.'));
      return await ask(page, asked);
    };
    await panel.approve();
    expect(await statusOf(world)).toEqual([['add_note', 'failed']]);
    expect(world.desk.effects).toEqual([]);
  });

  it('is read off the record when the page was loaded anew', async () => {
    const world = await newWorld();
    const panel = await world.panel({ calls: [NOTE] });
    await panel.review();
    const { ask } = panel.deps.pages;
    panel.deps.pages.ask = async (page, message) => {
      const answer = await ask(page, message);
      if (message.type !== 'act') return answer;
      world.reload();
      return { ok: false, refusal: { code: 'no-answer' } };
    };
    await panel.approve();
    expect(await statusOf(world)).toEqual([['add_note', 'done']]);
    expect(world.desk.effects).toEqual([EFFECT]);
  });

  it('stays unknown when nothing shows, and is never tried again', async () => {
    const world = await newWorld();
    world.answers = 'never';
    const panel = await world.panel({ calls: [NOTE] });
    await panel.review();
    await panel.approve();
    expect(panel.cards()[0]?.status).toBe('unknown');
    world.answers = 'all';
    await panel.approve();
    expect(world.dispatched).toHaveLength(1);
    expect(world.desk.effects).toEqual([]);
    expect(await statusOf(world)).toEqual([['add_note', 'unknown']]);
  });

  it('is no answer of a page that nobody reached: nothing happened', async () => {
    const world = await newWorld();
    const panel = await world.panel({ calls: [NOTE] });
    await panel.review();
    const { ask } = panel.deps.pages;
    panel.deps.pages.ask = async (page, message) => {
      if (message.type === 'act') world.reload();
      return await ask(page, message);
    };
    await panel.approve();
    expect(panel.cards()[0]).toMatchObject({ status: 'failed' });
    expect(world.desk.effects).toEqual([]);
  });
});
