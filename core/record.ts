import * as z from 'zod/mini';

/** What a run is bound to. `document` is a page on which no ticket or contact was recognised. */
export const RecordType = z.enum(['ticket', 'contact', 'document']);

/** The identity of a record. `site` is the id of the site file (or `generic`), `host` includes the port. */
export const RecordRef = z.strictObject({
  site: z.string(),
  host: z.string(),
  type: RecordType,
  id: z.string(),
});
export type RecordRef = z.infer<typeof RecordRef>;

export function sameRecord(a: RecordRef, b: RecordRef): boolean {
  return a.site === b.site && a.host === b.host && a.type === b.type && a.id === b.id;
}

/** One string per record, for locks and keys. A JSON array, so that no two records share one. */
export function recordKey(r: RecordRef): string {
  return JSON.stringify([r.site, r.host, r.type, r.id]);
}
