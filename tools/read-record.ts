import * as z from 'zod/mini';
import { compactText } from '../core/compact';
import { defineTool, type ReadTool } from '../core/tool';
import { Answer } from './parts/inputs';

const Input = z.strictObject({});
type Input = z.infer<typeof Input>;

/** Gives the model the record as a person sees it. */
export default defineTool<Input, ReadTool<Input>>({
  name: 'read_record',
  version: 1,
  description: 'Reads the ticket or contact that is open: conversation and fields.',
  title: () => 'Read the record',
  input: Input,
  class: 'R0',
  offeredIn: ['Suggest', 'Draft', 'Review'],
  audience: 'none',
  externalEffect: 'none',
  money: false,
  right: 'see the ticket',
  errors: [],
  budget: { calls: 8, ms: 5_000 },
  masked: [],
  output: Answer,
  idempotency: 'value',
  concurrency: 'conversation',
  editable: null,
  read: async (_input, seen) => compactText(seen),
});
