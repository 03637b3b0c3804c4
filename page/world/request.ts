import * as z from 'zod/mini';
import { Text } from './protocol';

/** What the content script asks. Checked where it arrives: the page can forge it. */
export const Nonce = z.string().check(z.regex(/^[0-9a-f]{32}$/));

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
