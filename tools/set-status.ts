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

const Input = z.strictObject({ status: Label });
type Input = z.infer<typeof Input>;

const FIELD = { scope: 'record', name: 'status' } as const;

/** Sets the status of the ticket. The status is a label shown on the page. */
export default defineTool<Input, ReversibleTool<Input>>({
  name: 'set_status',
  version: 1,
  description: 'Sets the status of the ticket. The status is a label shown on the page.',
  title: ({ status }) => `Set the status to “${status}”`,
  input: Input,
  class: 'R2',
  offeredIn: ['Review'],
  audience: 'customer',
  externalEffect: 'possible',
  money: false,
  right: 'change the status of a ticket',
  errors: FIELD_ERRORS,
  budget: { calls: 2, ms: 20_000 },
  masked: [],
  preconditions: ['record', 'field'],
  observes: true,
  idempotency: 'value',
  concurrency: 'compare-and-set',
  editable: 'status',
  touches: onlyField(FIELD, 'status'),
  preview: ({ status }, seen) => previewField(FIELD, status, seen),
  commit: ({ status }, ports, guard) => commitField(FIELD, status, ports, guard),
  verify: ({ status }, _before, after) => verifyField(FIELD, status, after),
  compensate: (receipt) => {
    const before = labelBefore(receipt.before);
    return before.ok ? ok({ tool: 'set_status', input: { status: before.value } }) : before;
  },
});
