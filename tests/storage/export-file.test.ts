import { describe, expect, it } from 'vitest';
import { type FilePlace, fileOf, type OpenFile } from '../../storage/export-file';
import { ErasedMeanwhile } from '../../storage/refusals';

/** A place that copies what it is given, a turn later, and counts. */
function fakePlace(more: Partial<OpenFile> = {}) {
  const seen = { files: 0, dropped: 0, longest: 0, atOnce: 0, most: 0 };
  const place: FilePlace = {
    create: async () => {
      seen.files += 1;
      const parts: Uint8Array<ArrayBuffer>[] = [];
      return {
        write: async (bytes) => {
          seen.longest = Math.max(seen.longest, bytes.length);
          seen.atOnce += 1;
          seen.most = Math.max(seen.most, seen.atOnce);
          await new Promise((resolve) => setTimeout(resolve, 1));
          parts.push(bytes.slice());
          seen.atOnce -= 1;
        },
        done: async (type) => new Blob(parts, { type }),
        drop: async () => {
          seen.dropped += 1;
        },
        ...more,
      };
    },
    clear: async () => undefined,
  };
  return { place, seen };
}

const MB = 1024 * 1024;
const LINE = `${'ä€😀 plain text '.repeat(4000)}\n`;

async function* lines(count: number, before: (n: number) => void = () => undefined) {
  for (let n = 0; n < count; n++) {
    before(n);
    yield `${n} ${LINE}`;
  }
}

async function expected(count: number): Promise<string> {
  let text = '';
  for await (const line of lines(count)) text += line;
  return text;
}

describe('a file made of lines', () => {
  it('goes to its place a megabyte at a time, and no line is made while one is written', async () => {
    const { place, seen } = fakePlace();
    const file = await fileOf(() => lines(60, () => expect(seen.atOnce).toBe(0)), 'text/plain', place);
    expect(await file.text()).toBe(await expected(60));
    expect(file.type).toBe('text/plain');
    expect(file.size).toBeGreaterThan(4 * MB);
    expect(seen).toEqual({ files: 1, dropped: 0, longest: seen.longest, atOnce: 0, most: 1 });
    expect(seen.longest).toBeLessThanOrEqual(MB);
  });

  it('writes a line that is longer than all that is held', async () => {
    const { place, seen } = fakePlace();
    const long = 'x€'.repeat(2 * MB);
    const file = await fileOf(
      async function* () {
        yield long;
      },
      '',
      place,
    );
    expect(await file.text()).toBe(long);
    expect(seen.longest).toBeLessThanOrEqual(MB);
  });

  it('needs no place when it is short, and none when there is none', async () => {
    const { place, seen } = fakePlace();
    expect(await (await fileOf(() => lines(1), '', place)).text()).toBe(await expected(1));
    expect(seen.files).toBe(0);
    expect(await (await fileOf(() => lines(60), '', undefined)).text()).toBe(await expected(60));
  });

  it('is held by the browser when its place is full', async () => {
    const { place, seen } = fakePlace({
      write: async () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    expect(await (await fileOf(() => lines(60), '', place)).text()).toBe(await expected(60));
    expect(seen).toMatchObject({ files: 1, dropped: 1 });
  });

  it('begins again when texts were erased, three times at most, and leaves nothing behind', async () => {
    const { place, seen } = fakePlace();
    let failures = 2;
    const failing = (n: number): void => {
      if (n === 40 && failures-- > 0) throw new ErasedMeanwhile();
    };
    expect(await (await fileOf(() => lines(60, failing), '', place)).text()).toBe(await expected(60));
    expect(seen).toMatchObject({ files: 3, dropped: 2 });
    failures = 9;
    await expect(fileOf(() => lines(60, failing), '', place)).rejects.toThrow(ErasedMeanwhile);
    expect(seen).toMatchObject({ files: 6, dropped: 5 });
  });
});
