import * as z from 'zod/mini';
import { ok } from '../core/result';
import { defineTool, type ReversibleTool } from '../core/tool';
import { ENTRY_ERRORS, removalOf, verifyEntry } from './parts/entry';
import { Label } from './parts/inputs';
import { checkDay } from './parts/times';

const Input = z.strictObject({ title: Label, due: z.nullable(z.string().check(z.maxLength(40))) });
type Input = z.infer<typeof Input>;

/** Adds a task to the ticket: a line in its thread that says what is to be done, and by when. */
export default defineTool<Input, ReversibleTool<Input>>({
  name: 'create_task',
  version: 1,
  description: 'Adds a task to the ticket. The due day is written 2026-12-01, or null.',
  title: ({ title, due }) => `Add the task “${title}”${due === null ? '' : `, due ${due}`}`,
  input: Input,
  class: 'R2',
  offeredIn: ['Review'],
  audience: 'team',
  externalEffect: 'possible',
  money: false,
  right: 'add tasks',
  errors: ENTRY_ERRORS,
  budget: { calls: 4, ms: 20_000 },
  masked: [],
  preconditions: ['ticket'],
  observes: true,
  idempotency: 'read-back',
  concurrency: 'conversation',
  makes: 'task',
  editable: 'title',
  touches: { what: 'operation', operation: 'task', removal: 'remove-task' },
  preview: ({ title, due }) => {
    const day = due === null ? ok(null) : checkDay(due);
    if (!day.ok) return day;
    return ok([{ field: 'Task', before: null, after: due === null ? title : `${title} (due ${due})` }]);
  },
  commit: ({ title, due }, ports, guard) => ports.writer.operate('task', { title, due }, guard),
  verify: ({ title, due }, before, after) =>
    verifyEntry('task', due === null ? [title] : [title, due], before, after),
  compensate: (receipt) => removalOf('remove_task', receipt),
});
