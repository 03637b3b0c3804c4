import * as z from 'zod/mini';
import { ok, refuse } from '../core/result';
import { type CompoundTool, defineTool } from '../core/tool';
import { Label } from './parts/inputs';

const Input = z.strictObject({ macro: Label });
type Input = z.infer<typeof Input>;

/** Applies a macro as the single steps that it comes to. The helpdesk's own button for it is never pressed. */
export default defineTool<Input, CompoundTool<Input>>({
  name: 'apply_macro',
  version: 1,
  description: 'Applies a macro of the helpdesk or of the agent, by its label: all its steps on one card.',
  title: ({ macro }) => `Apply the macro “${macro}”`,
  input: Input,
  class: 'parts',
  offeredIn: ['Review'],
  audience: 'customer',
  externalEffect: 'possible',
  money: false,
  right: 'do each of its steps',
  errors: ['unknown-value', 'already-so', 'partly-done', 'nothing-to-undo'],
  budget: { calls: 2, ms: 120_000 },
  masked: [],
  idempotency: 'value',
  concurrency: 'compare-and-set',
  editable: null,
  choices: ({ macros }) => macros.map((one) => one.label),
  parts: ({ macro }, { macros }) => {
    const found = macros.find((one) => one.label === macro);
    if (!found) {
      const labels = macros.map((one) => one.label).join(', ');
      return refuse('unknown-value', labels ? `“${macro}” is not among: ${labels}.` : undefined);
    }
    if (found.unclear !== null) return refuse('not-supported', `“${macro}”: ${found.unclear}`);
    if (found.parts.length === 0) return refuse('already-so', `“${macro}” changes nothing here.`);
    return ok(found.parts);
  },
});
