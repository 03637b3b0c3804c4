import type { LogReader } from '../storage/read';

/** Texts by their hashes, many of which can be read before they are asked for. */
export interface Texts extends Pick<LogReader, 'texts'> {
  /** These will be asked for, once. */
  want(hashes: readonly string[]): void;
  /** Reads on through all texts for those that are wanted. False once it came to the end. */
  ahead(): Promise<boolean>;
  /** Lets go of what was read ahead; it is wanted as before. */
  forget(): void;
}

/**
 * Texts lie in the order of their hashes, so those of one page of the activity lie all over the disk and each is a
 * request of its own. Reading all of them one after the other takes a fraction of the time of asking for most of them.
 */
export function readTexts(reader: Pick<LogReader, 'texts' | 'textsAfter'>): Texts {
  /** What is wanted; null until it was met. */
  const wanted = new Map<string, string | null>();
  /** The last hash that was passed. */
  let last: string | null = null;
  let isOver = false;

  return {
    want(hashes) {
      for (const hash of hashes) wanted.set(hash, null);
    },
    async ahead() {
      if (isOver) return false;
      const some = await reader.textsAfter(last);
      for (const [hash, text] of some) {
        if (wanted.has(hash)) wanted.set(hash, text);
        last = hash;
      }
      isOver = some.size === 0;
      return !isOver;
    },
    async texts(hashes) {
      const found = new Map<string, string>();
      const rest: string[] = [];
      for (const hash of hashes) {
        const text = wanted.get(hash);
        if (typeof text === 'string') found.set(hash, text);
        else rest.push(hash);
        wanted.delete(hash);
      }
      // Not wanted before, written after its place was passed, or erased.
      if (rest.length > 0) for (const [hash, text] of await reader.texts(rest)) found.set(hash, text);
      return found;
    },
    forget() {
      for (const [hash, text] of wanted) if (text !== null) wanted.set(hash, null);
      last = null;
      isOver = false;
    },
  };
}
