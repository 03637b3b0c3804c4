import * as z from 'zod/mini';
import { ok } from '../core/result';
import { defineTool, type ReversibleTool } from '../core/tool';
import {
  commitField,
  FIELD_ERRORS,
  isCustom,
  previewField,
  valueBefore,
  verifyField,
} from './parts/field-tool';
import { Label } from './parts/inputs';

const Input = z.strictObject({ field: Label, value: z.string().check(z.maxLength(2000)) });
type Input = z.infer<typeof Input>;

const at = (name: string) => ({ scope: 'record', name }) as const;

/** A field of the ticket that has no tool of its own. */
export default defineTool<Input, ReversibleTool<Input>>({
  name: 'set_field',
  version: 1,
  description: 'Sets another labelled field of the ticket to a value. Both are as shown on the page.',
  title: ({ field, value }) => `Set ${field} to “${value}”`,
  input: Input,
  class: 'R2',
  offeredIn: ['Review'],
  audience: 'team',
  externalEffect: 'possible',
  money: false,
  right: 'change the fields of a ticket',
  errors: FIELD_ERRORS,
  budget: { calls: 12, ms: 20_000 },
  masked: [],
  preconditions: ['record', 'field'],
  observes: true,
  idempotency: 'value',
  concurrency: 'compare-and-set',
  editable: 'value',
  touches: {
    what: 'field',
    operation: 'field',
    scope: 'record',
    is: isCustom,
    named: ({ field }) => field,
    choices: 'options',
  },
  preview: ({ field, value }, seen) => previewField(at(field), value, seen),
  commit: ({ field, value }, ports, guard) => commitField(at(field), value, ports, guard),
  verify: ({ field, value }, _before, after) => verifyField(at(field), value, after),
  compensate: ({ input, before }) => {
    const value = valueBefore(before);
    return value.ok ? ok({ tool: 'set_field', input: { field: input.field, value: value.value } }) : value;
  },
});
