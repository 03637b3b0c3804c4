import * as z from 'zod/mini';
import { holdsBody } from '../core/body-text';
import { ok, refuse } from '../core/result';
import { defineTool, type ReversibleTool } from '../core/tool';

const Input = z.strictObject({ restore: z.string().check(z.minLength(1)), body: z.string() });
type Input = z.infer<typeof Input>;

/** Takes a draft out of the reply box again. No model can ask for it: only the Undo of `insert_draft` does. */
export default defineTool<Input, ReversibleTool<Input>>({
  name: 'restore_draft',
  version: 1,
  description: 'Puts the reply box back as it was before the draft.',
  title: () => 'Take the draft out of the reply box',
  input: Input,
  class: 'R1',
  offeredIn: [],
  audience: 'none',
  externalEffect: 'none',
  money: false,
  right: 'write replies',
  errors: ['nothing-to-undo', 'no-composer', 'editor-changed', 'insert-not-proved'],
  budget: { calls: 0, ms: 20_000 },
  masked: [],
  preconditions: [],
  observes: false,
  idempotency: 'restore-point',
  concurrency: 'compare-and-set',
  editable: null,
  touches: { what: 'box', needs: 'open' },
  preview: ({ body }, seen) => {
    if (!seen.composer.present)
      return refuse('nothing-to-undo', 'The reply box with this draft is not open any more.');
    const [firstLine = ''] = body.trim().split('\n');
    return holdsBody(seen.composer.text, firstLine)
      ? ok([{ field: 'Reply box', before: body, after: null }])
      : refuse('nothing-to-undo', 'The draft is not in the reply box any more: it was sent or taken out.');
  },
  commit: ({ restore }, ports, guard) => ports.writer.restoreDraft(restore, guard),
  verify: (_input, _before, _after, answer) => (answer.outcome === 'accepted' ? 'confirmed' : 'not-found'),
  compensate: ({ input }) => ok({ tool: 'insert_draft', input: { body: input.body } }),
});
