import type { FilePlace } from './export-file';

const FOLDER = 'exports';

/** The browser has taken the bytes of a download long before; no event says so. Ms. */
const HANDED_OVER_MS = 120_000;

/**
 * The folder that the browser gives each origin (OPFS), which no other program or page sees. A file has the lock of its
 * name as long as its page wants it, so that others can tell what was left.
 */
export function filesIn(
  storage: Pick<StorageManager, 'getDirectory'>,
  locks: Pick<LockManager, 'request'>,
): FilePlace {
  const folder = async () => (await storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });
  return {
    async create() {
      const there = await folder();
      const name = crypto.randomUUID();
      const letGo = await held(locks, lockOf(name));
      const handle = await there.getFileHandle(name, { create: true });
      const stream = await handle.createWritable();
      const remove = async (): Promise<void> => {
        if (await removed(there, name)) letGo();
      };
      return {
        write: (bytes) => stream.write(bytes),
        done: async (type) => {
          await stream.close();
          setTimeout(() => void remove(), HANDED_OVER_MS);
          const file = await handle.getFile();
          return file.slice(0, file.size, type);
        },
        drop: async () => {
          // Fails when it failed before, or was closed; the file is what counts.
          await stream.abort().catch(() => undefined);
          await remove();
        },
      };
    },
    async clear(which) {
      // Where the browser gives no folder (a private window, say), nothing can be in it.
      const there = await folder().catch(() => null);
      if (!there) return;
      for await (const name of there.keys()) {
        if (which === 'all') await removed(there, name);
        else
          await locks.request(lockOf(name), { ifAvailable: true }, async (lock) => {
            if (lock) await removed(there, name);
          });
      }
    },
  };
}

const lockOf = (name: string): string => `export-file:${name}`;

/** Takes a lock and answers how to let go of it; the browser lets go of it when the page is gone. */
function held(locks: Pick<LockManager, 'request'>, name: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    locks.request(name, () => new Promise<void>((letGo) => resolve(() => letGo()))).catch(reject);
  });
}

/** False for a file that is being written just now; whoever writes it deletes it. */
async function removed(folder: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  try {
    await folder.removeEntry(name);
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return true;
    if (error instanceof DOMException && error.name === 'NoModificationAllowedError') return false;
    throw error;
  }
}
