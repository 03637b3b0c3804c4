/** How much room the log has on this machine. */
export interface Room {
  usedBytes: number;
  /** What the browser would give in all. */
  quotaBytes: number;
  /** The browser does not clear it by itself when the disk is full. */
  isKept: boolean;
}

/** The part of `navigator.storage` that is asked. */
export type RoomSource = Pick<StorageManager, 'estimate' | 'persist' | 'persisted'>;

/** From this share on a person is told before it is too late. */
const LITTLE = 0.8;

/** Asks the browser, also to keep the log when the disk is full; whether it does is the browser's own to decide. */
export async function roomOf(source: RoomSource): Promise<Room> {
  const { usage = 0, quota = 0 } = await source.estimate();
  const isKept = (await source.persisted()) || (await source.persist());
  return { usedBytes: usage, quotaBytes: quota, isKept };
}

/** For a person who looks after the log. */
export function roomWords(room: Room): string {
  const kept = room.isKept
    ? 'The browser keeps it until somebody removes it.'
    : 'A browser whose disk is full may clear it: export it from time to time.';
  const used = `${sizeWords(room.usedBytes)} of ${sizeWords(room.quotaBytes)} are used.`;
  return [used, kept, littleRoomWords(room)].filter(Boolean).join(' ');
}

/** What must be told unasked; null while there is room enough. */
export function littleRoomWords({ usedBytes, quotaBytes }: Room): string | null {
  if (quotaBytes === 0 || usedBytes < LITTLE * quotaBytes) return null;
  return 'Little room is left for the log. Export it, then remove old texts on the page “Log and trace”: what cannot be recorded is not done.';
}

function sizeWords(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return `${(bytes / 1000 ** power).toFixed(power > 2 ? 1 : 0)} ${units[power]}`;
}
