import { expect, it } from 'vitest';
import type { Macro } from '../../core/macro';
import { findField } from '../../core/observation';
import { newWorld, over, type World } from './world';

const STEPS: Macro['parts'] = [
  { tool: 'set_status', input: { status: 'Pending' } },
  { tool: 'add_tag', input: { tag: 'waiting' } },
  { tool: 'assign', input: { assignee: 'Omar' } },
];
const macro = (parts = STEPS, change: Partial<Macro> = {}): Macro => ({
  label: 'Wait',
  origin: 'helpdesk',
  parts,
  unclear: null,
  ...change,
});
const CALL = { name: 'apply_macro', arguments: { macro: 'Wait' } };
const WHOLE = ['action.proposed', 'approval.granted', 'action.started', 'action.done'];

async function begin(
  parts?: Macro['parts'],
): Promise<{ world: World; panel: Awaited<ReturnType<World['panel']>> }> {
  const world = await newWorld();
  world.macros = [macro(parts)];
  const panel = await world.panel({ calls: [CALL] });
  await panel.review();
  return { world, panel };
}

/** Kinds of the facts of each action, by tool and in the order in which they were first written. */
async function factsOf(world: World) {
  const facts = new Map<string, { tool: string; kinds: string[]; data: Record<string, unknown> }>();
  for (const { kind, data } of await world.store.entries()) {
    const id = String(data.actionId ?? '');
    if (id === '') continue;
    const one = facts.get(id) ?? { tool: String(data.tool), kinds: [], data: {} };
    one.kinds.push(kind);
    Object.assign(one.data, data);
    facts.set(id, one);
  }
  return facts;
}
const valuesOf = (world: World, name: string) => findField(world.desk.now, name)?.values;
const activityOf = async (panel: Awaited<ReturnType<World['panel']>>) =>
  await new Promise<import('../../agent/view').ActivityItem[]>((resolve) => {
    panel.activity.subscribe(({ all }) => {
      if (all.length > 0) resolve(all);
    });
  });

it('is one card with its steps on it, simulated: nothing has happened yet', async () => {
  const { world, panel } = await begin();
  expect(world.desk.effects).toEqual([]);
  expect(panel.cards()).toHaveLength(1);
  const card = panel.cards()[0];
  expect(card).toMatchObject({ title: 'Apply the macro “Wait”', class: 'R2', editable: null });
  expect(card?.parts.map((part) => part.changes)).toEqual([
    [{ field: 'Status', before: 'Open', after: 'Pending' }],
    [{ field: 'Tag', before: null, after: 'waiting' }],
    [{ field: 'Agent', before: 'Maya', after: 'Omar' }],
  ]);
});

it('one click does every step in order, each an action of its own in the log, and undo goes backwards', async () => {
  const { world, panel } = await begin();
  await panel.approve();
  expect(panel.cards()[0]).toMatchObject({ status: 'done' });
  expect(world.desk.effects).toEqual(['record.status = Pending', '+waiting', 'record.assignee = Omar']);
  const facts = [...(await factsOf(world)).entries()];
  expect(facts.map(([, one]) => [one.tool, one.kinds])).toEqual([
    ['apply_macro', WHOLE],
    ['set_status', WHOLE],
    ['add_tag', WHOLE],
    ['assign', WHOLE],
  ]);
  const [parent, ...parts] = facts;
  expect(parent?.[1].data.parts).toEqual(parts.map(([id]) => id));
  for (const [, { data }] of parts) expect(data.partOf).toBe(parent?.[0]);

  await over(panel.undoLast());
  expect(world.desk.effects.slice(3)).toEqual(['record.assignee = Maya', '-waiting', 'record.status = Open']);
  const items = await activityOf(panel);
  expect(items.filter((i) => i.undoes === null).map((i) => i.status)).toEqual(Array(4).fill('undone'));
  expect(items.some((i) => i.undo === 'possible')).toBe(false);
});

