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

const Input = z.strictObject({ assignee: Label });
type Input = z.infer<typeof Input>;

const FIELD = { scope: 'record', name: 'assignee' } as const;

/** Assigns the ticket to a person or team by the name shown on the page. */
export default defineTool<Input, ReversibleTool<Input>>({
  name: 'assign',
  version: 1,
  description: 'Assigns the ticket to a person or team by the name shown on the page.',
  title: ({ assignee }) => `Assign to ${assignee}`,
  input: Input,
  class: 'R2',
  offeredIn: ['Review'],
  audience: 'team',
  externalEffect: 'possible',
  money: false,
  right: 'assign tickets',
  errors: FIELD_ERRORS,
  budget: { calls: 2, ms: 20_000 },
  masked: [],
  preconditions: ['record', 'field'],
  observes: true,
  idempotency: 'value',
  concurrency: 'compare-and-set',
  editable: 'assignee',
  touches: onlyField(FIELD, 'assignee'),
  preview: ({ assignee }, seen) => previewField(FIELD, assignee, seen),
  commit: ({ assignee }, ports, guard) => commitField(FIELD, assignee, ports, guard),
  verify: ({ assignee }, _before, after) => verifyField(FIELD, assignee, after),
  compensate: (receipt) => {
    const before = labelBefore(receipt.before);
    return before.ok ? ok({ tool: 'assign', input: { assignee: before.value } }) : before;
  },
});
