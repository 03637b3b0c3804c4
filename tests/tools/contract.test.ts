import { describe, expect, it } from 'vitest';
import { errorsOf } from '../../core/errors';
import { type Precondition, unmet } from '../../core/precondition';
import { REASONS } from '../../core/reasons';
import { type AnyEffectTool, isEffect } from '../../core/tool';
import { act } from '../../tools/parts/act';
import { TOOLS } from '../../tools/registry';
import { bindingTo, effectTool, fakeDesk, QUICK, ticket } from './support';

const effects = TOOLS.filter(isEffect);
const addTag = effectTool('add_tag');

describe('every tool', () => {
  it.each(TOOLS.map((tool) => [tool.name, tool] as const))(
    '%s says all that the contract asks',
    (_, tool) => {
      for (const code of errorsOf(tool)) expect(REASONS[code], code).toMatch(/[.?]$/);
      expect(new Set(tool.errors).size).toBe(tool.errors.length);
      expect(tool.right).toMatch(/^[a-z]/);
      expect(tool.budget.ms).toBeGreaterThan(0);
      // what a model may ask for it may ask for at least once, and what undo alone uses never
      expect(tool.budget.calls > 0).toBe(tool.offeredIn.length > 0);
      expect(tool.version).toBeGreaterThan(0);
    },
  );

  it.each(effects.map((tool) => [tool.name, tool] as const))('%s: what others see is observed', (_, tool) => {
    expect(tool.observes).toBe(tool.externalEffect !== 'none');
    if (tool.makes === 'agent') expect(tool).toMatchObject({ class: 'R4', held: true, audience: 'customer' });
  });
});

describe('preconditions', () => {
  const withAll = (preconditions: Precondition[]): AnyEffectTool => ({ ...addTag, preconditions });
  const page = { ...ticket().record, type: 'document' as const };
  const closed = { ...ticket().composer, present: false, openable: false };
  it.each([
    ['record', ticket({ record: page }), 'no-record'],
    ['ticket', ticket({ record: { ...page, type: 'contact' } }), 'no-record'],
    ['addressee', ticket({ requester: null }), 'other-requester'],
    ['box', ticket({ composer: closed }), 'no-composer'],
    ['field', ticket({ fields: [] }), 'no-such-field'],
  ] as const)('%s: holds on a ticket, and refuses where it does not', async (name, seen, code) => {
    const tool = withAll([name]);
    expect(unmet(tool, { tag: 'vip' }, ticket())).toBeNull();
    expect(unmet(tool, { tag: 'vip' }, seen)).toMatchObject({ code });
    // asked again right before the act: nothing is written
    const desk = fakeDesk(seen);
    const outcome = await act({
      tool,
      input: { tag: 'vip' },
      binding: bindingTo(desk.now),
      ports: desk.ports,
      patience: QUICK,
    });
    expect(outcome).toMatchObject({ status: 'failed', refusal: { code } });
    expect(desk.effects).toEqual([]);
  });
});

describe('the time of one act', () => {
  const slow: AnyEffectTool = {
    ...addTag,
    budget: { calls: 1, ms: 5 },
    commit: async (input, ports, guard) => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      return await addTag.commit(input, ports, guard);
    },
  };
  it('an answer that does not come is unknown, and what had not left by then never does', async () => {
    const desk = fakeDesk();
    const [outcome] = await Promise.all([
      act({
        tool: slow,
        input: { tag: 'vip' },
        binding: bindingTo(desk.now),
        ports: desk.ports,
        patience: QUICK,
      }),
      new Promise((resolve) => setTimeout(resolve, 80)),
    ]);
    expect(outcome).toMatchObject({ status: 'unknown', refusal: { code: 'no-answer' } });
    expect(desk.effects).toEqual([]);
  });

  it('what had left is proved by the record all the same', async () => {
    const desk = fakeDesk();
    const { addTag: add } = desk.ports.writer;
    desk.ports.writer.addTag = async (tag, guard) => {
      await add(tag, guard);
      return await new Promise(() => undefined);
    };
    const tool = { ...addTag, budget: { calls: 1, ms: 20 } };
    const outcome = await act({
      tool,
      input: { tag: 'vip' },
      binding: bindingTo(desk.now),
      ports: desk.ports,
      patience: QUICK,
    });
    expect(outcome).toMatchObject({ status: 'done' });
    expect(desk.effects).toEqual(['+vip']);
  });
});

it('a missing right is named, before the helpdesk’s own words', async () => {
  const answers = { outcome: 'refused', refusal: { code: 'no-right', detail: 'Ask an admin.' } } as const;
  const desk = fakeDesk(ticket(), { answers });
  const outcome = await act({
    tool: effectTool('set_status'),
    input: { status: 'Solved' },
    binding: bindingTo(desk.now),
    ports: desk.ports,
    patience: QUICK,
  });
  expect(outcome.refusal?.detail).toBe('Needed: the right to change the status of a ticket. Ask an admin.');
});
