import { describe, expect, it } from 'vitest';
import { message } from '../tools/support';
import { newWorld } from './world';

const TAG = { name: 'add_tag', arguments: { tag: 'vip' } };
const STATUS = { name: 'set_status', arguments: { status: 'Pending' } };
const NOTE = { name: 'add_note', arguments: { body: 'Checked by phone.' } };
const REPLY = { name: 'send_reply', arguments: { body: 'It is on its way.' } };

const WHOLE = ['action.proposed', 'approval.granted', 'action.started', 'action.done'];

it('writes proposed, granted, started, done in this order, each with the same action', async () => {
  const world = await newWorld();
  const panel = await world.panel({ calls: [TAG] });
  await panel.review();
  expect(await world.kinds()).toEqual(['action.proposed']);
  expect(world.desk.effects).toEqual([]);
  await panel.approve();
  expect(await world.kinds()).toEqual(WHOLE);
  expect(world.desk.effects).toEqual(['+vip']);
  const entries = (await world.store.entries()).filter((e) => e.data.actionId);
  expect(new Set(entries.map((e) => e.data.actionId)).size).toBe(1);
  for (const { data } of entries)
    expect(data).toMatchObject({
      tool: 'add_tag',
      class: 'R2',
      channel: 'session',
      account: 'Maya',
      record: { site: world.desk.now.record.site, type: 'ticket', id: '7' },
    });
  const kinds = (await world.store.entries()).map((e) => e.kind);
  expect(kinds.at(-1)).toBe('run.finished');
  expect(kinds.indexOf('run.started')).toBeLessThan(kinds.indexOf('action.proposed'));
});

it('names the same call in the proposal and in the signature, and another one once the person edited it', async () => {
  for (const edited of [false, true]) {
    const world = await newWorld();
    const panel = await world.panel({ calls: [TAG] });
    await panel.review();
    if (edited) {
      panel.actions.edit(panel.cards()[0]?.id ?? '', 'gold');
      await expect.poll(() => panel.cards()[0]?.title).toContain('gold');
      world.clock.at += 600;
    }
    await panel.approve();
    const entries = (await world.store.entries()).filter((e) => e.data.argumentsDigest);
    expect(entries.map((e) => e.kind)).toEqual(['action.proposed', 'approval.granted']);
    expect(entries[0]?.data.argumentsDigest === entries[1]?.data.argumentsDigest).toBe(!edited);
  }
});

it('is durable about "started" before anything leaves', async () => {
  const world = await newWorld();
  const panel = await world.panel({ calls: [TAG] });
  await panel.review();
  const { ask } = panel.deps.pages;
  const seen: string[][] = [];
  panel.deps.pages.ask = async (page, asked) => {
    if (asked.type === 'act') seen.push(await world.kinds());
    return await ask(page, asked);
  };
  await panel.approve();
  expect(seen).toEqual([WHOLE.slice(0, 3)]);
});

it('does nothing when the log takes no "started"', async () => {
  const world = await newWorld();
  const panel = await world.panel({ calls: [TAG] });
  await panel.review();
  const { appendAll } = panel.deps.log;
  panel.deps.log.appendAll = async (facts) =>
    facts.some((fact) => fact.kind === 'action.started')
      ? { ok: false, refusal: { code: 'cannot-record' } }
      : await appendAll(facts);
  await panel.approve();
  expect(world.dispatched).toEqual([]);
  expect(panel.cards()[0]).toMatchObject({ status: 'failed' });
  expect(panel.cards()[0]?.notice).toContain('cannot be recorded');
});

it('hears no click within 600 ms after the card appeared, and one after them', async () => {
  const world = await newWorld();
  const panel = await world.panel({ calls: [TAG] });
  panel.actions.setMode('Review');
  await panel.actions.start();
  world.clock.at += 599;
  await panel.approve();
  expect(await world.kinds()).toEqual(['action.proposed']);
  world.clock.at += 1;
  await panel.approve();
  expect(await world.kinds()).toEqual(WHOLE);
});

it('dispatches nothing more than 120 s after the click', async () => {
  const world = await newWorld();
  const panel = await world.panel({ calls: [TAG] });
  await panel.review();
  const { append } = panel.deps.log;
  panel.deps.log.append = async (fact) => {
    const written = await append(fact);
    if (fact.kind === 'approval.granted') world.clock.at += 120_001;
    return written;
  };
  await panel.approve();
  expect(world.dispatched).toEqual([]);
  expect(panel.cards()[0]).toMatchObject({ status: 'changed' });
  expect(panel.cards()[0]?.notice).toContain('More than two minutes');
});

it('runs Approve all in the order of the cards, and holds the reply', async () => {
  const world = await newWorld();
  const panel = await world.panel({ calls: [STATUS, REPLY, NOTE, TAG] });
  await panel.review();
  await panel.actions.approveAll();
  expect(world.desk.effects).toEqual(['record.status = Pending', 'internal: Checked by phone.', '+vip']);
  const reply = panel.cards().find((card) => card.tool === 'send_reply');
  expect(reply?.status).toBe('held');
  if (!reply) throw new Error('no reply');
  expect(await world.kinds(reply.id)).toEqual(WHOLE.slice(0, 2));
  await panel.actions.sendNow(reply.id);
  expect(world.desk.effects.at(-1)).toBe('public: It is on its way.');
  expect(await world.kinds(reply.id)).toEqual(WHOLE);
});

