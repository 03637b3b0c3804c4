import * as z from 'zod/mini';

/**
 * One piece of a streamed chat completion. Servers add fields of their own, so the objects are open; what is read from
 * them is checked. Whatever a field may lawfully be missing from is optional and may be null.
 */
const maybe = <T extends z.ZodMiniType>(schema: T) => z.optional(z.nullable(schema));

export const CallDelta = z.looseObject({
  index: maybe(z.int()),
  id: maybe(z.string()),
  function: maybe(z.looseObject({ name: maybe(z.string()), arguments: maybe(z.string()) })),
});
export type CallDelta = z.infer<typeof CallDelta>;

export const Chunk = z.looseObject({
  choices: maybe(
    z.array(
      z.looseObject({
        index: maybe(z.int()),
        delta: maybe(
          z.looseObject({
            content: maybe(z.string()),
            refusal: maybe(z.string()),
            tool_calls: maybe(z.array(CallDelta)),
          }),
        ),
        finish_reason: maybe(z.string()),
      }),
    ),
  ),
  usage: z.optional(z.unknown()),
});

const Tokens = z.int().check(z.nonnegative(), z.lte(1_000_000_000));
/** Only believed when it is whole and sane; otherwise the tokens are estimated. */
export const Usage = z.looseObject({ prompt_tokens: Tokens, completion_tokens: Tokens });
