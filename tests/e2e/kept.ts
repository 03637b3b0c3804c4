import type { Page } from 'playwright';

/** All that a page of the extension can find that is kept: every database, storage area, file and cache, as one text. */
export function everythingKept(page: Page): Promise<string> {
  return page.evaluate(readAll);
}

// Runs in the extension's page; sees nothing of this file.
async function readAll(): Promise<string> {
  interface Request<T> {
    result: T;
    error: unknown;
    onsuccess: () => void;
    onerror: () => void;
  }
  interface Opened {
    objectStoreNames: Iterable<string>;
    transaction(name: string): { objectStore(name: string): { getAll(): Request<unknown[]> } };
    close(): void;
  }
  interface Folder {
    kind: 'directory';
    values(): AsyncIterable<Folder | { kind: 'file'; getFile(): Promise<{ text(): Promise<string> }> }>;
  }
  const world = globalThis as unknown as {
    indexedDB: { databases(): Promise<{ name: string }[]>; open(name: string): Request<Opened> };
    chrome: { storage: Record<'local' | 'session' | 'sync', { get(all: null): Promise<unknown> }> };
    caches: {
      keys(): Promise<string[]>;
      open(name: string): Promise<{ keys(): Promise<{ url: string }[]> }>;
    };
    navigator: { storage: { getDirectory(): Promise<Folder> } };
    localStorage: object;
    sessionStorage: object;
  };
  const ended = <T>(request: Request<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const parts: unknown[] = [];
  for (const { name } of await world.indexedDB.databases()) {
    const database = await ended(world.indexedDB.open(name));
    for (const store of database.objectStoreNames)
      parts.push(name, store, await ended(database.transaction(store).objectStore(store).getAll()));
    database.close();
  }
  for (const area of ['local', 'session', 'sync'] as const)
    parts.push(await world.chrome.storage[area].get(null));
  for (const name of await world.caches.keys())
    parts.push(
      name,
      (await (await world.caches.open(name)).keys()).map(({ url }) => url),
    );
  const folders = [await world.navigator.storage.getDirectory()];
  for (const folder of folders)
    for await (const one of folder.values())
      if (one.kind === 'directory') folders.push(one);
      else parts.push(await (await one.getFile()).text());
  parts.push({ ...world.localStorage }, { ...world.sessionStorage });
  return JSON.stringify(parts);
}
