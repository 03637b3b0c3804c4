import * as z from 'zod/mini';

/** One step of a macro, in the words of the tools: `{tool: 'set_status', value: 'Solved'}`. */
export const MacroStep = z.strictObject({
  tool: z.enum([
    'set_status',
    'set_priority',
    'assign',
    'add_tag',
    'remove_tag',
    'set_field',
    // only with the macro as a whole: their value is the text
    'add_note',
    'send_reply',
  ]),
  value: z.string(),
  field: z.optional(z.string()),
});

export type MacroStep = z.infer<typeof MacroStep>;

/** Who may read an article: everybody, the team, or nobody yet. */
export const ArticleState = z.enum(['public', 'internal', 'draft']);

/** A piece of the person's own knowledge. Kept on this machine only. */
export const KnowledgeItem = z.strictObject({
  id: z.string(),
  kind: z.enum(['macro', 'article', 'past-reply']),
  title: z.string(),
  /** The contract's small markup. `{{name}}`-like blanks are filled by the offline engine, never sent. */
  text: z.string(),
  language: z.string(),
  /** Words that call for it, beyond its text. */
  keywords: z.array(z.string()),
  steps: z.array(MacroStep),
  /** Where customers find it on the web, and whether they may: an article that says neither is never linked. */
  url: z.optional(z.string()),
  state: z.optional(ArticleState),
  /** File it was imported from, or `built in`. */
  origin: z.string(),
  /** ISO date of the source, or of the import. */
  updatedAt: z.string(),
});
export type KnowledgeItem = z.infer<typeof KnowledgeItem>;
