import * as z from 'zod/mini';
import { SavedSelection } from './selection';

/** What undo needs of an insert, kept as JSON text with the action's receipt. */
export const RestorePoint = z.strictObject({
  v: z.literal(1),
  family: z.string(),
  way: z.string(),
  taken: z.string(),
  /** Our lines as the editor spells them. */
  lines: z.array(z.string()),
  before: z.strictObject({
    model: z.string(),
    html: z.string(),
    selection: z.string(),
    lines: z.array(z.string()),
  }),
  /** Of the editor right after: a digest of its model, and its words. */
  after: z.strictObject({ digest: z.string(), words: z.array(z.string()) }),
  selection: SavedSelection,
});
export type RestorePoint = z.infer<typeof RestorePoint>;

export function writePoint(point: Omit<RestorePoint, 'v'>): string {
  const { model, html, selection, lines } = point.before;
  return JSON.stringify({ ...point, v: 1, before: { model, html, selection, lines } } satisfies RestorePoint);
}

/** Null for anything that `writePoint` did not write. */
export function readPoint(text: string): RestorePoint | null {
  try {
    return RestorePoint.safeParse(JSON.parse(text)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
