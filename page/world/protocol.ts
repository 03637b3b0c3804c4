import * as z from 'zod/mini';

/** The one event that stands before the nonce: "from now on I speak under this name". */
export const HELLO = 'page-world-hello';
export const requestName = (nonce: string) => `page-world-${nonce}`;
export const answerName = (nonce: string) => `page-world-${nonce}-answer`;

/** Also what an insert answers: what its undo needs. */
export const Text = z.string().check(z.maxLength(5_000_000));

export const Probe = z.strictObject({
  strong: z.boolean(),
  em: z.boolean(),
  link: z.boolean(),
  list: z.boolean(),
});
export const Read = z.strictObject({
  lines: z.array(Text),
  links: z.array(Text),
  items: z.int(),
  strong: z.int(),
  em: z.int(),
  model: Text,
  selection: Text,
});
export const Done = z.boolean();

/** The page's half answers with a value, or with why it could not; `none` when no known editor is there. */
export const Answer = z.union([
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), none: z.boolean(), words: z.string() }),
]);
export type Answer = z.infer<typeof Answer>;
