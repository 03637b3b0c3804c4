import * as z from 'zod/mini';
import { ok } from '../core/result';
import { defineTool, type ReversibleTool } from '../core/tool';
import { commitField, FIELD_ERRORS, previewField, valueBefore, verifyField } from './parts/field-tool';
import { Label } from './parts/inputs';

const Input = z.strictObject({ field: Label, value: z.string().check(z.maxLength(2000)) });
type Input = z.infer<typeof Input>;

const at = (name: string) => ({ scope: 'contact', name }) as const;

/** A field of the contact: the requester of a ticket, or the contact whose page is open. */
export default defineTool<Input, ReversibleTool<Input>>({
  name: 'update_contact',
  version: 1,
  description: 'Sets a labelled field of the requester’s contact to a value. Both are as shown on the page.',
  title: ({ field, value }) => `Set the contact’s ${field} to “${value}”`,
  input: Input,
  class: 'R2',
  offeredIn: ['Review'],
  audience: 'team',
  externalEffect: 'possible',
  money: false,
  right: 'change contacts',
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
    operation: 'contact',
    scope: 'contact',
    is: (field) => field.scope === 'contact',
    named: ({ field }) => field,
    choices: 'options',
  },
  preview: ({ field, value }, seen) => previewField(at(field), value, seen),
  commit: ({ field, value }, ports, guard) => commitField(at(field), value, ports, guard),
  verify: ({ field, value }, _before, after) => verifyField(at(field), value, after),
  compensate: ({ input, before }) => {
    const value = valueBefore(before);
    return value.ok
      ? ok({ tool: 'update_contact', input: { field: input.field, value: value.value } })
      : value;
  },
});
