import * as z from 'zod/mini';
import type { StorageArea } from './anchor';

/** A database that was left because it could not be used. Nobody writes into it any more. */
export const LeftDatabase = z.strictObject({
  name: z.string(),
  leftAt: z.string(),
  /** What was said about it when it was left. */
  why: z.string(),
  /** The end of its log as it was last remembered; null when that was not known. */
  end: z.nullable(z.strictObject({ count: z.int(), hash: z.string(), at: z.string() })),
});
export type LeftDatabase = z.infer<typeof LeftDatabase>;

/** Which database is used, and which were left, oldest first. */
export const Place = z.strictObject({ name: z.string(), left: z.array(LeftDatabase) });
export type Place = z.infer<typeof Place>;

export const FIRST_PLACE: Place = { name: 'countersign', left: [] };

/** Where that is remembered. In the extension: `chrome.storage.local`. */
export interface PlacePort {
  /** What was written last, unparsed; undefined or null when nothing was. */
  read(): Promise<unknown>;
  write(place: Place): Promise<void>;
}

const KEY = 'logPlace';

/** The port over `chrome.storage.local` (or `browser.storage.local`). */
export function placeIn(area: StorageArea): PlacePort {
  return {
    read: async () => (await area.get(KEY))[KEY],
    write: (place) => area.set({ [KEY]: place }),
  };
}

/**
 * Where the log lies. Without a record of it, or with one that cannot be understood, in the first place: if that was
 * left once, the anchor remembers another log than the one found there, and that is said.
 */
export async function readPlace(port: PlacePort | undefined): Promise<Place> {
  if (!port) return FIRST_PLACE;
  const place = Place.safeParse(await port.read().catch(() => undefined));
  return place.success ? place.data : FIRST_PLACE;
}
