import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { ok } from '../../core/result';
import { defineTool, type IrreversibleTool, type ReversibleTool, type Tool } from '../../core/tool';

// What is proved here is proved by the compiler: where a line below stopped being an error, `tsc` fails.
const Input = z.strictObject({ tag: z.string() });
type Input = z.infer<typeof Input>;

const common = {
  name: 'a_tool',
  version: 1,
  description: 'A tool.',
  title: () => 'A tool',
  input: Input,
  offeredIn: [],
  audience: 'none',
  externalEffect: 'none',
  money: false,
  right: 'change tickets',
  errors: ['already-so'],
  budget: { calls: 1, ms: 1000 },
  masked: [],
  preconditions: ['record'],
  observes: true,
  idempotency: 'value',
  concurrency: 'compare-and-set',
  editable: 'tag',
  touches: { what: 'box', needs: 'open' },
  preview: () => ok([]),
  commit: async () => ({ outcome: 'accepted' }),
  verify: () => 'confirmed',
} as const satisfies Partial<Tool<Input>>;

const compensate = () => ok({ tool: 'a_tool', input: {} });
const unheard = () => ({ ok: false, refusal: { code: 'nope' } }) as const;
const yes = () => true;
const irreversible = 'It is gone.';

test('a tool of R1 to R3 says how it is taken back, one of R4 why it cannot be', () => {
  const reversible = defineTool<Input, ReversibleTool<Input>>({ ...common, class: 'R2', compensate });
  const final = defineTool<Input, IrreversibleTool<Input>>({
    ...common,
    class: 'R4',
    irreversible,
    held: true,
  });
  expect([reversible.class, final.class]).toEqual(['R2', 'R4']);
});

test('and neither compiles without', () => {
  // @ts-expect-error an R1 tool without compensate
  defineTool<Input, ReversibleTool<Input>>({ ...common, class: 'R1' });
  // @ts-expect-error an R2 tool without compensate
  defineTool<Input, ReversibleTool<Input>>({ ...common, class: 'R2' });
  // @ts-expect-error an R3 tool without compensate
  defineTool<Input, ReversibleTool<Input>>({ ...common, class: 'R3' });
  // @ts-expect-error an R4 tool without `irreversible`
  defineTool<Input, IrreversibleTool<Input>>({ ...common, class: 'R4', held: true });
  // @ts-expect-error an R4 tool that does not say whether it is held
  defineTool<Input, IrreversibleTool<Input>>({ ...common, class: 'R4', irreversible });
  // @ts-expect-error no tool that changes something calls itself a reading one
  defineTool<Input, Tool<Input>>({ ...common, class: 'R0' });
  // @ts-expect-error an R4 tool with a way back in place of a reason
  defineTool<Input, Tool<Input>>({ ...common, class: 'R4', compensate });
  // @ts-expect-error what a person edits is a part of the input
  defineTool<Input, ReversibleTool<Input>>({ ...common, class: 'R2', compensate, editable: 'nothing' });
  // @ts-expect-error a reason that is not on the closed list
  defineTool<Input, ReversibleTool<Input>>({ ...common, class: 'R2', compensate: unheard });
  // @ts-expect-error a proof is one of three verdicts
  defineTool<Input, ReversibleTool<Input>>({ ...common, class: 'R2', compensate, verify: yes });
  // @ts-expect-error an error that is not on the closed list
  defineTool<Input, ReversibleTool<Input>>({ ...common, class: 'R2', compensate, errors: ['nope'] });
  // @ts-expect-error a precondition that no machine can check
  defineTool<Input, ReversibleTool<Input>>({ ...common, class: 'R2', compensate, preconditions: ['luck'] });
  // @ts-expect-error a part of the input that there is not
  defineTool<Input, ReversibleTool<Input>>({ ...common, class: 'R2', compensate, masked: ['nothing'] });
  // @ts-expect-error no budget
  defineTool<Input, ReversibleTool<Input>>({ ...common, class: 'R2', compensate, budget: undefined });
  expect(common.name).toBe('a_tool');
});
