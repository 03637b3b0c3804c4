/** Runs `work` while nobody else runs under this name, in any panel; null when somebody does. */
export async function exclusively<T>(name: string, work: () => Promise<T>): Promise<T | null> {
  return await navigator.locks.request(name, { ifAvailable: true }, async (lock) =>
    lock ? await work() : null,
  );
}

export async function heldNames(): Promise<string[]> {
  const { held = [] } = await navigator.locks.query();
  return held.flatMap((lock) => lock.name ?? []);
}
