/** The last work of each name in this panel. */
const last = new Map<string, Promise<unknown>>();

/** Runs `work` after everything that was begun under this name in this panel before it. */
export async function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
  const before = last.get(name) ?? Promise.resolve();
  // What went wrong before is told where it was begun; it does not stop what comes after.
  const mine = before.then(work, work);
  last.set(name, mine);
  try {
    return await mine;
  } finally {
    if (last.get(name) === mine) last.delete(name);
  }
}
