import * as z from 'zod/mini';
import { ok } from '../core/result';
import { defineTool, type ReversibleTool } from '../core/tool';
import {
  commitField,
  FIELD_ERRORS,
  labelBefore,
  onlyField,
  previewField,
  verifyField,
} from './parts/field-tool';
import { Label } from './parts/inputs';

const Input = z.strictObject({ priority: Label });
type Input = z.infer<typeof Input>;

const FIELD = { scope: 'record', name: 'priority' } as const;

/** Sets the priority of the ticket. The priority is a label shown on the page. */
export default defineTool<Input, ReversibleTool<Input>>({
  name: 'set_priority',
  version: 1,
  description: 'Sets the priority of the ticket. The priority is a label shown on the page.',
  title: ({ priority }) => `Set the priority to “${priority}”`,
  input: Input,
  class: 'R2',
  offeredIn: ['Review'],
  audience: 'team',
  externalEffect: 'possible',
  money: false,
  right: 'change the priority of a ticket',
  errors: FIELD_ERRORS,
  budget: { calls: 2, ms: 20_000 },
  masked: [],
  preconditions: ['record', 'field'],
  observes: true,
  idempotency: 'value',
  concurrency: 'compare-and-set',
  editable: 'priority',
  touches: onlyField(FIELD, 'priority'),
  preview: ({ priority }, seen) => previewField(FIELD, priority, seen),
  commit: ({ priority }, ports, guard) => commitField(FIELD, priority, ports, guard),
  verify: ({ priority }, _before, after) => verifyField(FIELD, priority, after),
  compensate: (receipt) => {
    const before = labelBefore(receipt.before);
    return before.ok ? ok({ tool: 'set_priority', input: { priority: before.value } }) : before;
  },
});
