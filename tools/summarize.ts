import * as z from 'zod/mini';
import { defineTool, type ReadTool } from '../core/tool';
import { Answer } from './parts/inputs';

const Input = z.strictObject({});
type Input = z.infer<typeof Input>;

/** A summary of the thread, by whichever engine is in use. Without a language model it is an extract, and says so. */
export default defineTool<Input, ReadTool<Input>>({
  name: 'summarize',
  version: 1,
  description: 'Summarises the conversation of the ticket that is open.',
  title: () => 'Summarise the conversation',
  input: Input,
  class: 'R0',
  offeredIn: ['Suggest', 'Draft', 'Review'],
  audience: 'none',
  externalEffect: 'none',
  money: false,
  right: 'see the ticket',
  errors: [],
  budget: { calls: 1, ms: 60_000 },
  masked: [],
  output: Answer,
  idempotency: 'value',
  concurrency: 'conversation',
  editable: null,
  read: async (_input, seen, { summarize }) =>
    seen.messages.length === 0 ? 'There is no conversation on this page.' : await summarize(seen),
});
