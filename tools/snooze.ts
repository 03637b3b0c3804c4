import * as z from 'zod/mini';
import { findField } from '../core/observation';
import { ok, refuse } from '../core/result';
import { defineTool, type ReversibleTool } from '../core/tool';
import { commitField, FIELD_ERRORS, onlyField, valueBefore } from './parts/field-tool';
import { checkAhead, instantOf, momentWords } from './parts/times';

const Input = z.strictObject({ until: z.nullable(z.string().check(z.maxLength(40))) });
type Input = z.infer<typeof Input>;

const FIELD = { scope: 'record', name: 'snooze' } as const;

/** Puts the ticket aside until a time, or wakes it. A time without a zone means another hour to everybody: refused. */
export default defineTool<Input, ReversibleTool<Input>>({
  name: 'snooze',
  version: 1,
  description:
    'Snoozes the ticket until an ISO time with its zone, such as 2026-12-01T09:00+01:00; null wakes it at once.',
  title: ({ until }) => (until === null ? 'Wake the ticket' : `Snooze until ${momentWords(until)}`),
  input: Input,
  class: 'R2',
  offeredIn: ['Review'],
  audience: 'team',
  externalEffect: 'possible',
  money: false,
  right: 'snooze tickets',
  errors: [...FIELD_ERRORS, 'bad-time'],
  budget: { calls: 2, ms: 20_000 },
  masked: [],
  preconditions: ['ticket', 'field'],
  observes: true,
  idempotency: 'value',
  concurrency: 'compare-and-set',
  editable: 'until',
  touches: onlyField(FIELD, 'snooze'),
  preview: ({ until }, seen) => {
    const ahead = until === null ? ok(null) : checkAhead(until);
    if (!ahead.ok) return ahead;
    const field = findField(seen, FIELD.name);
    if (!field) return refuse('no-such-field', 'Snooze');
    const before = field.values[0] ?? '';
    if (instantOf(before) === ahead.value && (until !== null || before === ''))
      return refuse('already-so', `${field.label} is “${before}”.`);
    return ok([{ field: field.label, before, after: until ?? '' }]);
  },
  commit: ({ until }, ports, guard) => commitField(FIELD, until ?? '', ports, guard),
  // the helpdesk may write the same moment in another zone
  verify: ({ until }, _before, after) => {
    const field = findField(after, FIELD.name);
    if (!field) return 'unknown';
    const now = field.values[0] ?? '';
    const holds =
      until === null ? now === '' : instantOf(now) !== null && instantOf(now) === instantOf(until);
    return holds ? 'confirmed' : 'not-found';
  },
  compensate: ({ before }) => {
    const value = valueBefore(before);
    if (!value.ok) return value;
    // a time that has passed meanwhile is over: the ticket is awake then
    return ok({ tool: 'snooze', input: { until: checkAhead(value.value).ok ? value.value : null } });
  },
});
