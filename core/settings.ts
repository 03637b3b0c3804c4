import * as z from 'zod/mini';

export const EngineChoice = z.enum(['offline', 'openai-compatible']);

/** What the person chose, without the secrets. */
export const Settings = z.strictObject({
  version: z.literal(1),
  engine: EngineChoice,
  serverUrl: z.string(),
  model: z.string(),
  smallModel: z.string(),
  /** Micro-USD. 0 means: nothing may be spent. */
  spendingLimitMicroUsd: z.int().check(z.nonnegative()),
  /** Price per million tokens in micro-USD; null = not known. A server on this machine or network costs 0. */
  priceIn: z.nullable(z.int().check(z.nonnegative())),
  priceOut: z.nullable(z.int().check(z.nonnegative())),
  holdSeconds: z.int().check(z.gte(5), z.lte(120)),
  /** Where traces of finished runs are sent (OTLP over HTTP); empty: nowhere. */
  collectorUrl: z.string(),
  sites: z.array(SiteSetting()),
});
export type Settings = z.infer<typeof Settings>;

function SiteSetting() {
  return z.strictObject({
    /** Host with port, as in `location.host`. */
    host: z.string(),
    /** The person allowed the page's own session to be used for reads and writes here. */
    session: z.boolean(),
    /** The person gave an API token for it; the token itself lies among the secrets. */
    token: z.optional(z.boolean()),
  });
}
export type SiteSetting = Settings['sites'][number];

export const DEFAULT_SETTINGS: Settings = {
  version: 1,
  engine: 'offline',
  serverUrl: '',
  model: '',
  smallModel: '',
  spendingLimitMicroUsd: 500_000,
  priceIn: null,
  priceOut: null,
  holdSeconds: 10,
  collectorUrl: '',
  sites: [],
};
