import * as z from 'zod/mini';
import { findField } from '../core/observation';
import { ok, refuse } from '../core/result';
import { defineTool, type ReversibleTool } from '../core/tool';
import { FIELD_ERRORS, tagList } from './parts/field-tool';
import { Label } from './parts/inputs';

const Input = z.strictObject({ tag: Label });
type Input = z.infer<typeof Input>;

/** Adds one tag to the ticket. Never writes the whole list: the tags of others stay. */
export default defineTool<Input, ReversibleTool<Input>>({
  name: 'add_tag',
  version: 1,
  description: 'Adds one tag to the ticket.',
  title: ({ tag }) => `Add the tag “${tag}”`,
  input: Input,
  class: 'R2',
  offeredIn: ['Review'],
  audience: 'team',
  externalEffect: 'possible',
  money: false,
  right: 'change the tags of a ticket',
  errors: FIELD_ERRORS,
  budget: { calls: 12, ms: 20_000 },
  masked: [],
  preconditions: ['record', 'field'],
  observes: true,
  idempotency: 'value',
  concurrency: 'compare-and-set',
  editable: 'tag',
  touches: tagList('add-tag', 'options'),
  preview: ({ tag }, seen) => {
    const tags = findField(seen, 'tags');
    if (!tags?.writable) return refuse('no-such-field', 'Tags');
    if (tags.values.includes(tag)) return refuse('already-so', `The tag “${tag}” is there.`);
    if (tags.options && !tags.options.includes(tag))
      return refuse('unknown-value', `“${tag}” is not a tag here.`);
    return ok([{ field: 'Tag', before: null, after: tag }]);
  },
  commit: ({ tag }, ports, guard) => ports.writer.addTag(tag, guard),
  verify: ({ tag }, _before, after) => {
    const tags = findField(after, 'tags');
    if (!tags) return 'unknown';
    return tags.values.includes(tag) === true ? 'confirmed' : 'not-found';
  },
  compensate: ({ input }) => ok({ tool: 'remove_tag', input: { tag: input.tag } }),
});
