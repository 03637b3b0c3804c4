import * as z from 'zod/mini';

/** The one event that stands before the nonce: "from now on I speak under this name". */
export const HELLO = 'page-world-hello';
export const requestName = (nonce: string) => `page-world-${nonce}`;
export const answerName = (nonce: string) => `page-world-${nonce}-answer`;
export const Nonce = z.string().check(z.regex(/^[0-9a-f]{32}$/));

const Text = z.string().check(z.maxLength(5_000_000));

const Inline: z.ZodMiniType<unknown> = z.lazy(() =>
  z.union([
    z.strictObject({ type: z.literal('text'), text: Text }),
    z.strictObject({ type: z.enum(['strong', 'em']), children: z.array(Inline) }),
    z.strictObject({ type: z.literal('link'), href: Text, children: z.array(Inline) }),
  ]),
);

const Block = z.union([
  z.strictObject({ type: z.literal('paragraph'), lines: z.array(z.array(Inline)) }),
  z.strictObject({ type: z.literal('list'), ordered: z.boolean(), items: z.array(z.array(Inline)) }),
]);

export const Request = z.union([
  /** On a frame's element: listen in its document too. */
  z.strictObject({ op: z.literal('attach') }),
  z.strictObject({ op: z.literal('probe') }),
  z.strictObject({ op: z.literal('read') }),
  z.strictObject({ op: z.literal('insert'), blocks: z.array(Block) }),
  z.strictObject({ op: z.literal('take-out'), lines: z.array(Text), taken: Text }),
  z.strictObject({ op: z.literal('select'), selection: Text }),
]);
export type Request = z.infer<typeof Request>;

export const Probe = z.strictObject({
  name: z.string().check(z.maxLength(40)),
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
export const Taken = Text;
export const Done = z.boolean();

/** The page's half answers with a value, or with why it could not; `none` when no known editor is there. */
export const Answer = z.union([
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), none: z.boolean(), words: z.string() }),
]);
export type Answer = z.infer<typeof Answer>;
