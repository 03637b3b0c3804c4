import * as z from 'zod/mini';

/** A macro as it is simulated: the calls of tools that it comes to. Nothing in it has been done. */
export const Macro = z.strictObject({
  /** As it is shown: in the helpdesk's own list, or as the title of the person's own macro. */
  label: z.string(),
  origin: z.enum(['helpdesk', 'own']),
  parts: z.array(z.strictObject({ tool: z.string(), input: z.record(z.string(), z.string()) })),
  /** What it does besides and no tool here does, in words. It is then not applied at all. */
  unclear: z.nullable(z.string()),
});
export type Macro = z.infer<typeof Macro>;
