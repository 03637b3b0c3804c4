import * as z from 'zod/mini';
import { isLinkable } from '../core/article';
import { ok, refuse } from '../core/result';
import { type CompoundTool, defineTool } from '../core/tool';
import { MESSAGE_ERRORS } from './parts/body';
import { Label } from './parts/inputs';

const Input = z.strictObject({ article: Label });
type Input = z.infer<typeof Input>;

/** Puts a link to a published article into the reply box. One that only the team may read is never linked. */
export default defineTool<Input, CompoundTool<Input>>({
  name: 'link_article',
  version: 1,
  description:
    'Puts a link to a published article into the reply box, by the article’s title. Sends nothing.',
  title: ({ article }) => `Link the article “${article}”`,
  input: Input,
  class: 'parts',
  offeredIn: ['Review'],
  audience: 'none',
  externalEffect: 'none',
  money: false,
  right: 'write replies',
  errors: [...MESSAGE_ERRORS, 'unknown-value', 'not-public', 'partly-done'],
  budget: { calls: 3, ms: 60_000 },
  masked: [],
  idempotency: 'restore-point',
  concurrency: 'compare-and-set',
  editable: null,
  choices: ({ articles }) => articles.filter(isLinkable).map((one) => one.title),
  parts: ({ article }, { articles }) => {
    const found = articles.filter((one) => one.title === article);
    if (found.length === 0) return refuse('unknown-value', `There is no article “${article}”.`);
    const [open] = found.filter(isLinkable);
    if (!open) return refuse('not-public', `“${article}” is ${found[0]?.state ?? 'of unknown state'}.`);
    const words = open.title.replace(/[[\]()*]/g, '').trim();
    return ok([{ tool: 'insert_draft', input: { body: `[${words}](${open.url})` } }]);
  },
});
