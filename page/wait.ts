/** How long a page is given to show what a click should bring. Milliseconds. */
const PATIENCE_MS = 5_000;

/** Shadow roots and frames change without the document's observer hearing of it. */
const LOOK_AGAIN_MS = 100;

/**
 * Waits until `find` has something, looking whenever the page changes; null when it has nothing in time.
 * The answer comes in the task in which it was found.
 */
export function waitFor<T>(doc: Document, find: () => T | null, limitMs = PATIENCE_MS): Promise<T | null> {
  const now = find();
  if (now !== null) return Promise.resolve(now);
  return new Promise((resolve) => {
    const end = (found: T | null): void => {
      observer.disconnect();
      clearInterval(again);
      clearTimeout(limit);
      resolve(found);
    };
    const look = (): void => {
      const found = find();
      if (found !== null) end(found);
    };
    const observer = new MutationObserver(look);
    observer.observe(doc, { subtree: true, childList: true, attributes: true, characterData: true });
    const again = setInterval(look, LOOK_AGAIN_MS);
    const limit = setTimeout(() => end(find()), limitMs);
  });
}

/** The same for a yes or no. */
export async function waitUntil(
  doc: Document,
  holds: () => boolean,
  limitMs = PATIENCE_MS,
): Promise<boolean> {
  return (await waitFor(doc, () => holds() || null, limitMs)) !== null;
}
