import { useEffect, useSyncExternalStore } from 'react';

interface Notice {
  kind: 'done' | 'failed';
  words: string;
}

let current: Notice | null = null;
const listeners = new Set<() => void>();

/** Shows a short message at the bottom of the page. */
export function notify(kind: Notice['kind'], words: string): void {
  current = { kind, words };
  for (const listener of listeners) listener();
}

/** Runs a write; shows what went wrong and answers whether it worked. */
export async function attempt(write: () => Promise<unknown>, done?: string): Promise<boolean> {
  try {
    await write();
    if (done) notify('done', done);
    return true;
  } catch (error) {
    notify('failed', error instanceof Error ? error.message : String(error));
    return false;
  }
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export function Notices() {
  const notice = useSyncExternalStore(subscribe, () => current);
  useEffect(() => {
    if (!notice) return;
    const timer = setTimeout(() => {
      current = null;
      for (const listener of listeners) listener();
    }, 4000);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <div className="notices" role="status">
      {notice && <p className={`notice notice-${notice.kind}`}>{notice.words}</p>}
    </div>
  );
}