it('leaves a card with a warning out of Approve all, and asks for a second click', async () => {
  const world = await newWorld();
  const linked = { name: 'send_reply', arguments: { body: 'See https://elsewhere.example/x' } };
  const panel = await world.panel({ calls: [linked, TAG] });
  await panel.review();
  await panel.actions.approveAll();
  expect(world.desk.effects).toEqual(['+vip']);
  await panel.approve(panel.cards().findIndex((card) => card.tool === 'send_reply'));
  const asked = panel.cards().find((card) => card.tool === 'send_reply');
  expect(asked?.status).toBe('confirm');
  expect(await world.kinds(asked?.id)).toEqual(['action.proposed']);
});

describe.each(['session', 'page'] as const)('a held reply over the %s', (channel) => {
  async function held() {
    const world = await newWorld(channel);
    const panel = await world.panel({ calls: [REPLY] });
    await panel.review();
    await panel.approve();
    return { world, panel, id: panel.cards()[0]?.id ?? '' };
  }

  it('that was cancelled stays unsent, however often Send now is clicked beside it', async () => {
    const { world, panel, id } = await held();
    const { cancelSend, sendNow } = panel.actions;
    await Promise.all([cancelSend(id), sendNow(id), sendNow(id)]);
    expect(world.desk.effects).toEqual([]);
    expect(await world.kinds(id)).toEqual(['action.proposed', 'approval.granted', 'action.cancelled']);
  });

  it('leaves once, however often Send now is clicked', async () => {
    const { world, panel, id } = await held();
    await Promise.all([1, 2, 3].map(() => panel.actions.sendNow(id)));
    expect(world.desk.effects).toEqual(['public: It is on its way.']);
    expect(panel.cards()[0]).toMatchObject({ status: 'done' });
    expect(await world.kinds(id)).toEqual(WHOLE);
  });
});

it('can be cancelled while the page is being looked at for the last time', async () => {
  const world = await newWorld('page');
  const panel = await world.panel({ calls: [REPLY] });
  await panel.review();
  await panel.approve();
  const id = panel.cards()[0]?.id ?? '';
  await Promise.all([panel.actions.sendNow(id), panel.actions.cancelSend(id)]);
  expect(world.desk.effects).toEqual([]);
  expect(await world.kinds(id)).toEqual(['action.proposed', 'approval.granted', 'action.cancelled']);
});

it('draws the card anew when the customer wrote since, and signs nothing', async () => {
  const world = await newWorld();
  const panel = await world.panel({ calls: [REPLY] });
  await panel.review();
  world.desk.now.messages.push(message('m9', 'customer', 'It has come.'));
  await panel.approve();
  expect(panel.cards()[0]).toMatchObject({ status: 'changed', marked: ['the conversation'] });
  expect(await world.kinds()).toEqual(['action.proposed']);
});

it('does nothing with a card that another panel has used', async () => {
  const world = await newWorld();
  const panel = await world.panel({ calls: [TAG] });
  await panel.review();
  const id = panel.cards()[0]?.id ?? '';
  const proposed = (await world.store.entriesOfAction(id))[0];
  if (!proposed) throw new Error('nothing was proposed');
  await world.store.append({
    kind: 'action.started',
    runId: null,
    actor: { kind: 'user' },
    data: proposed.data,
  });
  await panel.approve();
  expect(world.dispatched).toEqual([]);
  expect(panel.cards()[0]?.notice).toContain('used already');
});

it('runs one action at a time on a record, whichever panel asks', async () => {
  const world = await newWorld();
  const one = await world.panel({ calls: [STATUS] });
  const two = await world.panel({ calls: [STATUS] });
  await one.review();
  await two.review();
  await Promise.all([one.approve(), two.approve()]);
  expect(world.desk.effects).toEqual(['record.status = Pending']);
  expect(new Set(world.dispatched).size).toBe(world.dispatched.length);
  const [won, lost] = one.cards()[0]?.status === 'done' ? [one, two] : [two, one];
  expect(won.cards()[0]?.status).toBe('done');
  expect(lost.cards()[0]?.notice).toMatch(
    /Another action is running|Someone changed this|Changed since|is “Pending”/,
  );
});

it('a card goes on when its ticket was loaded anew: the click is for the document that is there', async () => {
  const world = await newWorld('page');
  const panel = await world.panel({ calls: [TAG] });
  await panel.review();
  world.reload();
  await panel.follow(1);
  await panel.approve();
  expect(world.desk.effects).toEqual(['+vip']);
  expect(await world.kinds()).toEqual(WHOLE);
});

it('another account than that of the proposal is refused for good, a page that names nobody asks again', async () => {
  const world = await newWorld();
  const panel = await world.panel({ calls: [TAG, STATUS] });
  await panel.review();
  world.desk.now = { ...world.desk.now, account: 'Omar' };
  await panel.approve(0);
  expect(panel.cards()[0]).toMatchObject({
    status: 'failed',
    notice: expect.stringContaining('Proposed for Maya; signed in is Omar'),
  });
  world.desk.now = { ...world.desk.now, account: '' };
  await panel.approve(1);
  expect(panel.cards()[1]).toMatchObject({ status: 'changed', marked: ['the account signed in'] });
  expect(world.desk.effects).toEqual([]);
});