it('the class is that of the worst step, and one that sends is held as a whole', async () => {
  const { world, panel } = await begin([
    { tool: 'set_status', input: { status: 'Pending' } },
    { tool: 'send_reply', input: { body: 'Could you tell us the number?' } },
  ]);
  expect(panel.cards()[0]).toMatchObject({
    class: 'R4',
    visibility: 'public',
    recipients: ['tamsin@mail.example'],
  });
  await panel.approve();
  expect(panel.cards()[0]?.status).toBe('held');
  expect(world.desk.effects).toEqual([]);
  await over(panel.actions.sendNow(panel.cards()[0]?.id ?? ''));
  expect(world.desk.effects).toEqual(['record.status = Pending', 'public: Could you tell us the number?']);
  // the macro cannot be taken back, its status can
  const items = await activityOf(panel);
  expect(items.map((i) => [i.tool, i.undo])).toEqual([
    ['send_reply', 'no'],
    ['set_status', 'possible'],
    ['apply_macro', 'no'],
  ]);
});

it('cancelled in the hold, nothing of it is done', async () => {
  const { world, panel } = await begin([
    { tool: 'add_tag', input: { tag: 'waiting' } },
    { tool: 'send_reply', input: { body: 'Could you tell us the number?' } },
  ]);
  await panel.approve();
  await panel.actions.cancelSend(panel.cards()[0]?.id ?? '');
  expect(world.desk.effects).toEqual([]);
  expect(panel.cards()[0]?.status).toBe('cancelled');
});

it('a step that fails ends it: what was done stands, the rest is not tried, each is told of and can be undone', async () => {
  const { world, panel } = await begin();
  const { setField } = world.desk.ports.writer;
  const { addTag } = world.desk.ports.writer;
  world.desk.ports.writer.addTag = async () => ({ outcome: 'refused', refusal: { code: 'no-right' } });
  await panel.approve();
  expect(world.desk.effects).toEqual(['record.status = Pending']);
  const card = panel.cards()[0];
  expect(card?.status).toBe('failed');
  expect(card?.parts.map((part) => part.status)).toEqual(['done', 'failed', 'proposed']);
  expect(card?.notice).toMatch(
    /Only a part.*Done: Set the status to “Pending”\. Not done: Add the tag “waiting”\..*right to change the tags.*Not tried: Assign to Omar\./,
  );
  Object.assign(world.desk.ports.writer, { setField, addTag });
  await over(panel.undoLast());
  expect(world.desk.effects).toEqual(['record.status = Pending', 'record.status = Open']);
});

it('a step whose outcome is not known leaves the whole not certain', async () => {
  const { world, panel } = await begin();
  world.desk.ports.writer.addTag = async () => ({ outcome: 'unknown', refusal: { code: 'no-answer' } });
  await panel.approve();
  expect(panel.cards()[0]).toMatchObject({ status: 'unknown' });
  expect(panel.cards()[0]?.notice).toContain('Not certain: Add the tag “waiting”.');
  // asked of the step, not of the macro; the person's word settles both
  const asked = (await activityOf(panel)).filter((item) => item.question !== null);
  expect(asked.map((item) => item.tool)).toEqual(['add_tag']);
  await over(panel.actions.settle(asked[0]?.actionId ?? '', false));
  const whole = [...(await factsOf(world)).values()].find((one) => one.tool === 'apply_macro');
  expect(whole?.kinds.slice(-2)).toEqual(['action.unknown', 'action.failed']);
  expect(world.desk.effects).toEqual(['record.status = Pending']);
});

it('leaves out what is so already, and says it; refuses as a whole what cannot be done', async () => {
  const { panel } = await begin([
    { tool: 'set_status', input: { status: 'Open' } },
    { tool: 'add_tag', input: { tag: 'waiting' } },
  ]);
  expect(panel.cards()[0]?.parts).toHaveLength(1);
  expect(panel.cards()[0]?.notice).toContain('Left out, since it is so already');
  const odd = await begin([
    { tool: 'add_tag', input: { tag: 'waiting' } },
    { tool: 'set_status', input: { status: 'Lost' } },
  ]);
  expect(odd.panel.cards()).toEqual([]);
  expect(odd.panel.alert()).toContain('The step “Set the status to “Lost””');
  expect(await odd.world.kinds()).toEqual([]);
});

