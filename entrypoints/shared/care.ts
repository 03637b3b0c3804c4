import { littleRoomWords, roomOf } from '../../storage/room';
import type { Store } from '../../storage/store';
import { idle } from './idle';

/**
 * Checks the whole chain while the person works, a slice whenever the page is idle.
 * @returns words for each thing that does not hold, and when there is little room left
 */
export async function checkInBackground(store: Store): Promise<string[]> {
  // What was noticed at opening says already that there is nothing to walk.
  if (!store.isReadable) return [];
  // Where it fails the disk cannot be written, which is said of everything that matters.
  await store.drafts.removeOld();
  const { findings } = await store.checkChain(idle);
  const room = littleRoomWords(await roomOf(navigator.storage));
  return [...findings.map((finding) => finding.words), ...(room === null ? [] : [room])];
}
