import { ErasedMeanwhile } from './refusals';

/** Bytes that are gathered before they are written. One buffer, used again: what a file holds is never in the heap. */
const CHUNK = 1024 * 1024;

/** A file while it is made. */
export interface OpenFile {
  /** Resolves when it was taken, and the bytes may be used again. */
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** No more comes. The file, to be handed over soon: it is deleted by itself a little later. */
  done(type: string): Promise<Blob>;
  /** Deletes it. */
  drop(): Promise<void>;
}

/** Where long files are kept while they are made and handed over. */
export interface FilePlace {
  create(): Promise<OpenFile>;
  /** Deletes what is there: all of it, or what pages left that are gone. */
  clear(which: 'all' | 'left'): Promise<void>;
}

/**
 * Makes a file out of lines. Begins again when texts were erased while it ran: what was made until then would not
 * hold. A long file goes to its `place` piece by piece, and a line is made only when the ones before it were taken;
 * where there is no place, or it is full, the browser holds the pieces.
 */
export async function fileOf(
  lines: () => AsyncIterable<string>,
  type: string,
  place: FilePlace | undefined,
): Promise<Blob> {
  let [attempt, at] = [1, place];
  for (;;) {
    const file = new LongFile(at);
    try {
      for await (const line of lines()) await file.add(line);
      return await file.done(type);
    } catch (error) {
      await file.drop();
      if (error instanceof PlaceFailed) at = undefined;
      else if (!(error instanceof ErasedMeanwhile) || attempt++ === 3) throw error;
    }
  }
}

/** The place cannot take more; what was to be written is not at fault. */
class PlaceFailed extends Error {}

class LongFile {
  readonly #place: FilePlace | undefined;
  readonly #encoder = new TextEncoder();
  readonly #buffer = new Uint8Array(CHUNK);
  #length = 0;
  /** Null until there is more than fits into the buffer. */
  #file: OpenFile | null = null;

  constructor(place: FilePlace | undefined) {
    this.#place = place;
  }

  async add(line: string): Promise<void> {
    for (let rest = line; rest !== ''; ) {
      const { read, written } = this.#encoder.encodeInto(rest, this.#buffer.subarray(this.#length));
      this.#length += written;
      rest = rest.slice(read);
      if (rest !== '') await this.#flush();
    }
  }

  async done(type: string): Promise<Blob> {
    if (!this.#file) return new Blob([this.#buffer.subarray(0, this.#length)], { type });
    await this.#flush();
    return await told(this.#file.done(type));
  }

  async drop(): Promise<void> {
    await this.#file?.drop();
  }

  async #flush(): Promise<void> {
    this.#file ??= this.#place ? await told(this.#place.create()) : heldFile();
    await told(this.#file.write(this.#buffer.subarray(0, this.#length)));
    this.#length = 0;
  }
}

async function told<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new PlaceFailed('The place for files failed.', { cause: error });
  }
}

/** Held by the browser, which may put it on the disk. */
function heldFile(): OpenFile {
  const parts: Blob[] = [];
  return {
    write: async (bytes) => void parts.push(new Blob([bytes])),
    done: async (type) => new Blob(parts, { type }),
    drop: async () => undefined,
  };
}
