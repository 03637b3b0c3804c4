import * as z from 'zod/mini';
import { Entry } from '../../core/entry';

const Hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const Count = z.int().check(z.nonnegative());
const Time = z
  .string()
  .check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/))
  .check(z.refine((text) => !Number.isNaN(Date.parse(text))));

/** The lines of an exported log that somebody else made. */
export const Header = z.strictObject({
  type: z.literal('header'),
  format: z.literal('countersign-log'),
  version: z.literal(1),
  exportedAt: Time,
  extensionVersion: z.string(),
  installationId: z.string(),
  contents: z.enum(['all', 'none', 'redacted']),
  filter: z.nullable(z.record(z.string(), z.unknown())),
  fromSeq: Count,
  toSeq: z.int(),
  previousHash: Hash,
  publicKey: z.record(z.string(), z.unknown()),
});
export type Header = z.infer<typeof Header>;

export const ForeignEntry = z.strictObject({ ...Entry.shape, at: Time });

export const ForeignContent = z.strictObject({
  type: z.literal('content'),
  hash: Hash,
  salt: z.string().check(z.regex(/^(?:[0-9a-f]{2})+$/)),
  mediaType: z.string(),
  text: z.string(),
});
export type ForeignContent = z.infer<typeof ForeignContent>;

export const Trailer = z.strictObject({
  type: z.literal('trailer'),
  count: Count,
  head: Hash,
  digest: Hash,
  signature: z.string(),
});
export type Trailer = z.infer<typeof Trailer>;

export const Line = z.discriminatedUnion('type', [Header, ForeignEntry, ForeignContent, Trailer]);
export type Line = z.infer<typeof Line>;

/** Thrown at the first thing that does not hold; never leaves this room. */
export class NotWhole extends Error {}
