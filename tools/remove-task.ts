import * as z from 'zod/mini';
import { ok } from '../core/result';
import { defineTool, type ReversibleTool } from '../core/tool';
import { ENTRY_ERRORS, previewRemoval, verifyRemoval } from './parts/entry';

const Input = z.strictObject({ messageKey: z.string().check(z.minLength(1)), text: z.string() });
type Input = z.infer<typeof Input>;

/** Takes back a task of ours. No model can ask for it: only the Undo of `create_task` does. */
export default defineTool<Input, ReversibleTool<Input>>({
  name: 'remove_task',
  version: 1,
  description: 'Removes a task that was entered from here.',
  title: () => 'Remove the task',
  input: Input,
  class: 'R2',
  offeredIn: [],
  audience: 'team',
  externalEffect: 'possible',
  money: false,
  right: 'delete your own tasks',
  errors: ENTRY_ERRORS,
  budget: { calls: 0, ms: 20_000 },
  masked: [],
  preconditions: ['ticket'],
  observes: true,
  idempotency: 'value',
  concurrency: 'conversation',
  editable: null,
  touches: { what: 'operation', operation: 'remove-task' },
  preview: (input, seen) => previewRemoval('task', 'Task', input, seen),
  commit: ({ messageKey }, ports, guard) => ports.writer.operate('remove-task', { messageKey }, guard),
  verify: ({ messageKey }, _before, after) => verifyRemoval(messageKey, after),
  compensate: ({ input }) => {
    const [, title = input.text, due = null] = /^(.*) \(due (\d{4}-\d\d-\d\d)\)$/s.exec(input.text) ?? [];
    return ok({ tool: 'create_task', input: { title, due } });
  },
});
