import * as z from 'zod/mini';
import { ok, refuse } from '../core/result';
import { defineTool, type ReversibleTool } from '../core/tool';
import { checkBody, MESSAGE_ERRORS, verifyMessage } from './parts/body';
import { Body } from './parts/inputs';

const Input = z.strictObject({ body: Body });
type Input = z.infer<typeof Input>;

/** What stands in for a deletion where the helpdesk keeps every note for good. */
export const DISREGARD = 'Please disregard the note above: it was added by mistake.';

/** Adds an internal note. Never public: the writer is told `internal`, and the guard reads it off the page. */
export default defineTool<Input, ReversibleTool<Input>>({
  name: 'add_note',
  version: 1,
  description: 'Adds an internal note that only the team can read.',
  title: () => 'Add an internal note',
  input: Input,
  class: 'R2',
  offeredIn: ['Review'],
  audience: 'team',
  externalEffect: 'possible',
  money: false,
  right: 'add internal notes',
  errors: MESSAGE_ERRORS,
  budget: { calls: 3, ms: 30_000 },
  masked: [],
  preconditions: ['record'],
  observes: true,
  idempotency: 'read-back',
  concurrency: 'conversation',
  makes: 'note',
  editable: 'body',
  touches: { what: 'message', operation: 'note', visibility: 'internal', removal: 'remove-note' },
  preview: ({ body }) => {
    const checked = checkBody(body);
    return checked.ok ? ok([{ field: 'Internal note', before: null, after: body }]) : checked;
  },
  commit: ({ body }, ports, guard) => ports.writer.post('internal', body, guard),
  verify: ({ body }, before, after, answer) =>
    verifyMessage(body, 'note', before, after, answer.outcome === 'accepted' ? answer.messageKey : undefined)
      .verdict,
  compensate: (receipt) => {
    if (receipt.class === 'R3') return ok({ tool: 'add_note', input: { body: DISREGARD } });
    if (!receipt.messageKey) return refuse('nothing-to-undo', 'The note’s own number is not known.');
    return ok({ tool: 'remove_note', input: { messageKey: receipt.messageKey, body: receipt.input.body } });
  },
});
