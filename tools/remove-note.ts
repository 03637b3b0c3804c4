import * as z from 'zod/mini';
import { ok, refuse } from '../core/result';
import { defineTool, type ReversibleTool } from '../core/tool';

const Input = z.strictObject({ messageKey: z.string().check(z.minLength(1)), body: z.string() });
type Input = z.infer<typeof Input>;

/** Takes back a note of ours. No model can ask for it: only the Undo of `add_note` does. */
export default defineTool<Input, ReversibleTool<Input>>({
  name: 'remove_note',
  version: 1,
  description: 'Removes an internal note that was added from here.',
  title: () => 'Remove the internal note',
  input: Input,
  class: 'R2',
  offeredIn: [],
  audience: 'team',
  externalEffect: 'possible',
  money: false,
  right: 'delete your own internal notes',
  errors: ['already-so', 'wrong-visibility'],
  budget: { calls: 0, ms: 20_000 },
  masked: [],
  preconditions: ['record'],
  observes: true,
  idempotency: 'value',
  concurrency: 'conversation',
  editable: null,
  touches: { what: 'operation', operation: 'remove-note' },
  preview: ({ messageKey, body }, seen) => {
    const note = seen.messages.find((m) => m.key === messageKey);
    if (!note) return refuse('already-so', 'The note is not in the ticket any more.');
    if (note.role !== 'note') return refuse('wrong-visibility');
    return ok([{ field: 'Internal note', before: body, after: null }]);
  },
  commit: ({ messageKey }, ports, guard) => ports.writer.removeMessage(messageKey, guard),
  verify: ({ messageKey }, _before, after) =>
    after.messages.some((m) => m.key === messageKey) ? 'not-found' : 'confirmed',
  compensate: ({ input }) => ok({ tool: 'add_note', input: { body: input.body } }),
});
