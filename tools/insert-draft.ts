import * as z from 'zod/mini';
import { ok, refuse } from '../core/result';
import { defineTool, type ReversibleTool } from '../core/tool';
import { checkBody, MESSAGE_ERRORS } from './parts/body';
import { Body } from './parts/inputs';

const Input = z.strictObject({ body: Body });
type Input = z.infer<typeof Input>;

/** Puts a draft into the reply box, above what is there. Sends nothing; undo puts the box back exactly. */
export default defineTool<Input, ReversibleTool<Input>>({
  name: 'insert_draft',
  version: 1,
  description: 'Puts a draft into the reply box, above the signature. Sends nothing.',
  title: () => 'Insert the draft into the reply box',
  input: Input,
  class: 'R1',
  offeredIn: ['Draft', 'Review'],
  audience: 'none',
  externalEffect: 'none',
  money: false,
  right: 'write replies',
  errors: MESSAGE_ERRORS,
  budget: { calls: 2, ms: 20_000 },
  masked: [],
  preconditions: ['box'],
  observes: false,
  idempotency: 'restore-point',
  concurrency: 'compare-and-set',
  editable: 'body',
  touches: { what: 'box', needs: 'openable' },
  preview: ({ body }) => {
    const checked = checkBody(body);
    return checked.ok ? ok([{ field: 'Reply box', before: null, after: body }]) : checked;
  },
  commit: ({ body }, ports, guard) => ports.writer.insertDraft(body, guard),
  // The page layer answers "accepted" only when the editor's own model holds the text, and rolls back otherwise.
  verify: (_input, _before, _after, answer) => (answer.outcome === 'accepted' ? 'confirmed' : 'not-found'),
  compensate: ({ input, restore }) =>
    restore ? ok({ tool: 'restore_draft', input: { restore, body: input.body } }) : refuse('nothing-to-undo'),
});
