import * as z from 'zod/mini';
import { defineTool, type ReadTool } from '../core/tool';
import { Answer } from './parts/inputs';

const Input = z.strictObject({ query: /* @__PURE__ */ z.string().check(z.minLength(1), z.maxLength(500)) });
type Input = z.infer<typeof Input>;

/** Searches the person's own macros, articles and past replies. Nothing leaves the machine. */
export default defineTool<Input, ReadTool<Input>>({
  name: 'search_knowledge',
  version: 1,
  description: 'Searches the team’s own macros, articles and past replies.',
  title: ({ query }) => `Search for “${query}”`,
  input: Input,
  class: 'R0',
  offeredIn: ['Suggest', 'Draft', 'Review'],
  audience: 'none',
  externalEffect: 'none',
  money: false,
  right: 'see the ticket',
  errors: [],
  budget: { calls: 8, ms: 10_000 },
  masked: [],
  output: Answer,
  idempotency: 'value',
  concurrency: 'conversation',
  editable: null,
  read: async ({ query }, _seen, { search }) => {
    const found = await search(query);
    if (found.length === 0) return 'Nothing was found.';
    return found.map((item, i) => `[${i + 1}] ${item.title} (${item.source})\n${item.text}`).join('\n\n');
  },
});
