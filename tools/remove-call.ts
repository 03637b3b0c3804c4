import * as z from 'zod/mini';
import { ok, refuse } from '../core/result';
import { defineTool, type ReversibleTool } from '../core/tool';
import { ENTRY_ERRORS, previewRemoval, verifyRemoval } from './parts/entry';

const Input = z.strictObject({ messageKey: z.string().check(z.minLength(1)), text: z.string() });
type Input = z.infer<typeof Input>;

/** Takes back a call that was logged from here. No model can ask for it: only the Undo of `log_call` does. */
export default defineTool<Input, ReversibleTool<Input>>({
  name: 'remove_call',
  version: 1,
  description: 'Removes a call that was entered from here.',
  title: () => 'Remove the call',
  input: Input,
  class: 'R2',
  offeredIn: [],
  audience: 'team',
  externalEffect: 'possible',
  money: false,
  right: 'delete your own calls',
  errors: ENTRY_ERRORS,
  budget: { calls: 0, ms: 20_000 },
  masked: [],
  preconditions: ['ticket'],
  observes: true,
  idempotency: 'value',
  concurrency: 'conversation',
  editable: null,
  touches: { what: 'operation', operation: 'remove-call' },
  preview: (input, seen) => previewRemoval('call', 'Call', input, seen),
  commit: ({ messageKey }, ports, guard) => ports.writer.operate('remove-call', { messageKey }, guard),
  verify: ({ messageKey }, _before, after) => verifyRemoval(messageKey, after),
  compensate: ({ input }) => {
    const [, summary, minutes] = /^(.*) \((\d+) min\)$/s.exec(input.text) ?? [];
    if (summary === undefined) return refuse('nothing-to-undo');
    return ok({ tool: 'log_call', input: { summary, minutes: Number(minutes) } });
  },
});
