import * as z from 'zod/mini';
import { ok } from '../core/result';
import { defineTool, type ReversibleTool } from '../core/tool';
import { ENTRY_ERRORS, removalOf, verifyEntry } from './parts/entry';
import { Label } from './parts/inputs';

const Input = z.strictObject({
  summary: Label,
  minutes: z.int().check(z.gte(1), z.lte(24 * 60)),
});
type Input = z.infer<typeof Input>;

/** Writes a call that was made into the thread of the ticket. It calls nobody. */
export default defineTool<Input, ReversibleTool<Input>>({
  name: 'log_call',
  version: 1,
  description:
    'Logs a telephone call that was made: what was said, in one line, and how many minutes it took.',
  title: ({ minutes }) => `Log a call of ${minutes} min`,
  input: Input,
  class: 'R2',
  offeredIn: ['Review'],
  audience: 'team',
  externalEffect: 'possible',
  money: false,
  right: 'log calls',
  errors: ENTRY_ERRORS,
  budget: { calls: 4, ms: 20_000 },
  masked: [],
  preconditions: ['ticket'],
  observes: true,
  idempotency: 'read-back',
  concurrency: 'conversation',
  makes: 'call',
  editable: 'summary',
  touches: { what: 'operation', operation: 'call', removal: 'remove-call' },
  preview: ({ summary, minutes }) =>
    ok([{ field: 'Call', before: null, after: `${summary} (${minutes} min)` }]),
  commit: ({ summary, minutes }, ports, guard) =>
    ports.writer.operate('call', { summary, minutes: String(minutes) }, guard),
  verify: ({ summary, minutes }, before, after) =>
    verifyEntry('call', [summary, `${minutes} min`], before, after),
  compensate: (receipt) => removalOf('remove_call', receipt),
});