it('of two steps that set one field the last one counts', async () => {
  const { world, panel } = await begin([
    { tool: 'set_status', input: { status: 'Solved' } },
    { tool: 'set_status', input: { status: 'Pending' } },
  ]);
  await panel.approve();
  expect(world.desk.effects).toEqual(['record.status = Pending']);
});

it('a colleague’s change between proposal and click asks anew, and nothing is done', async () => {
  const { world, panel } = await begin();
  const assignee = findField(world.desk.now, 'assignee');
  if (assignee) assignee.values = [];
  await panel.approve();
  expect(world.desk.effects).toEqual([]);
  expect(panel.cards()[0]).toMatchObject({ status: 'changed' });
  expect(panel.cards()[0]?.notice).toContain('Agent');
});

it('undo asks when a colleague has changed one of the values since', async () => {
  const { world, panel } = await begin();
  await panel.approve();
  const status = findField(world.desk.now, 'status');
  if (status) status.values = ['Solved'];
  const before = world.desk.effects.length;
  await over(panel.undoLast());
  expect(world.desk.effects).toHaveLength(before);
  const card = panel.cards().at(-1);
  expect(card?.conflicts).toMatchObject([
    { field: 'Status', before: 'Open', ours: 'Pending', now: 'Solved' },
  ]);
  // What the colleague made of the status stays; the other steps are taken back all the same.
  panel.actions.choose(card?.id ?? '', card?.conflicts[0]?.id ?? '', 'now');
  world.clock.at += 600;
  await over(panel.actions.approve(card?.id ?? ''));
  expect(world.desk.effects.slice(before)).toEqual(['record.assignee = Maya', '-waiting']);
  expect(findField(world.desk.now, 'status')?.values).toEqual(['Solved']);
});

it('the person’s own macro is there too; without any the tool is not offered', async () => {
  const world = await newWorld();
  world.ownMacros = [
    macro([{ tool: 'insert_draft', input: { body: 'Which order is it?' } }], { origin: 'own' }),
  ];
  const panel = await world.panel({ calls: [CALL] });
  await panel.review();
  await panel.approve();
  expect(world.desk.effects).toEqual(['draft: Which order is it?']);

  const none = await newWorld();
  const other = await none.panel({ calls: [CALL] });
  await other.review();
  expect(other.alert()).toContain('does not offer');
});

it('a panel that dies between two steps leaves a macro that says how far it came', async () => {
  const world = await newWorld();
  world.macros = [macro()];
  const dying = await world.panel({ calls: [CALL] });
  await dying.review();
  let starts = 0;
  const { append } = dying.deps.log;
  dying.deps.log.append = async (fact) => {
    // the macro itself, its first step, and never the second
    if (fact.kind === 'approval.granted' && ++starts === 3) return await new Promise(() => undefined);
    return await append(fact);
  };
  await dying.approve();
  expect(world.desk.effects).toEqual(['record.status = Pending']);
  world.release();
  const next = await world.panel();
  await next.recover([]);
  expect(next.alert()).toContain('1 of 3 steps were done');
  const ends = [...(await factsOf(world)).values()].map((one) => [one.tool, one.kinds.at(-1)]);
  expect(ends).toContainEqual(['apply_macro', 'action.failed']);
  expect(world.desk.effects).toEqual(['record.status = Pending']);
  expect(valuesOf(world, 'tags')).toEqual(['returns']);
});

it('a published article is linked in the reply box, and one for the team is not', async () => {
  const world = await newWorld();
  const url = 'https://help.example/boots';
  world.articles = [
    { title: 'Care of boots', url, state: 'public' },
    { title: 'Margins', url, state: 'internal' },
  ];
  const link = (article: string) => ({ name: 'link_article', arguments: { article } });
  const panel = await world.panel({ calls: [link('Margins'), link('Care of boots')] });
  await panel.review();
  expect(panel.alert()).toContain('Customers may not read this article');
  await panel.approve();
  expect(world.desk.effects).toEqual(['draft: [Care of boots](https://help.example/boots)']);
});
