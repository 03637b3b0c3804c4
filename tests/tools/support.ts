import { expect } from 'vitest';
import { type Binding, conversationOf, requesterOf } from '../../core/binding';
import { errorsOf } from '../../core/errors';
import type { Observation } from '../../core/observation';
import type { ActOutcome } from '../../core/outcome';
import type { Guard } from '../../core/ports';
import { unmet } from '../../core/precondition';
import type { Result } from '../../core/result';
import { type AnyEffectTool, type Change, isEffect, type Reads } from '../../core/tool';
import { act } from '../../tools/parts/act';
import { findTool } from '../../tools/registry';
import { type FakeDesk, fakeDesk } from './desk';
import { ticket } from './ticket';

export { type Behaviour, type FakeDesk, fakeDesk } from './desk';
export { message, ticket } from './ticket';

/** What a reading tool may ask; each part answers with nothing unless the test says otherwise. */
export const reads = (change: Partial<Reads> = {}): Reads => ({
  search: async () => [],
  summarize: async () => '',
  ...change,
});

/** A guard that lets everything pass. */
export const go: Guard = () => null;

/** Long enough for a fake desk, short enough for a test. */
export const QUICK = { proofMs: 100, pollMs: 1, rulesMs: 0 };

/** A binding to what is seen now, without values or a reply box of its own. */
export function bindingTo(seen: Observation, changes: Partial<Binding> = {}): Binding {
  return {
    record: seen.record,
    account: seen.account,
    requester: requesterOf(seen),
    conversation: conversationOf(seen),
    values: [],
    composer: null,
    channel: 'page',
    documentId: seen.documentId,
    ...changes,
  };
}

export function effectTool(name: string): AnyEffectTool {
  const tool = findTool(name);
  if (!tool || !isEffect(tool)) throw new Error(`${name} is no tool that changes something`);
  return tool;
}

/** The change as it would be proposed, or why it would not: preconditions first, then the preview. */
export function proposable(tool: AnyEffectTool, input: unknown, seen: Observation): Result<Change[]> {
  const refusal = unmet(tool, input, seen);
  return refusal ? { ok: false, refusal } : tool.preview(input, seen);
}

/** Acts as after an approval that was bound just now. */
export async function run(desk: FakeDesk, name: string, input: unknown): Promise<ActOutcome> {
  const tool = effectTool(name);
  const parsed = tool.input.parse(input);
  const outcome = await act({
    tool,
    input: parsed,
    binding: bindingTo(desk.now),
    ports: desk.ports,
    patience: QUICK,
  });
  // The list of a tool's errors is closed: a test that meets another one has found a hole in its contract.
  if (outcome.refusal) expect([...errorsOf(tool)]).toContain(outcome.refusal.code);
  return outcome;
}

/** Takes an act back as Undo does: the compensation of its receipt is parsed and acted like any other call. */
export async function undo(
  desk: FakeDesk,
  name: string,
  input: unknown,
  done: ActOutcome,
): Promise<ActOutcome> {
  const tool = effectTool(name);
  if (tool.class === 'R4') throw new Error(`${name} cannot be taken back`);
  const { changes: before, messageKey, restore } = done;
  const seed = tool.compensate({ input, before, messageKey, restore, class: tool.class });
  if (!seed.ok) throw new Error(`${name} gives no compensation: ${seed.refusal.code}`);
  return await run(desk, seed.value.tool, seed.value.input);
}

/** Acts, sees that it was done, takes it back, and sees that the helpdesk is as it was. */
export async function roundTrip(name: string, input: unknown, start = ticket()): Promise<string[]> {
  const desk = fakeDesk(start);
  const before = structuredClone(desk.now);
  const done = await run(desk, name, input);
  expect(done).toMatchObject({ status: 'done', refusal: null });
  expect(desk.now).not.toEqual(before);
  expect(await undo(desk, name, input, done)).toMatchObject({ status: 'done', refusal: null });
  expect(desk.now).toEqual(before);
  return desk.effects;
}

/** Names that every object answers to, and that are no field, tag or tool. */
export const PROTOTYPE_NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

/** The input's border: the good input passes as it is, and everything else is refused. */
export function expectStrictInput(name: string, good: Record<string, string>): void {
  const tool = findTool(name);
  if (!tool) throw new Error(`${name} is no tool`);
  const takes = (value: unknown) => tool.input.safeParse(value).success;
  expect(tool.input.parse(good)).toEqual(good);
  for (const key of ['id', 'ticketId', 'url', 'selector', 'extra', ...PROTOTYPE_NAMES]) {
    const more = JSON.parse(
      `${JSON.stringify(good).slice(0, -1)}${Object.keys(good).length ? ',' : ''}"${key}":"7"}`,
    );
    expect(takes(more), `with ${key}`).toBe(false);
  }
  for (const key of Object.keys(good)) {
    expect(takes(without(good, key)), `without ${key}`).toBe(false);
    for (const value of [null, 1, true, [good[key]], { value: good[key] }]) {
      expect(takes({ ...good, [key]: value }), `${key}: ${JSON.stringify(value)}`).toBe(false);
    }
  }
  for (const value of [null, [], 'text', [good]]) expect(takes(value)).toBe(false);
}

const without = (input: Record<string, string>, key: string) =>
  Object.fromEntries(Object.entries(input).filter(([name]) => name !== key));
